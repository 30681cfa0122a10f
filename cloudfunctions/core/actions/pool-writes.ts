// The one write that gives all who asked their places at once: at the draw, and when asking ends.
import { bondOf, bondsWithout } from '../domain/parties'
import type { ActivityDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import type { World } from './world'

interface Placed {
  seated: readonly (readonly string[])[]
  waiting: readonly (readonly string[])[]
}

/**
 * Gives parties their seats, and all others places at the end of the line, in this order, only while the same people ask
 * and the same seats are free; `more` holds and is written with it. 0 when something changed.
 */
export function placeAll(
  { store, now }: World,
  activity: ActivityDoc,
  { seated, waiting }: Placed,
  more: { where: Terms; data: Terms },
): Promise<number> {
  const { is } = store
  const { _id, pool = [], bonds = [] } = activity
  const [inside, queue] = [seated.flat(), waiting.flat()]
  const together = waiting.filter((party) => party.length > 1).map(bondOf)
  const ofUnits: Terms = {}
  const still: Terms = {}
  for (const [unit, own] of Object.entries(activity.seats ?? {})) {
    const ofUnit = (one: string) => own.pool?.includes(one)
    const [here, behind] = [inside.filter(ofUnit), queue.filter(ofUnit)]
    still[`seats.${unit}.left`] = own.left
    still[`seats.${unit}.waiting`] = own.waiting
    if (here.length + behind.length === 0) continue
    ofUnits[`seats.${unit}.pool`] = []
    ofUnits[`seats.${unit}.left`] = is.inc(-here.length)
    ofUnits[`seats.${unit}.waiting`] = is.inc(behind.length)
    ofUnits[`seats.${unit}.holders`] = is.push(here)
    ofUnits[`seats.${unit}.line`] = is.push(behind)
  }
  return store.change(
    'activities',
    {
      _id,
      seatsLeft: activity.seatsLeft,
      waiting: activity.waiting,
      ...(pool.length > 0 ? { pool } : { 'pool.0': is.exists(false) }),
      ...(bonds.length > 0 ? { bonds } : {}),
      ...still,
      ...more.where,
    },
    {
      pool: [],
      bonds: [...bondsWithout(bonds, pool), ...together],
      ...(inside.length > 0 && { holders: is.push(inside) }),
      ...(queue.length > 0 && { line: is.push(queue) }),
      seatsLeft: is.inc(-inside.length),
      taken: is.inc(inside.length),
      waiting: is.inc(queue.length),
      touchedAt: now,
      ...ofUnits,
      ...more.data,
    },
  )
}
