// Time that counts for a deadline: offices' hours on working days; for what is urgent, the day's hours on every day.
import type { Clock } from '../contract'
import { daysOff, madeUp } from './holidays'
import { atHour, calendar, dayOf, startOfDay } from './times'

const hour = 3_600_000
const day = 24 * hour

/** How much working time a class of deadline gives, ms: a working day is ten hours. */
export const clockLengths: Readonly<Record<Clock, number>> = {
  '2h': 2 * hour,
  '24h': 10 * hour,
  '7d': 70 * hour,
  '15d': 150 * hour,
}

/** Whether offices work on the day of a moment. */
export function isWorkingDay(at: number): boolean {
  const date = dayOf(at)
  if (daysOff.has(date)) return false
  return madeUp.includes(date) || !['周六', '周日'].includes(calendar(at).weekday)
}

/** From when to when the day of a moment counts; nothing of it when both are the same. */
function counted(at: number, clock: Clock): [number, number] {
  if (clock === '2h') return [atHour(at, 8), atHour(at, 20)]
  return [atHour(at, 8), atHour(at, isWorkingDay(at) ? 18 : 8)]
}

/** The moment at which so much counted time (ms) has passed since `from`; always within counted hours. */
export function addWorking(from: number, ms: number, clock: Clock): number {
  let left = ms
  for (let midnight = startOfDay(from); ; midnight += day) {
    const [begins, ends] = counted(midnight, clock)
    const start = Math.max(begins, from)
    if (start >= ends) continue
    if (start + left <= ends) return start + left
    left -= ends - start
  }
}

/** How much counted time (ms) lies between two moments; 0 when the second is not later. */
export function workingBetween(from: number, to: number, clock: Clock): number {
  let sum = 0
  for (let midnight = startOfDay(from); midnight < to; midnight += day) {
    const [begins, ends] = counted(midnight, clock)
    sum += Math.max(0, Math.min(ends, to) - Math.max(begins, from))
  }
  return sum
}
