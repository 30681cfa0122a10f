// The first step of a case: to whom it goes, and by when.
import { isSealed, type CaseFacts, type CaseRules, type Change } from './case'
import { changed, entering } from './case-change'
import { doClockOf } from './case-clock'

/** What is known of a case before it begins; `units` are those it goes to by itself, the first leads. */
export type Asked = Pick<
  CaseFacts,
  | '_id'
  | 'service'
  | 'topic'
  | 'communityId'
  | 'compoundId'
  | 'isUrgent'
  | 'askerId'
  | 'forId'
  | 'enteredBy'
  | 'isAnonymous'
  | 'otherParty'
  | 'mine'
> & {
  units?: readonly { id: string; kind: 'partner' | 'team' }[]
  project?: CaseFacts['project']
  /** The money handed over beforehand, in fen. */
  advance?: number | null
  /** As what she writes it down who does. */
  as?: 'asker' | 'grid' | 'staff'
}

const nothingYet = {
  followers: [],
  before: null,
  outcome: null,
  turn: 0,
  steps: [],
  units: [],
  helpers: [],
  doerId: '',
  pictures: [],
  agreement: null,
  reopened: 0,
  stars: null,
  closedAt: 0,
  overdue: 0,
  left: 0,
  dueAt: 0,
  nextAt: 0,
  desk: '',
  isOpen: true,
  openIn: '',
  sealedIn: '',
  shown: '',
  unitIds: [],
} satisfies Partial<CaseFacts>

/** Where a service sends what is asked: to its desk, to neighbours, or straight to units; to the desk where there are none. */
function firstState(rules: CaseRules, hasUnits: boolean): 'asked' | 'open' | 'dispatched' {
  if (rules.first === 'volunteers') return 'open'
  return rules.first !== 'desk' && hasUnits ? 'dispatched' : 'asked'
}

/**
 * The flow's part of a new case: every field that rules look at, with the first step as turn 1. A sealed one must come with
 * a unit, since no desk may look at it.
 */
export function begin(asked: Asked, rules: CaseRules, now: number, key: string): CaseFacts {
  const { units = [], advance = null, as = 'asker', ...known } = asked
  if (isSealed(rules) && units.length === 0) throw new Error(`A case of ${rules.id} needs a unit to begin with`)
  const level = known.compoundId ? rules.level : 'community'
  // A topic whose own deadline is two hours is urgent by itself.
  const isUrgent = known.isUrgent || doClockOf(rules, known.topic, false) === '2h'
  const kase: CaseFacts = {
    ...nothingYet,
    project: null,
    ...known,
    isUrgent,
    state: 'asked',
    level,
    clock: rules.takeUp,
    doClock: doClockOf(rules, known.topic, isUrgent),
    units: units.map(({ id, kind }, n) => ({ id, kind, isLead: n === 0, state: 'asked', personId: '' })),
    wanted: rules.helpers,
    createdAt: now,
  }
  const viewer = { id: known.enteredBy || known.askerId, parts: [as], units: [], communityId: known.communityId }
  const scene = { kase, viewer, part: as, rules, now }
  const to = units.map((unit) => unit.id)
  const said = advance === null ? { to } : { to, fen: advance }
  const { set, step }: Change = changed(scene, 'begin', entering(scene, firstState(rules, to.length > 0)), said)
  return { ...kase, ...set, turn: 1, steps: [{ ...step, turn: 1, key }] }
}
