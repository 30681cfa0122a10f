import type { ActivityCard, DayRow, OutputOf, daySheet } from '@core/contract'
import type { NotTaken, NotedStep } from '@core/domain/day-queue'
import { forget, recall, remember } from '@/device'

/** The roster of a day as this phone fetched it last; `skew` is what the cloud's clock shows more than the phone's. */
export interface Sheet {
  card: ActivityCard
  units: OutputOf<typeof daySheet>['units']
  rows: DayRow[]
  settledAt: number | null
  /** Whether the team promised to see people home. */
  seesHome: boolean
  skew: number
  asOf: number
}

/** Raised when the shape of what is kept changes. */
const edition = 3
/** Names and numbers stay on a leader's phone this long after the end, and no longer. */
const keptAfterEnd = 24 * 3_600_000

const list = 'days'
const sheetOf = (id: string) => `day:${id}`
const stepsOf = (id: string) => `day-steps:${id}`
const notTakenOf = (id: string) => `day-not-taken:${id}`

interface Day {
  id: string
  endsAt: number
}

/** The roster kept for an activity, or null. */
export function keptSheet(id: string): Sheet | null {
  const kept = recall<Sheet & { edition: number }>(sheetOf(id))
  return kept?.edition === edition ? kept : null
}

/** Keeps the roster of an activity for a start without network. */
export function keepSheet(id: string, sheet: Sheet): void {
  remember(sheetOf(id), { edition, ...sheet })
  const others = days().filter((day) => day.id !== id)
  remember(list, [...others, { id, endsAt: sheet.card.endsAt }])
}

/** Steps that wait to be merged. */
export const keptSteps = (id: string): NotedStep[] => recall<NotedStep[]>(stepsOf(id)) ?? []

/** Keeps what waits to be merged; says whether the phone could. */
export function keepSteps(id: string, steps: readonly NotedStep[]): boolean {
  if (steps.length > 0) return remember(stepsOf(id), steps)
  forget(stepsOf(id))
  return true
}

/** What the cloud did not take, until the leader has read it. */
export const keptNotTaken = (id: string): NotTaken[] => recall<NotTaken[]>(notTakenOf(id)) ?? []

/** Keeps what the cloud did not take. */
export function keepNotTaken(id: string, notTaken: readonly NotTaken[]): void {
  if (notTaken.length > 0) remember(notTakenOf(id), notTaken)
  else forget(notTakenOf(id))
}

const days = () => recall<Day[]>(list) ?? []

/** Activities with steps that wait on this phone. */
export const daysWaiting = (): string[] => days().flatMap(({ id }) => (keptSteps(id).length > 0 ? [id] : []))

/** Forgets the roster of an activity, unless something of it still waits to be merged. */
export function forgetSheet(id: string): void {
  if (keptSteps(id).length > 0) return
  forget(sheetOf(id))
  forget(notTakenOf(id))
  remember(
    list,
    days().filter((day) => day.id !== id),
  )
}

/** Forgets the rosters of days long over. */
export function forgetOldSheets(now: number): void {
  for (const { id, endsAt } of days()) if (now > endsAt + keptAfterEnd) forgetSheet(id)
}
