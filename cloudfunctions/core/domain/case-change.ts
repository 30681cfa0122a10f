// How a decision becomes a change: what is set, where the case lies afterwards, and the step that tells of it.
import type { CasePart, CaseState, Level, Move, MoveName } from '../contract'
import {
  saysOpenly,
  type AnyMoveName,
  type CaseFacts,
  type CaseRules,
  type Change,
  type MoveRefusal,
  type Viewer,
} from './case'
import { clockFor } from './case-clock'
import { placed } from './case-owner'

/** A unit as the cloud resolved it for a dispatch, with the people of it who can be named. */
export interface UnitAtHand {
  id: string
  kind: 'partner' | 'team'
  people: readonly string[]
}

/** What a decision is made with, beside the case. */
export interface Scene {
  kase: CaseFacts
  viewer: Viewer
  /** As what she makes the move. */
  part: CasePart
  rules: CaseRules
  now: number
  units: readonly UnitAtHand[]
  into: CaseFacts | null
}

export type MoveOf<M extends MoveName> = Extract<Move, { move: M }>
export type Decided = Change | MoveRefusal

type Set = Change['set']
type Said = Partial<Pick<Change['step'], 'words' | 'to' | 'fen' | 'stars' | 'outcome' | 'of'>>

/** Steps whose words everybody may read who sees the case, where it is nobody's home. */
const forAll: readonly AnyMoveName[] = ['look', 'accept', 'resolve', 'makeGood']

/** For whom somebody speaks: her unit, or the compound or community of her desk. */
function spokenFor({ kase, part, viewer }: Pick<Scene, 'kase' | 'part' | 'viewer'>): string {
  if (part === 'unit') return viewer.units[0] ?? ''
  if (part === 'grid') return kase.compoundId
  return part === 'staff' ? kase.communityId : ''
}

/** A change by a person or the clock: `set` is completed by where the case lies then. */
export function changed(scene: Omit<Scene, 'units' | 'into'>, move: AnyMoveName, set: Set, said: Said = {}): Change {
  const { kase, rules, part, viewer, now } = scene
  // A call that began earlier may be later: the step before it is of a moment that its clock has not seen.
  const at = Math.max(now, kase.steps.at(-1)?.at ?? 0)
  const after = { ...kase, ...set }
  const step: Change['step'] = {
    at,
    move,
    by: viewer.id,
    as: part,
    of: spokenFor(scene),
    state: after.state,
    level: after.level,
    words: '',
    to: [],
    isOpen: forAll.includes(move) && saysOpenly(rules, kase.topic),
    ...said,
  }
  const steps = [...kase.steps, { ...step, turn: kase.turn + 1, key: '' }]
  return { set: { ...set, ...placed({ ...after, steps }, rules) }, step }
}

/** What entering a state sets: a fresh clock of its kind, and no deadline missed yet. */
export function entering(
  { kase, rules, now }: Pick<Scene, 'kase' | 'rules' | 'now'>,
  state: CaseState,
  set: Set = {},
): Set {
  const after = { ...kase, before: null, ...set, state }
  return {
    before: null,
    overdue: 0,
    ...set,
    state,
    ...clockFor(after, rules, now),
    outcome: state === 'closed' ? (set.outcome ?? 'done') : null,
    closedAt: state === 'closed' ? now : 0,
  }
}

/** Nobody does it any more. */
export const inNobodysHands = { helpers: [], units: [], doerId: '', agreement: null } satisfies Set

/** The level at which a community has it, at least. */
export const communityAtLeast = (level: Level): Level => (level === 'compound' ? 'community' : level)
