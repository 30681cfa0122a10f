import { forget, recall, remember } from '@/device/remember'

/** An answer larger than this is not kept: storage is for a first glance, not for an archive. */
const mostCharacters = 40_000
/** After a month a kept answer tells nothing any more. */
const oldestMs = 30 * 24 * 3600 * 1000
/** Raised when the shape of what is kept changes. */
const edition = 3

interface Kept<T> {
  edition: number
  at: number
  data: T
}

/** The last answer kept under a name and when it came, or null. */
export function lastAnswer<T>(name: string): { data: T; at: number } | null {
  const kept = recall<Kept<T>>(`last:${name}`)
  if (!kept || kept.edition !== edition || Date.now() - kept.at > oldestMs) return null
  return { data: kept.data, at: kept.at }
}

/** Keeps an answer for the next start without a network. Only for what concerns her or everybody. */
export function keepAnswer(name: string, data: unknown, at: number): void {
  if (JSON.stringify(data).length > mostCharacters) forget(`last:${name}`)
  else remember(`last:${name}`, { edition, at, data })
}
