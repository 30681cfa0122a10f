// Every write to seats: one conditional update of the activity each, which holds whatever else happens at the moment.
import { bonded, bondOf, bondsWithout } from '../domain/parties'
import { longestLine, whereIs } from '../domain/seats'
import { unitOf } from '../domain/units'
import { pause } from '../ports/chance'
import type { ActivityDoc } from '../ports/documents'
import type { Store, Terms } from '../ports/store'
import type { World } from './world'

/** People who may ask for a seat at once. */
export const longestPool = 5000
const mostAttempts = 20

/** Everything that says who is where. */
export const placeFields = [
  'holders',
  'line',
  'pool',
  'bonds',
  'seats',
] as const satisfies readonly (keyof ActivityDoc)[]
export type Places = Pick<ActivityDoc, (typeof placeFields)[number]>

type Is = Store['is']
type People = readonly string[]
type Unit = string | null

const inUnit = (unit: string, field: string) => `seats.${unit}.${field}`
const countsOf = (unit: Unit) =>
  unit === null
    ? { left: 'seatsLeft', waiting: 'waiting' }
    : { left: inUnit(unit, 'left'), waiting: inUnit(unit, 'waiting') }

/** Holds while none of these people is in, waits or asked. */
function strangers({ is }: Store, people: People): Terms {
  const none = people.length === 1 ? is.neq(people[0]) : is.nin([...people])
  return { holders: none, line: none, pool: none }
}

const seated = (is: Is, people: People, unit: Unit): Terms => ({
  seatsLeft: is.inc(-people.length),
  taken: is.inc(people.length),
  holders: is.push([...people]),
  ...(unit !== null && {
    [inUnit(unit, 'left')]: is.inc(-people.length),
    [inUnit(unit, 'holders')]: is.push([...people]),
  }),
})

const queued = (is: Is, people: People, unit: Unit): Terms => ({
  waiting: is.inc(people.length),
  line: is.push([...people]),
  ...(unit !== null && {
    [inUnit(unit, 'waiting')]: is.inc(people.length),
    [inUnit(unit, 'line')]: is.push([...people]),
  }),
})

const seatsFree = (is: Is, people: People, unit: Unit): Terms => {
  const { left, waiting } = countsOf(unit)
  return { [left]: is.gte(people.length), [waiting]: 0 }
}

const noSeatsFree = (is: Is, people: People, unit: Unit) => {
  const { left, waiting } = countsOf(unit)
  return is.or([{ [left]: is.lt(people.length) }, { [waiting]: is.gt(0) }])
}

const bondPushed = (is: Is, people: People): Terms => (people.length > 1 ? { bonds: is.push([bondOf(people)]) } : {})

/** They have seats from now on, if enough are free, nobody waits for them, and none of them is anywhere yet. */
export function takeSeats({ store, now }: World, open: Terms, people: People, unit: Unit): Promise<number> {
  const { is } = store
  const where = { ...open, ...strangers(store, people), ...seatsFree(is, people, unit) }
  return store.change('activities', where, { ...seated(is, people, unit), touchedAt: now })
}

/** They go to the end of the line, side by side, while too few seats are free or others wait. */
export function joinLine({ store, now }: World, open: Terms, people: People, unit: Unit): Promise<number> {
  const { is } = store
  const room = { [`line.${longestLine - people.length}`]: is.exists(false) }
  return store.change(
    'activities',
    is.and([{ ...open, ...room, ...strangers(store, people) }, noSeatsFree(is, people, unit)]),
    { ...queued(is, people, unit), ...bondPushed(is, people), touchedAt: now },
  )
}

/** They are among those who asked. */
export function joinPool({ store, now }: World, open: Terms, people: People, unit: Unit): Promise<number> {
  const { is } = store
  const room = { [`pool.${longestPool - people.length}`]: is.exists(false) }
  return store.change(
    'activities',
    // A unit that an edit takes away in this moment is not made again by halves.
    {
      ...open,
      ...room,
      ...strangers(store, people),
      ...(unit !== null && { [inUnit(unit, 'left')]: is.exists(true) }),
    },
    {
      pool: is.push([...people]),
      ...(unit !== null && { [inUnit(unit, 'pool')]: is.push([...people]) }),
      ...bondPushed(is, people),
      touchedAt: now,
    },
  )
}

/** The bonds as these people leave them, in a write that holds only while they are as they were seen. */
export function bondsChanged(
  seen: Pick<Places, 'bonds'>,
  gone: People,
  added: readonly string[] = [],
): { where: Terms; data: Terms } {
  const { bonds = [] } = seen
  const after = [...bondsWithout(bonds, gone), ...added]
  const isSame = after.length === bonds.length && after.every((bond, at) => bond === bonds[at])
  return isSame ? { where: {}, data: {} } : { where: bonds.length > 0 ? { bonds } : {}, data: { bonds: after } }
}

