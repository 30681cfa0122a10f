// Whether somebody may make a move: the table, and what a table cannot say. The same answer makes a button and a refusal.
import type { CasePart, Level, MoveName } from '../contract'
import {
  isInHands,
  isOneOf,
  isSealed,
  whereOf,
  type CaseFacts,
  type CaseRules,
  type MoveRefusal,
  type Viewer,
} from './case'
import { agreesAs, signOnPaper } from './case-agreement'
import { moveNames, moveRules, type MoveRule } from './case-moves'
import { isOwner } from './case-owner'
import { sightOf } from './case-sight'
import { moneyOf } from './money'

/** How long after its end a case can be reopened, or somebody asked whether it was done well. */
export const reopenWithin = 30 * 24 * 3_600_000
/** How many words a thread holds that move nothing. */
export const mostSaid = 60

type Bar = MoveRefusal['refused']

const deskLevels: Readonly<Partial<Record<CasePart, readonly Level[]>>> = {
  grid: ['compound'],
  staff: ['compound', 'community'],
  county: ['county'],
}

/** Out of the community's desk, but not out of its sight: a deadline that passed took no right from those who sent it. */
const isAway = ({ state }: CaseFacts) => state === 'dispatched' || state === 'doing'

/** As what somebody makes a move on a case; null when she may not. */
export function actingPart(kase: CaseFacts, rule: MoveRule, viewer: Viewer, rules: CaseRules): CasePart | null {
  const may = (part: CasePart) => {
    if (!rule.by.includes(part)) return false
    const levels = deskLevels[part]
    if (levels && isSealed(rules)) return false
    if (part === 'county' && kase.level !== 'county') return false
    if (rule.only === 'level') return !levels || levels.includes(kase.level) || (part === 'staff' && isAway(kase))
    if (rule.only !== 'owner' || part === 'helper') return true
    return isOwner(kase, { ...viewer, parts: [part] }, rules)
  }
  return viewer.parts.find(may) ?? null
}

/** Whether somebody has a hand in doing it, so that another has to ask whether it was done well. */
export function isDoer(kase: CaseFacts, viewer: Viewer): boolean {
  const resolved = kase.steps.filter((step) => step.move === 'resolve').at(-1)
  const isOfUnit = kase.units.some((unit) => unit.state === 'accepted' && viewer.units.includes(unit.id))
  return isOfUnit || kase.helpers.includes(viewer.id) || kase.doerId === viewer.id || resolved?.by === viewer.id
}

const isLate = (kase: CaseFacts, now: number) => kase.state === 'closed' && now - kase.closedAt > reopenWithin

/** Whether it can go back one level: never below where the service begins. */
const goesDown = (kase: CaseFacts, rules: CaseRules) =>
  kase.level === 'county' || (kase.level === 'community' && rules.level === 'compound' && kase.compoundId !== '')

/** Whether somebody took it before and gave it back: who reads the door and leaves does not come again. */
const gaveBack = ({ steps }: CaseFacts, { id }: Viewer) =>
  steps.some(({ move, as, by }) => move === 'giveBack' && as === 'helper' && by === id)

/** What else stands in the way of a move, beyond the table. */
const special: Partial<
  Record<MoveName, (kase: CaseFacts, viewer: Viewer, rules: CaseRules, now: number) => Bar | null>
> = {
  say: ({ steps }) => (steps.filter(({ move }) => move === 'say').length < mostSaid ? null : 'case.too_many_words'),
  take: (kase, viewer, rules) => {
    const isOther = isOneOf(viewer, ['asker', 'party', 'helper']) || sightOf(kase, viewer, rules) === 'none'
    const isFromHere = viewer.communityId === kase.communityId || isOneOf(viewer, ['grid', 'staff'])
    return isOther || !isFromHere || gaveBack(kase, viewer) ? 'case.not_yours' : null
  },
  return: (kase, _, rules) => (goesDown(kase, rules) ? null : 'case.not_now'),
  accept: (kase, viewer) =>
    kase.units.some(({ id, state }) => state === 'asked' && viewer.units.includes(id)) ? null : 'case.not_now',
  spend: ({ steps }) => (moneyOf(steps).advance > 0 ? null : 'case.not_now'),
  giveChange: ({ steps }) => (moneyOf(steps).balance > 0 ? null : 'case.not_now'),
  clearMoney: (kase) => (isInHands(kase) && moneyOf(kase.steps).balance > 0 ? null : 'case.not_now'),
  propose: (_, __, rules) => (rules.needsAgreement ? null : 'case.not_now'),
  agree: (kase, viewer) => (agreesAs(kase, viewer) || signOnPaper(kase, viewer).length > 0 ? null : 'case.not_now'),
  confirm: (kase, viewer) => (isDoer(kase, viewer) ? 'case.doer_cannot_ask' : null),
  reopen: (kase, _, __, now) => {
    if (kase.outcome === 'withdrawn' || kase.outcome === 'merged') return 'case.over'
    return isLate(kase, now) ? 'case.too_long_ago' : null
  },
  score: (kase, viewer, _, now) => {
    if (kase.state === 'closed' && (kase.outcome !== 'done' || kase.stars !== null)) return 'case.over'
    if (isDoer(kase, viewer)) return 'case.doer_cannot_ask'
    return isLate(kase, now) ? 'case.too_long_ago' : null
  },
  makeGood: (kase, viewer) => (isDoer(kase, viewer) ? 'case.doer_cannot_ask' : null),
  merge: ({ topic }, _, rules) => (whereOf(rules, topic) === 'home' ? 'case.cannot_merge' : null),
}

/** Why somebody may not make a move now; null when she may, whatever it brings with it. */
export function barred(kase: CaseFacts, move: MoveName, viewer: Viewer, rules: CaseRules, now: number): Bar | null {
  const rule: MoveRule = moveRules[move]
  if (!rule.from.includes(kase.state)) {
    if (move === 'take' && kase.helpers.length > 0 && kase.state === 'doing') return 'case.taken'
    return kase.state === 'closed' ? 'case.over' : 'case.not_now'
  }
  if (rule.ways && !rule.ways.some((way) => rules.ways.includes(way))) return 'case.not_now'
  if (move === 'escalate' && kase.level === 'county') return 'case.top_level'
  if (!actingPart(kase, rule, viewer, rules)) return 'case.not_yours'
  return special[move]?.(kase, viewer, rules, now) ?? null
}

/** The moves somebody may make now, in the order of the table: a button for each, and a refusal for every other. */
export const mayDo = (kase: CaseFacts, viewer: Viewer, rules: CaseRules, now: number): MoveName[] =>
  moveNames.filter((move) => barred(kase, move, viewer, rules, now) === null)
