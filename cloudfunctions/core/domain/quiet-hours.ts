// When WeChat may ring somebody's phone. docs/rules-reach.md tells the same rule in prose.
import { atHour, hourOf } from './times'

const day = 24 * 3_600_000
/** Nobody is woken: from the one hour to the other WeChat brings nothing that can wait. */
export const quiet = { from: 21.5, to: 7.5 }
/** What starts sooner than this after the quiet hours does not wait for their end, ms. */
export const tooSoonToWait = 2 * 3_600_000

/** Kinds of notices that answer what somebody does at this very moment: those never wait. */
const ofTheMoment = new Set(['answered', 'arrived', 'mistaken', 'left', 'home', 'notArrived', 'missing'])

/**
 * When WeChat may be asked to tell: now, or at the end of the quiet hours. What starts, or wants an answer, before half
 * past nine that morning does not wait, nor does what answers somebody at this moment.
 */
export function dueAfterQuiet(now: number, { kind, startsAt }: { kind: string; startsAt?: number }): number {
  const hour = hourOf(now)
  if (ofTheMoment.has(kind) || (hour >= quiet.to && hour < quiet.from)) return now
  const morning = atHour(hour < quiet.to ? now : now + day, quiet.to)
  return startsAt !== undefined && startsAt < morning + tooSoonToWait ? now : morning
}
