// Actions that took too long, told to those who look after the whole.
import { dayLong, dayOf } from '../domain/times'
import { log, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'
import type { World } from './world'

/** A person notices this, ms. */
const slowFrom = 2_000
/** An instance tells of slow actions this often at most, so that a busy hour is not made slower by telling of it. */
const tellEvery = 60_000

/** Slow actions are remembered so many days, and so many of older ones removed at once. */
const keptDays = 30
const mostSwept = 200

const untold = new Map<string, { times: number; worstMs: number }>()
let toldAt = 0

/** Notes a call that took long; what several calls of this instance met is written together. Never throws. */
export async function noteSlow({ store, now, trace }: World, action: string): Promise<void> {
  const ms = Date.now() - now
  if (ms < slowFrom) return
  const { times, worstMs } = untold.get(action) ?? { times: 0, worstMs: 0 }
  untold.set(action, { times: times + 1, worstMs: Math.max(worstMs, ms) })
  if (now - toldAt < tellEvery) return
  toldAt = now
  const day = dayOf(now)
  try {
    for (const [name, seen] of untold) {
      const _id = `${day}_${name.replace('.', '_')}`
      const more = { times: store.is.inc(seen.times), worstMs: store.is.max(seen.worstMs) }
      const isThere = (await store.change('slow', { _id }, more)) > 0
      if (!isThere) await store.add('slow', { _id, day, action: name, ...seen })
      untold.delete(name)
    }
  } catch (error) {
    log({ trace, timer: 'slow', fault: withoutValues(messageOf(error)) }, true)
  }
}

/** Removes what was slow long ago. */
export async function sweepSlow({ store, now }: World): Promise<void> {
  const { is } = store
  const day = is.lt(dayOf(now - keptDays * dayLong))
  const old = await store.find('slow', { day }, { fields: ['_id'], limit: mostSwept })
  if (old.length > 0) await store.remove('slow', { _id: is.in(old.map(({ _id }) => _id)) })
}
