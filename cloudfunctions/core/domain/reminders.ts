// When people are reminded. docs/rules-hours.md tells the same rule in prose.
import { atHour, hourOf, startOfDay } from './times'

const hour = 3_600_000
const day = 24 * hour

/** The evening before, at this hour. */
const eveningAt = 18
/** And so long before the start. */
const soonBefore = 2 * hour
/** Nobody is woken: nothing is sent from the one hour to the other. */
const night = { from: 22, to: 6 }
/** A round looks back no further than this, however long the timer stood still. */
const longestLook = day

export type Reminding = 'eve' | 'soon'

/** When people are reminded of something that starts at a moment, on its eve. */
export const eveOf = (startsAt: number): number => atHour(startsAt - day, eveningAt)

/** When they are reminded shortly before; null when that would be at night. */
export function soonOf(startsAt: number): number | null {
  const due = startsAt - soonBefore
  return hourOf(due) >= night.from || hourOf(due) < night.to ? null : due
}

/** A span of starts, from the first moment on and before the second. */
export interface Starts {
  from: number
  until: number
}

/**
 * Of which starts the reminders are due after `since` and up to `now`. What has begun is reminded of no more. These
 * moments follow from the start alone, so the index of starts finds what is due and nothing has to be kept beside it.
 */
export function startsDue(which: Reminding, since: number, now: number): Starts | null {
  const after = Math.max(since, now - longestLook)
  if (which === 'soon') return within(after + soonBefore + 1, now + soonBefore + 1, now)
  const evening = atHour(now, eveningAt) <= now ? atHour(now, eveningAt) : atHour(now - day, eveningAt)
  if (evening <= after) return null
  const tomorrow = startOfDay(evening) + day
  return within(tomorrow, tomorrow + day, now)
}

function within(from: number, until: number, now: number): Starts | null {
  const later = Math.max(from, now + 1)
  return later < until ? { from: later, until } : null
}
