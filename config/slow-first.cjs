// The longest test files begin first, so that none of them runs alone at the end; a fresh clone knows no times yet.
const { default: Sequencer } = require('@jest/test-sequencer')

/** Longest first. */
const slow = [
  'actions/every-crash',
  'actions/fuzz',
  'actions/race',
  'phone/budgets',
  'phone/care',
  'phone/flows',
  'actions/every-repeat',
  'actions/access',
  'actions/case-figures',
  'actions/case-access',
  'actions/repeats',
  'actions/crash',
  'domain/case-flow',
  'phone/card-flows',
  'phone/series-flows',
  'phone/table',
  'phone/screens',
  'phone/day-flows',
  'phone/stories',
  'phone/climbing-journey',
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
