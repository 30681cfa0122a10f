// What is ordered for a day goes by that day, weekends too: who comes is known the evening before, and it is done that evening.
import { isInHands, type CaseFacts, type CaseStepFact } from './case'
import { atHour, momentOfDay } from './times'
import { addWorking, workingBetween } from './working-time'

const hour = 3_600_000
const daytime = '2h'
/** The hour of the evening before by which somebody has it, and of the day itself by which it is done. */
const eveHour = 18
const doneHour = 20
const morningHour = 8

type Ticks = Pick<CaseFacts, 'clock' | 'dueAt' | 'nextAt' | 'left'>

/** Moments (ms) of an ordered day: by when somebody has it, when it begins, by when it is done. */
function momentsOf(day: string) {
  const midnight = momentOfDay(day)
  return {
    eve: atHour(midnight - hour, eveHour),
    morning: atHour(midnight, morningHour),
    evening: atHour(midnight, doneHour),
  }
}

/**
 * The clock of an order by its day; null for what was not ordered for a day, and once that day is over. `own` is the clock
 * it would have else: somebody has it by then too, with two hours of the daytime at least.
 */
export function orderClock(
  kase: Pick<CaseFacts, 'project' | 'state' | 'before'>,
  own: Ticks,
  now: number,
): Ticks | null {
  if (!kase.project) return null
  const { eve, morning, evening } = momentsOf(kase.project.day)
  if (now >= evening) return null
  if (isInHands(kase)) {
    const dueAt = Math.max(evening, addWorking(now, hour / 2, daytime))
    return { clock: daytime, left: 0, dueAt, nextAt: now < morning ? morning : remindedBefore(dueAt, now) }
  }
  const latest = Math.max(eve, addWorking(now, 2 * hour, daytime))
  if (own.dueAt <= latest) return own
  return { clock: daytime, left: 0, dueAt: latest, nextAt: remindedBefore(latest, now) }
}

/** When a quarter of the daytime is left, half an hour before at the latest. */
function remindedBefore(dueAt: number, now: number): number {
  const left = workingBetween(now, dueAt, daytime)
  return addWorking(now, Math.max(0, left - Math.max(left / 4, hour / 2)), daytime)
}

type Ordered = Pick<CaseFacts, 'project' | 'steps'>

/** The team whose project it is: to whom an order went by itself; '' where there is none. */
export const projectTeam = ({ steps }: Pick<CaseFacts, 'steps'>): string =>
  steps.find(({ move }) => move === 'begin')?.to[0] ?? ''

/** Whether a step gives the case to the team of its project, which needs a place of the day for it. */
const isToTeam = (kase: Ordered, step: Pick<CaseStepFact, 'move' | 'to'>) =>
  step.move === 'dispatch' && step.to.includes(projectTeam(kase))

/**
 * Whether a step gives the place of the day back: it is over without having been done, or another unit has it. As long as it
 * is wanted it keeps its place, and one that went back to the team since has taken it anew.
 */
export function freesPlace(kase: Ordered, step: CaseStepFact): boolean {
  if (kase.project === null || step.turn === 1) return false
  if (kase.steps.some((later) => later.turn > step.turn && isToTeam(kase, later))) return false
  if (step.state === 'closed') return step.outcome !== 'done'
  return step.move === 'dispatch' && !isToTeam(kase, step)
}
