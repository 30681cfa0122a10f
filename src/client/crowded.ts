/** What the cloud says when it lets nobody else in; nothing of such a call was begun. */
const codes: readonly unknown[] = [-501003, -501004]
const words = /exceed[_ ](concurrent[_ ])?request[_ ]limit|exceed_ratelimit|exceed_resource_limit|-50100[34]\b/i

/** How long a call is patient altogether, in ms, and the longest of its first pause and of any. */
export const patience = 20_000
const firstBound = 500
const lastBound = 4_000
/** Below this a pause is none. */
const least = 50

/** True when the cloud turned a call away because too many were running; it can then be repeated without harm. */
export function isCrowded(error: unknown): boolean {
  const { errCode, errMsg } = (error ?? {}) as { errCode?: unknown; errMsg?: unknown }
  return codes.includes(errCode) || (typeof errMsg === 'string' && words.test(errMsg))
}

/**
 * How long to pause before the next try, in ms, after so many pauses and `waited` ms since the first try; null when the
 * patience would be used up by then. Anything up to a bound that doubles: people who were turned away together come back
 * apart, the last time as well.
 */
export function pauseBefore(pauses: number, waited: number, chance: () => number): number | null {
  const bound = Math.min(lastBound, firstBound * 2 ** pauses)
  const pause = Math.max(least, chance() * bound)
  return waited + pause > patience ? null : pause
}

/**
 * Asks, and asks again while the cloud is crowded; passes on what is thrown otherwise, at the end of the patience, or
 * once nobody waits for the answer any more.
 */
export async function whenThereIsRoom<T>(ask: () => Promise<T>, isWanted: () => boolean = () => true): Promise<T> {
  const began = Date.now()
  for (let pauses = 0; ; pauses++) {
    try {
      return await ask()
    } catch (error) {
      const pause = isCrowded(error) ? pauseBefore(pauses, Date.now() - began, Math.random) : null
      if (pause === null) throw error
      await new Promise((done) => setTimeout(done, pause))
      if (!isWanted()) throw error
    }
  }
}
