// Which fact of the trail is the one that is now.
import type { CaseStep } from '@core/contract'

/** Moves that say nothing of where it stands: what was so before them is so after them. */
const besides = ['say', 'look', 'joined', 'remind', 'overdue', 'handOn', 'spend', 'giveChange', 'propose', 'agree']

/** The place of the fact that says where the case stands now: the last that brought it there. */
export function currentOf(steps: readonly Pick<CaseStep, 'move' | 'state'>[]): number {
  const says = (step: Pick<CaseStep, 'move' | 'state'>, place: number) =>
    !besides.includes(step.move) || step.state !== steps[place - 1]?.state
  const last = steps.reduce((found, step, place) => (says(step, place) ? place : found), 0)
  return steps.length === 0 ? -1 : last
}