/** Of those who asked, these have seats, or places in the line, from now on. */
export function admit(
  { store, now }: World,
  seen: Places & { _id: string },
  people: People,
  unit: Unit,
  to: 'seat' | 'line',
): Promise<number> {
  const { is } = store
  const isParty = to === 'line' && people.length > 1
  const bonds = bondsChanged(seen, people, isParty ? [bondOf(people)] : [])
  const on = { _id: seen._id, state: is.in(['published', 'closed']), pool: is.all([...people]), ...bonds.where }
  const where = to === 'seat' ? { ...on, ...seatsFree(is, people, unit) } : is.and([on, noSeatsFree(is, people, unit)])
  return store.change('activities', where, {
    ...(to === 'seat' ? seated(is, people, unit) : queued(is, people, unit)),
    pool: is.pullAll([...people]),
    ...(unit !== null && { [inUnit(unit, 'pool')]: is.pullAll([...people]) }),
    ...bonds.data,
    touchedAt: now,
  })
}

/** They move from the line into seats, while each stands where she was seen and enough seats are free. */
export function giveSeats(
  { store, now }: World,
  seen: Places & Pick<ActivityDoc, '_id' | 'seatsLeft' | 'revision'>,
  people: People,
  unit: Unit,
): Promise<number> {
  const { is } = store
  const n = people.length
  const unitSeats = unit === null ? undefined : seen.seats?.[unit]
  const line = unitSeats?.line ?? seen.line
  const left = unitSeats?.left ?? seen.seatsLeft
  const path = unit === null ? 'line' : inUnit(unit, 'line')
  const places = Object.fromEntries(people.map((personId) => [`${path}.${line.indexOf(personId)}`, personId]))
  // Whoever was passed over might fit by now: then the line is looked at again.
  const isInOrder = people.every((personId, at) => line[at] === personId)
  const gone = (seen.bonds ?? []).filter((bond) => bonded(bond).every((personId) => people.includes(personId)))
  return store.change(
    'activities',
    {
      _id: seen._id,
      state: is.in(['published', 'closed']),
      // A unit's time is part of the form; an edit meanwhile may have moved it.
      ...(unit === null ? { startsAt: is.gt(now) } : { revision: seen.revision }),
      [countsOf(unit).left]: isInOrder ? is.gte(n) : left,
      ...places,
    },
    {
      ...seated(is, people, unit),
      waiting: is.inc(-n),
      line: is.pullAll([...people]),
      ...(unit !== null && {
        [inUnit(unit, 'waiting')]: is.inc(-n),
        [inUnit(unit, 'line')]: is.pullAll([...people]),
      }),
      ...(gone.length > 0 && { bonds: is.pullAll(gone) }),
      touchedAt: now,
    },
  )
}

/** Takes people out of wherever they are, all in one write; a bond they leave shrinks. Twice is once. */
export async function freePlaces(world: World, _id: string, people: People, first?: Places): Promise<void> {
  let seen: Places | null = first ?? null
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    seen ??= await world.store.read('activities', _id, placeFields)
    const there = seen ? people.filter((personId) => seen && whereIs(seen, personId) !== 'out') : []
    if (!seen || there.length === 0) return
    const { where, data } = leaving(world.store.is, seen, there)
    if (await world.store.change('activities', { _id, ...where }, { ...data, touchedAt: world.now })) return
    if (attempt > 0) await pause(attempt)
    seen = null
  }
  throw new Error('the places kept changing')
}

/** The one write by which these people leave, which holds while all of them are where they were seen. */
function leaving(is: Is, seen: Places, people: People): { where: Terms; data: Terms } {
  const at = (where: string) => people.filter((personId) => whereIs(seen, personId) === where)
  const [inside, waiting, asked] = [at('in'), at('waiting'), at('asked')]
  const bonds = bondsChanged(seen, people)
  const terms = { where: { ...bonds.where }, data: { ...bonds.data } }
  const leave = (list: string, gone: People, counts: Terms) => {
    if (gone.length === 0) return
    Object.assign(terms.where, { [list]: gone.length === 1 ? gone[0] : is.all([...gone]) })
    Object.assign(terms.data, { [list]: is.pullAll([...gone]), ...counts })
  }
  leave('holders', inside, { seatsLeft: is.inc(inside.length), taken: is.inc(-inside.length) })
  leave('line', waiting, { waiting: is.inc(-waiting.length) })
  leave('pool', asked, {})
  for (const unit of new Set(people.map((personId) => unitOf(seen, personId)))) {
    if (unit === null) continue
    const ofUnit = (personId: string) => unitOf(seen, personId) === unit
    const [here, queue, hoping] = [inside.filter(ofUnit), waiting.filter(ofUnit), asked.filter(ofUnit)]
    leave(inUnit(unit, 'holders'), here, { [inUnit(unit, 'left')]: is.inc(here.length) })
    leave(inUnit(unit, 'line'), queue, { [inUnit(unit, 'waiting')]: is.inc(-queue.length) })
    leave(inUnit(unit, 'pool'), hoping, {})
  }
  return terms
}
