// What a person may take within a span of time, counted for all instances together.
import { log, withoutValues } from '../ports/log'
import { messageOf } from '../ports/store'
import { sweepSlow } from './slow'
import type { Work } from './timer-round'
import type { World } from './world'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** Under which her counter of this span stands: an id from which nobody reads whose it is. */
export const counterOf = ({ ids, id }: Pick<World, 'ids' | 'id'>, what: string, span: number): string =>
  ids.made('l', id, `${what} ${span}`)

/** What counting gives; `otherwise` where that fails: nobody is sent away since it could not be counted what she took. */
export async function ifCounted<T>(
  trace: string,
  counter: string,
  counting: () => Promise<T>,
  otherwise: T,
): Promise<T> {
  try {
    return await counting()
  } catch (error) {
    log({ trace, counter, fault: withoutValues(messageOf(error)) }, true)
    return otherwise
  }
}

/** Takes so much of `most`, unless then there were more; `seen` says of what. One or two requests, three when refused. */
export async function take(
  { store }: World,
  _id: string,
  { count, most, until, seen }: { count: number; most: number; until: number; seen?: string[] },
): Promise<boolean> {
  const { is } = store
  if (count > most) return false
  const more = async () => {
    const change = { taken: is.inc(count), ...(seen && { seen: is.push(seen) }) }
    return (await store.change('limits', { _id, taken: is.lte(most - count) }, change)) > 0
  }
  if (await more()) return true
  return (await store.add('limits', { _id, taken: count, until, ...(seen && { seen }) })) || more()
}

/** Counters removed in one round. */
const mostSwept = 200

/** Removes the counters of spans that are over, and what was slow long ago. */
export const sweepLimits: Work = async (world) => {
  const { store, now } = world
  const { is } = store
  await sweepSlow(world)
  const over = await store.find('limits', { until: is.lte(now) }, { fields: ['_id'], limit: mostSwept })
  if (over.length > 0) await store.remove('limits', { _id: is.in(over.map(({ _id }) => _id)) })
}
