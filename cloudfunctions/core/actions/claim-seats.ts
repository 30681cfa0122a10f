import { mergedNotes } from '../domain/one-person'
import { whereIs } from '../domain/seats'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import type { Store } from '../ports/store'
import { giveUp } from './activity-leave'
import { freePlaces } from './seat-writes'
import type { World } from './world'

/** People join and leave meanwhile, and places in the lists shift; so often we look again. */
const mostAttempts = 12
const longestHistory = 20

/**
 * One sign-up of a record, with its seat, becomes that of the account it was confirmed to. Where she is in by herself
 * too, she keeps the better of the two places and the other is given back. What was noted of both is hers. Twice is once.
 */
export async function takeOverSeats(world: World, { _id, activityId, personId: from }: SignupDoc, to: string) {
  const { store } = world
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const activity = await store.read('activities', activityId)
    const places = activity ? placesOf(activity, from) : []
    if (!activity || places.length === 0) break
    if (whereIs(activity, to) === 'out') {
      if (await putInPlace(world, activity, places, to)) break
      await pause(attempt)
    } else if (order.indexOf(whereIs(activity, from)) < order.indexOf(whereIs(activity, to))) {
      await freePlaces(world, activityId, [to], activity)
    } else {
      await giveUp(world, activity, from, 'claimed')
      break
    }
  }
  // Read again: by now it says whether she has this place, or gave it back.
  const row = await store.read('signups', _id)
  if (row) await mergeRow(world, row, to)
  // Who is called about the record is she from now on.
  await store.change('messages', { about: activityId, for: from, personId: '' }, { for: to })
  await store.remove('signups', { _id })
}

/** The best place first. */
const order: readonly string[] = ['in', 'waiting', 'asked', 'out']

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

/** Her row in place of the record's, or, where she has one, with what the record's row adds to it. */
async function mergeRow(world: World, row: SignupDoc, to: string): Promise<void> {
  const { store, ids } = world
  const { is } = store
  const _id = ids.row(row.activityId, to)
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const own = await store.read('signups', _id)
    if (!own) {
      if (await store.add('signups', { ...row, personId: to, ...stepped(world, row), _id })) return
      continue
    }
    // The record's place is hers while its row lives; a row that was left only adds what was noted.
    const kept = row.live ? { ...row, personId: to, ...stepped(world, row) } : own
    const data = Object.fromEntries(
      Object.entries({ ...kept, ...mergedNotes(own, row) })
        .filter(([field]) => field !== '_id')
        .map(([field, value]) => [field, typeof value === 'object' ? is.set(value) : value]),
    )
    // Somebody may check her in at this moment.
    const same = { _id, state: own.state, ins: asSeen(is, own.ins), outs: asSeen(is, own.outs) }
    if (await store.change('signups', { ...same, undone: asSeen(is, own.undone) }, data)) return
    const after = await store.read('signups', _id)
    if (after && JSON.stringify(after) === JSON.stringify(own)) return
    await pause(attempt)
  }
  throw new Error('her row kept changing')
}

const asSeen = (is: Store['is'], value: unknown) => (value === undefined ? is.exists(false) : value)

const stepped = ({ now, id }: World, { history }: SignupDoc) => ({
  history: [...history, { at: now, by: id || 'timer', what: 'claimed' }].slice(-longestHistory),
})
