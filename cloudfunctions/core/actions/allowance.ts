// What a person may take within a span of time, counted for all instances together.
import type { Work } from './timer-round'
import type { World } from './world'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** Under which her counter of this span stands: an id from which nobody reads whose it is. */
export const counterOf = ({ ids, id }: Pick<World, 'ids' | 'id'>, what: string, span: number): string =>
  ids.made('l', id, `${what} ${span}`)

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

/** Removes the counters of spans that are over. */
export const sweepLimits: Work = async ({ store, now }) => {
  const { is } = store
  const over = await store.find('limits', { until: is.lte(now) }, { fields: ['_id'], limit: mostSwept })
  if (over.length > 0) await store.remove('limits', { _id: is.in(over.map(({ _id }) => _id)) })
}
