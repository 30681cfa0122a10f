/** A seeded source of chance: the same seed gives the same county. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number
  /** True in `share` of the cases. */
  yes(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** One of `from`, the more likely the higher its weight. */
  weighted<T>(from: readonly T[], weight: (item: T) => number): T
  shuffled<T>(from: readonly T[]): T[]
}

/** Chance for one purpose; purposes do not disturb each other. */
export function chanceOf(seed: number, purpose: string): Chance {
  let state = fnv(`${seed}/${purpose}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to pick from')
    return from[Math.floor(next() * from.length)] as T
  }
  return {
    next,
    pick,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    yes: (share) => next() < share,
    weighted(from, weight) {
      let left = next() * from.reduce((sum, item) => sum + weight(item), 0)
      for (const item of from) {
        left -= weight(item)
        if (left < 0) return item
      }
      return pick(from)
    },
    shuffled(from) {
      const items = [...from]
      for (let at = items.length - 1; at > 0; at--) {
        const other = Math.floor(next() * (at + 1))
        ;[items[at], items[other]] = [items[other] as never, items[at] as never]
      }
      return items
    },
  }
}

function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash | 0
}
