// Who can stand before a case in the model of it, and everything each of them could try.
import type { Move } from '../../cloudfunctions/core/contract'
import type { CaseFacts, CaseRules, Viewer } from '../../cloudfunctions/core/domain/case'
import { begin, type Asked, type UnitAtHand } from '../../cloudfunctions/core/domain/case-flow'
import { partsOf, type Who } from '../../cloudfunctions/core/domain/case-sight'

export const community = 'willow'
export const compound = 'shade'
/** A Tuesday morning without holidays near it. */
export const morning = Date.parse('2026-03-10T09:00:00+08:00')

const somebody = (id: string, more: Partial<Who> = {}): Who => ({
  id,
  hasProfile: id !== '',
  communityId: community,
  staffOf: [],
  gridOf: [],
  unitOf: [],
  isCounty: false,
  wards: [],
  leads: [],
  ...more,
})

/** Everybody, by the name under which the tests speak of her. */
export const cast = {
  asker: somebody('asker', { wards: ['mother'] }),
  keeper: somebody('keeper', { wards: ['mother'] }),
  party: somebody('party'),
  one: somebody('one'),
  two: somebody('two'),
  follower: somebody('follower'),
  leading: somebody('leading', { unitOf: ['power'] }),
  joint: somebody('joint', { unitOf: ['water'] }),
  leader: somebody('leader', { leads: ['team'] }),
  grid: somebody('grid', { gridOf: [compound] }),
  staff: somebody('staff', { staffOf: [community] }),
  colleague: somebody('colleague', { staffOf: [community] }),
  county: somebody('county', { isCounty: true }),
  stranger: somebody('stranger', { communityId: 'elsewhere' }),
  guest: somebody(''),
} as const
export type Name = keyof typeof cast
export const names = Object.keys(cast) as Name[]

export const units: UnitAtHand[] = [
  { id: 'power', kind: 'partner', people: ['leading'] },
  { id: 'water', kind: 'partner', people: ['joint'] },
  { id: 'team', kind: 'team', people: ['leader'] },
]

export const viewerOf = (kase: CaseFacts, name: Name, rules: CaseRules): Viewer => partsOf(kase, cast[name], rules)

const words = '说一句'
const picture = 'cloud://x/cases/a.jpg'

/** Everything that could be tried on a case, by whoever. */
export const attempts: readonly Move[] = [
  { move: 'say', words, pictures: [] },
  { move: 'look', words, pictures: [] },
  { move: 'askBack', words },
  { move: 'reply', words, pictures: [] },
  { move: 'offer', words },
  { move: 'take' },
  { move: 'giveBack', words },
  { move: 'dispatch', words, units: ['power'], people: {}, clock: null },
  { move: 'dispatch', words, units: ['power', 'water'], people: { power: 'leading' }, clock: '24h' },
  ...['power', 'water', 'team'].flatMap((unit): Move[] => [
    { move: 'accept', words, unit },
    { move: 'decline', words, unit },
  ]),
  { move: 'handOn', words, unit: 'power', personId: 'leading' },
  { move: 'settle', words },
  { move: 'escalate', words },
  { move: 'return', words },
  { move: 'spend', fen: 100, words, picture },
  { move: 'giveChange', fen: 100 },
  { move: 'clearMoney', words },
  { move: 'propose', words },
  // To the words as they stand then: `tried` says which.
  { move: 'agree', turn: 0, side: null, pictures: [] },
  { move: 'agree', turn: 0, side: 'asker', pictures: [picture] },
  { move: 'agree', turn: 0, side: 'party', pictures: [picture] },
  { move: 'resolve', words, pictures: [picture] },
  { move: 'confirm', stars: null, words },
  { move: 'confirm', stars: 5, words },
  { move: 'confirm', stars: 1, words },
  { move: 'reopen', words, pictures: [] },
  { move: 'score', stars: 4, how: 'phone', isDone: true, words },
  { move: 'score', stars: 2, how: 'door', isDone: true, words },
  { move: 'score', stars: 1, how: 'door', isDone: false, words },
  { move: 'makeGood', words },
  { move: 'turnDown', words },
  { move: 'withdraw', words },
  { move: 'merge', into: 'other' },
]

/** The rules of a service, and whether money goes with it. */
export type Rules = CaseRules & { needsGoods?: boolean }

const asked = (rules: Rules): Asked => ({
  _id: 'case',
  service: rules.id,
  topic: rules.topics[0]?.id ?? '',
  communityId: community,
  compoundId: compound,
  isUrgent: false,
  askerId: 'asker',
  forId: 'mother',
  enteredBy: '',
  isAnonymous: false,
  otherParty: { id: 'party', name: '老周', phone: '' },
  mine: ['asker', 'mother'],
  units:
    rules.first === 'professional'
      ? [{ id: 'power', kind: 'partner' }]
      : rules.first === 'project'
        ? [{ id: 'team', kind: 'team' }]
        : [],
  project: rules.first === 'project' ? { id: 'haircut', day: '2026-03-16', title: '理发' } : null,
  advance: rules.needsGoods ? 200 : null,
})

/** The ways in which a case of a service can begin, each by its name. */
export function beginnings(rules: Rules): [string, CaseFacts][] {
  const ways: [string, Partial<Asked>][] = [
    ['asked by herself', {}],
    ['urgent, without a compound', { isUrgent: true, compoundId: '', forId: 'asker' }],
    ['entered for a caller', { askerId: '', forId: '', enteredBy: 'staff', as: 'staff', mine: [], otherParty: null }],
  ]
  return ways.map(([name, more]) => {
    const kase = begin({ ...asked(rules), ...more }, rules, morning, 'key')
    // With hers the follower's own was put together; one of them was only followed.
    const joinedAskers = kase.isUrgent ? [] : ['follower']
    return [name, { ...kase, followers: ['follower'], mine: [...kase.mine, 'follower'], joinedAskers }]
  })
}
