// What cases come to as numbers: what one step adds, and the recount from all steps, which must agree.
import type { CaseFigures } from '../contract'
import type { CaseRules, CaseStepFact } from './case'
import { dayOf } from './times'

/** Numbers of one month (yyyy-mm) to be added; what is taken back is less than 0. */
export interface MonthDeltas {
  month: string
  deltas: Partial<CaseFigures>
}
type Step = Pick<CaseStepFact, 'turn' | 'at' | 'state' | 'outcome' | 'stars'>
type Counts = CaseRules['counts']

/** No figures at all. */
export const noFigures: CaseFigures = {
  asked: 0,
  solved: 0,
  mediated: 0,
  reopened: 0,
  declined: 0,
  stars: 0,
  scored: 0,
}

const monthOf = ({ at }: Step) => dayOf(at).slice(0, 7)

/** Under which figure an end is counted: orders are no opinions, and what was withdrawn or put together is no end. */
function endOf(counts: Counts, step: Step | null): 'solved' | 'mediated' | 'declined' | null {
  if (!step || counts === 'order') return null
  if (step.outcome === 'done') return counts === 'dispute' ? 'mediated' : 'solved'
  return step.outcome === 'declined' ? 'declined' : null
}

/** The step with which it last ended; null while it is open. */
function closing(steps: readonly Step[]): Step | null {
  let last: Step | null = null
  for (const step of steps) last = step.state === 'closed' ? (last ?? step) : null
  return last
}

const isReopening = (before: Step | undefined, step: Step) =>
  before !== undefined &&
  ['resolved', 'followUp', 'closed'].includes(before.state) &&
  ['asked', 'dispatched'].includes(step.state)

/** What one step of a case adds; an end that does not hold is taken back from the month in which it was counted. */
export function countOf(steps: readonly Step[], step: Step, counts: Counts): MonthDeltas[] {
  const before = steps.filter(({ turn }) => turn < step.turn)
  const month = monthOf(step)
  const deltas: Partial<CaseFigures> = {}
  if (before.length === 0 && counts !== 'order') deltas.asked = 1
  if (counts !== 'order' && isReopening(before.at(-1), step)) deltas.reopened = 1
  if (step.stars !== undefined) {
    deltas.stars = step.stars
    deltas.scored = 1
  }
  const [was, is] = [closing(before), closing([...before, step])]
  const ends = endOf(counts, is)
  const ended = endOf(counts, was)
  if (!was && ends) deltas[ends] = 1
  const all = was && !is && ended ? [{ month: monthOf(was), deltas: { [ended]: -1 } }] : []
  return Object.keys(deltas).length > 0 ? [...all, { month, deltas }] : all
}

/** Adds some figures to others. */
export function addFigures(one: CaseFigures, other: Partial<CaseFigures>): CaseFigures {
  const sum = { ...one }
  for (const name of Object.keys(noFigures) as (keyof CaseFigures)[]) sum[name] += other[name] ?? 0
  return sum
}

/** The recount: figures by month of some cases, from what they have come to and not from how they came there. */
export function figuresOf(cases: readonly { steps: readonly Step[]; counts: Counts }[]): Map<string, CaseFigures> {
  const months = new Map<string, CaseFigures>()
  const add = (step: Step, deltas: Partial<CaseFigures>) =>
    months.set(monthOf(step), addFigures(months.get(monthOf(step)) ?? noFigures, deltas))
  for (const { steps, counts } of cases) {
    const [first] = steps
    if (first && counts !== 'order') add(first, { asked: 1 })
    const end = closing(steps)
    const figure = endOf(counts, end)
    if (end && figure) add(end, { [figure]: 1 })
    steps.forEach((step, n) => {
      if (counts !== 'order' && isReopening(steps[n - 1], step)) add(step, { reopened: 1 })
      if (step.stars !== undefined) add(step, { stars: step.stars, scored: 1 })
    })
  }
  return months
}
