import { atHour, hourOf } from './times'

const minute = 60_000
const hour = 60 * minute

/** From this long before the start, a seat that comes free is offered with a time to answer, not simply given. */
export const askFrom = 24 * hour
/** Nobody has to answer at night: an answer due between 22:00 and 8:00 is due at 8:30. */
const quiet = { from: 22, to: 8, answerAt: 8.5 }

/**
 * Till when a person who moves up now is asked to answer; null when the seat is simply hers.
 * Two hours, but no later than half an hour before the start, at least a quarter of an hour, never past the start.
 */
export function answerBy(now: number, startsAt: number): number | null {
  if (startsAt - now >= askFrom) return null
  const latest = startsAt - 30 * minute
  const due = Math.max(Math.min(now + 2 * hour, latest), now + 15 * minute)
  return Math.min(afterTheNight(due, latest), startsAt)
}

/** Moves an answer due at night to the morning, as far as the start allows. */
function afterTheNight(due: number, latest: number): number {
  const isNight = hourOf(due) >= quiet.from || hourOf(due) < quiet.to
  if (!isNight) return due
  const day = hourOf(due) >= quiet.from ? due + 24 * hour : due
  return Math.max(due, Math.min(atHour(day, quiet.answerAt), latest))
}
