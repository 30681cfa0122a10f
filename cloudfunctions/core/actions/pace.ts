// How fast one person may call. Each instance counts for itself, which costs nothing; where it alone sees much from one
// person, it adds that to the counter they all share. So instances together let in, of one person in a minute, at most
// the limit and what each of them has not added yet: less than a quarter of it each.
import { mostOf } from '../ports/limits'
import { counterOf, ifCounted, minuteMs, take } from './allowance'
import type { World } from './world'

/** One person in one minute. */
interface Seen {
  calls: number
  /** Calls of the minute before. */
  before: number
  /** Whether the shared counter of this minute is full. */
  isFull: boolean
}
let minute = 0
let seen = new Map<string, Seen>()
let seenBefore = new Map<string, Seen>()

/** Seconds until she may call again, 0 when she may now. Whoever the platform does not name is not counted. */
export async function secondsToWait(world: World): Promise<number> {
  const { id, now } = world
  if (id === '') return 0
  const most = mostOf('CALLS_PER_MINUTE')
  const gone = (now % minuteMs) / minuteMs
  const hers = seenNow(id, Math.floor(now / minuteMs))
  // As if the calls of the minute before had been spread evenly over it.
  if (!hers.isFull && hers.calls + hers.before * (1 - gone) >= most) return waitFor(hers, most, gone)
  const share = Math.max(1, Math.floor(most / 4))
  if (!hers.isFull && (hers.calls + 1) % share === 0) {
    const until = (minute + 2) * minuteMs
    const counter = counterOf(world, 'calls', minute)
    const taking = () => take(world, counter, { count: share, most, until })
    hers.isFull = !(await ifCounted(world.trace, 'calls', taking, true))
  }
  if (hers.isFull) return Math.ceil((1 - gone) * 60)
  hers.calls++
  return 0
}

function seenNow(id: string, now: number): Seen {
  if (now !== minute) {
    seenBefore = now === minute + 1 ? seen : new Map()
    seen = new Map()
    minute = now
  }
  const hers = seen.get(id) ?? { calls: 0, before: seenBefore.get(id)?.calls ?? 0, isFull: false }
  seen.set(id, hers)
  return hers
}

/** Until the calls of the last minute, weighed as above, are below the limit. */
function waitFor({ calls, before }: Seen, most: number, gone: number): number {
  const until = calls < most ? 1 - (most - calls) / before : 2 - most / calls
  return Math.max(1, Math.ceil((until - gone) * 60))
}
