// What becomes of a case: every move of a person is decided here, purely. docs/rules-case.md tells the same in prose.
import { refuse, type Move, type MoveName } from '../contract'
import type { CaseFacts, CaseRules, Viewer } from './case'
import type { Decided, MoveOf, Scene, UnitAtHand } from './case-change'
import * as ends from './case-ends'
import * as hands from './case-hands'
import { actingPart, barred } from './case-may'
import { moveRules } from './case-moves'
import * as talk from './case-talk'

export { begin, type Asked } from './case-begin'
export { joined } from './case-ends'
export { isDoer, mayDo, mostSaid, reopenWithin } from './case-may'
export { needsUnits, tick } from './case-tick'
export type { Decided, UnitAtHand } from './case-change'

/** What each move does once its maker may make it. */
const deciders: { readonly [M in MoveName]: (scene: Scene, move: MoveOf<M>) => Decided } = {
  say: talk.say,
  look: talk.look,
  askBack: talk.askBack,
  reply: talk.reply,
  spend: talk.spend,
  giveChange: talk.giveChange,
  clearMoney: hands.clearMoney,
  propose: talk.propose,
  agree: talk.agree,
  offer: hands.offer,
  take: hands.take,
  giveBack: hands.giveBack,
  dispatch: hands.dispatch,
  accept: hands.accept,
  decline: hands.decline,
  handOn: hands.handOn,
  settle: hands.settle,
  escalate: hands.escalate,
  return: hands.goBack,
  resolve: ends.resolve,
  confirm: ends.confirm,
  reopen: ends.reopen,
  score: ends.score,
  makeGood: ends.makeGood,
  turnDown: ends.turnDown,
  withdraw: ends.withdraw,
  merge: ends.merge,
}

/** What a move is decided with, beside the case: `units` for those that name one, `into` for a merge. */
export interface MoveContext {
  now: number
  rules: CaseRules
  /** Units that may be named; for a decline of a sealed case, the other professionals. */
  units?: readonly UnitAtHand[]
  into?: CaseFacts | null
}

/** Decides a move: what it changes, or why it is not made. Nothing is changed in `kase` itself. */
export function decide(kase: CaseFacts, move: Move, viewer: Viewer, ctx: MoveContext): Decided {
  const bar = barred(kase, move.move, viewer, ctx.rules, ctx.now)
  if (bar) return refuse(bar)
  const part = actingPart(kase, moveRules[move.move], viewer, ctx.rules)
  if (!part) return refuse('case.not_yours')
  const decider = deciders[move.move] as (scene: Scene, move: Move) => Decided
  return decider({ kase, viewer, part, units: [], into: null, ...ctx }, move)
}
