// Who may do what to a case, from where, and where it goes: one table, for every service.
import type { CasePart, CaseState, MoveName } from '../contract'

/** Where a move leads: a state, where it was before it waited, or nowhere else. */
type Goal = CaseState | 'before' | 'same'

export interface MoveRule {
  from: readonly CaseState[]
  by: readonly CasePart[]
  to: Goal
  /** Only whoever has it at this moment, of those above. */
  isOwners?: boolean
}

const live = ['asked', 'waiting', 'open', 'dispatched', 'doing', 'resolved', 'followUp'] as const
const desks = ['grid', 'staff', 'county'] as const
const doers = ['helper', 'unit', ...desks] as const

/** The table. `asker` includes those who keep who it is for; of the desks only the one at the level it is on. */
export const moveRules = {
  say: { from: live, by: ['asker', 'party', ...doers], to: 'same' },
  look: { from: ['asked', 'doing'], by: [...desks, 'unit'], to: 'same', isOwners: true },
  askBack: { from: ['asked', 'dispatched', 'doing'], by: [...doers], to: 'waiting', isOwners: true },
  reply: { from: ['waiting'], by: ['asker', 'staff', 'grid'], to: 'before' },
  offer: { from: ['asked'], by: [...desks], to: 'open', isOwners: true },
  take: { from: ['open'], by: ['neighbour', 'follower'], to: 'doing' },
  giveBack: { from: ['open', 'doing'], by: [...doers], to: 'same' },
  dispatch: { from: ['asked', 'open', 'dispatched', 'doing'], by: [...desks], to: 'dispatched' },
  accept: { from: ['dispatched', 'doing'], by: ['unit'], to: 'doing' },
  decline: { from: ['dispatched', 'doing'], by: ['unit'], to: 'asked' },
  handOn: { from: ['dispatched', 'doing'], by: ['unit'], to: 'same' },
  settle: { from: ['asked'], by: [...desks], to: 'doing', isOwners: true },
  escalate: { from: ['asked'], by: ['grid', 'staff'], to: 'asked', isOwners: true },
  return: { from: ['asked'], by: ['staff', 'county'], to: 'asked', isOwners: true },
  spend: { from: ['doing'], by: ['helper'], to: 'same' },
  giveChange: { from: ['doing'], by: ['helper'], to: 'same' },
  propose: { from: ['doing'], by: ['unit'], to: 'same' },
  agree: { from: ['doing'], by: ['asker', 'party', 'unit'], to: 'same' },
  resolve: { from: ['doing'], by: [...doers], to: 'resolved', isOwners: true },
  confirm: { from: ['resolved'], by: ['asker'], to: 'closed' },
  reopen: { from: ['resolved', 'followUp', 'closed'], by: ['asker', 'staff'], to: 'asked' },
  score: { from: ['resolved', 'closed'], by: ['grid', 'staff', 'county'], to: 'closed' },
  makeGood: { from: ['followUp'], by: [...desks], to: 'closed' },
  turnDown: { from: ['asked'], by: [...desks], to: 'closed', isOwners: true },
  withdraw: { from: ['asked', 'waiting', 'open', 'dispatched', 'doing'], by: ['asker'], to: 'closed' },
  merge: { from: ['asked', 'waiting', 'open', 'dispatched'], by: [...desks], to: 'closed' },
} as const satisfies Record<MoveName, MoveRule>
