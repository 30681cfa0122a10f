// How a notice reaches people: what WeChat's answer means, how a burst becomes one message, and who still has to be
// called. docs/rules-reach.md tells the same rule in prose.
import { calendar } from './times'

/** WeChat's code for somebody who allowed no more messages of a template. */
export const noConsentLeft = 43101
/** Our own code where nobody knows whether WeChat was asked, or what it did. */
export const nobodyKnows = -2

/**
 * How far somebody is with a notice that everybody has to know of: on its way, nobody reached yet, by WeChat, by reading
 * it, through the family, by a call; `past` once it says nothing any more that holds.
 */
export type Stand = 'queued' | 'open' | 'sent' | 'read' | 'family' | 'called' | 'past'

/** Where a later word may still change how she stands. */
export const unreached = ['queued', 'open'] as const satisfies readonly Stand[]

/** What an answer of WeChat means. An unclear one is never sent again: the message may have arrived. */
export function fateOf(code: number): 'sent' | 'refused' | 'failed' | 'unknown' {
  if (code === 0) return 'sent'
  if (code === noConsentLeft) return 'refused'
  return code < 0 ? 'unknown' : 'failed'
}

/** How somebody stands once WeChat answered. */
export const standAfter = (code: number): Stand => (fateOf(code) === 'sent' ? 'sent' : 'open')

/** Changes of one activity within so long make one message, ms. */
export const burst = 5 * 60_000

/** When a further change of the same activity may go to the same account: at once, or when the burst is over. */
export const dueAfterBurst = (now: number, sentAt: readonly number[]): number =>
  Math.max(now, ...sentAt.filter((at) => at <= now).map((at) => at + burst))

/** Kinds of notices that say nothing any more once this one is told: what waits of them is not sent. */
export function overtakenBy(kind: string, isMoved = false): readonly string[] {
  if (kind === 'cancelled') return ['changed', 'movedUp', 'admitted', 'reminder']
  if (kind !== 'changed') return []
  return isMoved ? ['changed', 'reminder'] : ['changed']
}
/** Kinds that still hold after a move; while they wait, they take the new time and place. */
export const movedWith = ['movedUp', 'admitted'] as const

const two = (n: number) => String(n).padStart(2, '0')

/** A moment as WeChat's time fields want it: 2026年9月3日 09:00 */
export function letterTime(at: number): string {
  const { year, month, date, hour, minute } = calendar(at)
  return `${year}年${month}月${date}日 ${two(hour)}:${two(minute)}`
}
