// Whoever comes to the door is let in, also without a seat: it is given beyond the capacity, in one write.
import { bonded, bondOf } from '../domain/parties'
import type { ActivityDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import type { World } from './world'

type Seats = Pick<ActivityDoc, '_id' | 'bonds' | 'seats'>
type From = 'line' | 'pool' | 'nowhere'

/**
 * Gives somebody who came a seat, whether she waited, had asked, or was not signed up at all. `unit` is '' where there
 * are none; her place in a line is that of the unit she waited for. Twice is once.
 */
export async function letIn(world: World, seen: Seats, personId: string, unit: string): Promise<void> {
  // She may have moved between lists since the activity was read; each of these writes says where she is.
  for (const from of ['nowhere', 'line', 'pool', 'nowhere'] as const) {
    if (await seat(world, seen, personId, unit, from)) return
  }
}

async function seat({ store, now }: World, seen: Seats, personId: string, unit: string, from: From): Promise<boolean> {
  const { is } = store
  const bond = seen.bonds?.find((each) => from !== 'nowhere' && bonded(each).includes(personId))
  const ofUnit = unit ? `seats.${unit}` : ''
  const others = is.neq(personId)
  const where: Terms = { _id: seen._id, holders: others, line: others, pool: others }
  const data: Terms = { holders: is.push([personId]), seatsLeft: is.inc(-1), taken: is.inc(1), touchedAt: now }
  if (ofUnit) {
    data[`${ofUnit}.holders`] = is.push([personId])
    data[`${ofUnit}.left`] = is.inc(-1)
  }
  if (from !== 'nowhere') {
    where[from] = personId
    data[from] = is.pull(personId)
  }
  if (from === 'line') {
    data.waiting = is.inc(-1)
    if (ofUnit) {
      data[`${ofUnit}.line`] = is.pull(personId)
      data[`${ofUnit}.waiting`] = is.inc(-1)
    }
  }
  if (!bond) return (await store.change('activities', where, data)) > 0
  const left = bonded(bond).filter((each) => each !== personId)
  const kept = left.length > 1 ? { 'bonds.$': bondOf(left) } : { bonds: is.pull(bond) }
  if (await store.change('activities', { ...where, bonds: bond }, { ...data, ...kept })) return true
  return (await store.change('activities', where, data)) > 0
}

/** The unit in which she has a seat or waits; '' where there is none. */
export function unitHeldBy({ seats = {} }: Pick<ActivityDoc, 'seats'>, personId: string): string {
  const found = Object.entries(seats).find(([, { holders, line }]) => [...holders, ...line].includes(personId))
  return found?.[0] ?? ''
}
