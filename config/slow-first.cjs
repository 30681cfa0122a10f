// The longest test files begin first, so that none of them runs alone at the end; a fresh clone knows no times yet.
const { default: Sequencer } = require('@jest/test-sequencer')

/** Longest first. */
const slow = [
  'phone/budgets',
  'phone/care',
  'actions/race',
  'domain/case-flow',
  'actions/access',
  'actions/case-access',
  'phone/day-flows',
  'phone/screens',
  'phone/card-flows',
  'phone/table',
]

const rank = ({ path }) => {
  const at = slow.findIndex((name) => path.replaceAll('\\', '/').includes(`/tests/${name}.test.`))
  return at < 0 ? slow.length : at
}

module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other))
  }
}
