import { whereIs } from '../domain/seats'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import { giveUp } from './activity-leave'
import type { World } from './world'

/** People join and leave meanwhile, and places in the lists shift; so often we look again. */
const mostAttempts = 12

/**
 * One sign-up of a claimed record, with its seat, becomes that of the account. Where she is in by herself too, the
 * record's seat is given back before the end and left as it was after it. Twice is once.
 */
export async function takeOverSeats(world: World, row: SignupDoc, to: string): Promise<void> {
  const { store, ids } = world
  const from = row.personId
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const activity = await store.read('activities', row.activityId)
    const places = activity ? placesOf(activity, from) : []
    if (!activity || places.length === 0) break
    if (isIn(activity, to)) {
      if (activity.endsAt > world.now) await giveUp(world, activity, from, 'claimed')
      return dropRow(world, row)
    }
    if (await putInPlace(world, activity, places, to)) break
    await pause(attempt)
  }
  const _id = ids.row(row.activityId, to)
  const step = { at: world.now, by: world.id || 'timer', what: 'claimed' }
  const hers: SignupDoc = { ...row, _id, personId: to, history: [...row.history, step].slice(-20) }
  if (!(await store.add('signups', hers))) await mergeRow(world, hers)
  return dropRow(world, row)
}

const isIn = (activity: ActivityDoc, id: string) =>
  whereIs(activity, id) !== 'out' || (activity.pool ?? []).includes(id)

const dropRow = async ({ store }: World, { _id }: SignupDoc) => void (await store.remove('signups', { _id }))

/** Every path at which an id stands in the lists of an activity. */
function placesOf(activity: ActivityDoc, id: string): string[] {
  const { holders, line, pool = [], seats = {}, draw } = activity
  const lists: [string, readonly string[]][] = [
    ['holders', holders],
    ['line', line],
    ['pool', pool],
    ['draw.tickets', draw?.tickets ?? []],
    ...Object.entries(seats).flatMap(([unit, own]): [string, readonly string[]][] => [
      [`seats.${unit}.holders`, own.holders],
      [`seats.${unit}.line`, own.line],
      [`seats.${unit}.pool`, own.pool ?? []],
    ]),
  ]
  return lists.flatMap(([path, list]) => (list.includes(id) ? [`${path}.${list.indexOf(id)}`] : []))
}

/** One write, only while the record stands at each of these places and she at none. */
function putInPlace({ store, now }: World, { _id, ...activity }: ActivityDoc, places: string[], to: string) {
  const { is } = store
  const from = String(places.map((path) => at(activity, path))[0])
  const still = Object.fromEntries(places.map((path) => [path, from]))
  const neither = { holders: is.neq(to), line: is.neq(to), pool: is.neq(to) }
  const hers = Object.fromEntries(places.map((path) => [path, to]))
  return store.change('activities', { _id, ...still, ...neither }, { ...hers, touchedAt: now })
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner ? Reflect.get(Object(inner), key) : undefined), value)

/** A row of hers that the timer or an earlier sign-up left there takes on what the record's row says. */
async function mergeRow({ store }: World, { _id, ...row }: SignupDoc): Promise<void> {
  const own = await store.read('signups', _id)
  // A record that had left adds nothing to what she has.
  if (!own || (!row.live && own.live)) return
  const { is } = store
  const whole = Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, typeof value === 'object' ? is.set(value) : value]),
  )
  await store.change('signups', { _id }, whole)
}
