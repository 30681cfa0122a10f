// Whoever comes to the door is let in, also without a seat: it is given beyond the capacity, in one write.
import { whereIs } from '../domain/seats'
import { unitOf } from '../domain/units'
import { pause } from '../ports/chance'
import type { ActivityDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { bondsChanged, placeFields, type Places } from './seat-writes'
import type { World } from './world'

type Seats = Places & Pick<ActivityDoc, '_id'>
const mostAttempts = 20

/**
 * Gives somebody who came a seat, whether she waited, had asked, or was not signed up at all; answers with its unit, ''
 * where she is in none: the one she waits in or asked for, else the `unit` that was chosen. Twice is once.
 */
export async function letIn(world: World, first: Seats, personId: string, unit: string): Promise<string> {
  let seen = first
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const own = unitOf(seen, personId) ?? (seen.seats?.[unit] ? unit : '')
    if (whereIs(seen, personId) === 'in' || (await seat(world, seen, personId, own))) return own
    // She moved between lists, or her party changed, since the activity was read.
    if (attempt > 0) await pause(attempt)
    const now = await world.store.read('activities', seen._id, ['_id', ...placeFields])
    if (!now) return ''
    seen = now
  }
  throw new Error('the places kept changing')
}

/** The one write, which holds while she is where she was seen and her party is as it was. */
async function seat({ store, now }: World, seen: Seats, personId: string, unit: string): Promise<boolean> {
  const { is } = store
  const from = whereIs(seen, personId)
  const bonds = bondsChanged(seen, [personId])
  const others = is.neq(personId)
  const where: Terms = { _id: seen._id, holders: others, line: others, pool: others, ...bonds.where }
  const data: Terms = { holders: is.push([personId]), seatsLeft: is.inc(-1), taken: is.inc(1), touchedAt: now }
  const inUnit = (field: string) => `seats.${unit}.${field}`
  if (unit) {
    // A unit that an edit takes away in this moment is not made again by halves.
    where[inUnit('left')] = is.exists(true)
    data[inUnit('holders')] = is.push([personId])
    data[inUnit('left')] = is.inc(-1)
    data.isCrowded = true
  }
  const list = { waiting: 'line', asked: 'pool', in: '', out: '' }[from]
  if (list) {
    where[list] = personId
    data[list] = is.pull(personId)
    if (unit) data[inUnit(list)] = is.pull(personId)
  }
  if (from === 'waiting') {
    data.waiting = is.inc(-1)
    if (unit) data[inUnit('waiting')] = is.inc(-1)
  }
  return (await store.change('activities', where, { ...data, ...bonds.data })) > 0
}
