// Who may do what to a case, from where, and where it goes: one table, for every service.
import type { CasePart, CaseState, MoveName } from '../contract'
import type { CaseWay } from './case'

/** Where a move leads: a state, where it was before it waited, or nowhere else. */
type Goal = CaseState | 'before' | 'same'

export interface MoveRule {
  from: readonly CaseState[]
  by: readonly CasePart[]
  to: Goal
  /**
   * `owner`: only whoever has it at this moment; helpers who took it are always those. `level`: of the desks only the one
   * at the level it is on; staff act for their compounds too, and at
   * every level for what is with those who do it. Without it, any desk that sees the case.
   */
  only?: 'owner' | 'level'
  /** Only where the service goes one of these ways. */
  ways?: readonly CaseWay[]
}

const live = ['asked', 'waiting', 'open', 'dispatched', 'doing', 'resolved', 'followUp'] as const
const desks = ['grid', 'staff', 'county'] as const
const doers = ['helper', 'unit', ...desks] as const

/** The table. `asker` includes those who keep who it is for; `county` counts on cases at its own level alone. */
export const moveRules = {
  say: { from: live, by: ['asker', 'party', ...doers], to: 'same' },
  look: { from: ['asked', 'doing'], by: [...desks, 'unit'], to: 'same', only: 'owner' },
  askBack: { from: ['asked', 'dispatched', 'doing'], by: doers, to: 'waiting', only: 'owner' },
  reply: { from: ['waiting'], by: ['asker', 'staff', 'grid'], to: 'before' },
  offer: { from: ['asked'], by: desks, to: 'open', only: 'owner', ways: ['volunteers'] },
  take: { from: ['open'], by: ['neighbour', 'follower'], to: 'doing' },
  giveBack: { from: ['open', 'doing'], by: doers, to: 'asked', only: 'owner' },
  dispatch: {
    from: ['asked', 'open', 'dispatched', 'doing'],
    by: desks,
    to: 'dispatched',
    only: 'level',
    ways: ['whistle', 'professional'],
  },
  accept: { from: ['dispatched', 'doing'], by: ['unit'], to: 'doing' },
  decline: { from: ['dispatched', 'doing'], by: ['unit'], to: 'asked' },
  handOn: { from: ['dispatched', 'doing'], by: ['unit'], to: 'same' },
  settle: { from: ['asked', 'open'], by: desks, to: 'doing', only: 'level', ways: ['ourselves'] },
  escalate: { from: ['asked'], by: ['grid', 'staff'], to: 'asked', only: 'owner' },
  return: { from: ['asked'], by: ['staff', 'county'], to: 'asked', only: 'owner' },
  spend: { from: ['doing'], by: doers, to: 'same', only: 'owner' },
  giveChange: { from: ['doing'], by: doers, to: 'same', only: 'owner' },
  clearMoney: { from: ['doing', 'waiting'], by: desks, to: 'asked' },
  propose: { from: ['doing'], by: ['unit'], to: 'same', only: 'owner' },
  agree: { from: ['doing'], by: ['asker', 'party', 'unit'], to: 'same' },
  resolve: { from: ['doing'], by: doers, to: 'resolved', only: 'owner' },
  confirm: { from: ['resolved'], by: ['asker'], to: 'closed' },
  reopen: { from: ['resolved', 'followUp', 'closed'], by: ['asker', 'staff'], to: 'asked' },
  score: { from: ['resolved', 'closed'], by: desks, to: 'closed' },
  makeGood: { from: ['followUp'], by: desks, to: 'closed', only: 'owner' },
  turnDown: { from: ['asked'], by: desks, to: 'closed', only: 'owner' },
  withdraw: { from: ['asked', 'waiting', 'open', 'dispatched', 'doing'], by: ['asker'], to: 'closed' },
  merge: { from: ['asked', 'waiting', 'open', 'dispatched'], by: desks, to: 'closed', only: 'level' },
} as const satisfies Record<MoveName, MoveRule>

/** Every move by name, in the order of the table. */
export const moveNames = Object.keys(moveRules) as MoveName[]
