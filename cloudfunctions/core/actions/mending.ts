// Compares rows with seats where seats were touched, and makes the rows say what the seats say.
import { countOnItsDay } from './tallies'
import { moveUp, welcome } from './line'
import { whereIs } from '../domain/seats'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { pageOf } from './paging'
import { writeJoined, writePart } from './rows'
import type { Work } from './timer-round'
import type { World } from './world'

/** Calls that may still be at work, at most as long as a function may run, are left alone. */
const settleMs = 20_000
/** Rounds overlap by this much, since not all clocks agree. */
const overlapMs = 10_000
/** How far the very first round looks back. */
const firstLookMs = 24 * 3_600_000
/** Rows read together, and mended side by side. */
const pageSize = 100
const sideBySide = 20
const markId = 'mending'

/** Mends every activity whose seats were touched since the last round. */
export const mendTouched: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const mark = await store.read('marks', markId)
  const from = (mark?.at ?? now - firstLookMs) - overlapMs
  const until = now - settleMs
  const touched = { touchedAt: is.gt(from).and(is.lte(until)) }
  let cursor: string | null = null
  let reached = mark?.at ?? 0
  do {
    const by = { field: 'touchedAt', size: pageSize, cursor, fields: ['_id', 'touchedAt'] } as const
    const page: { items: Pick<ActivityDoc, '_id' | 'touchedAt'>[]; next: string | null } = await pageOf(
      store,
      'activities',
      touched,
      by,
    )
    for (const { _id, touchedAt } of page.items) {
      if (!isTimeLeft()) return remember(world, reached)
      await mend(world, _id)
      reached = touchedAt
    }
    cursor = page.next
  } while (cursor)
  return remember(world, until)
}

async function remember({ store }: World, at: number): Promise<void> {
  if (await store.change('marks', { _id: markId, at: store.is.lt(at) }, { at })) return
  await store.add('marks', { _id: markId, at })
}

/** Makes an activity whole: its day counts it, its line has moved up, its rows agree with its seats. */
export async function mend(world: World, activityId: string): Promise<void> {
  const activity = await world.store.read('activities', activityId)
  if (!activity || activity.state === 'draft') return
  if (activity.state === 'published' || activity.state === 'closed') await countOnItsDay(world, activity)
  await mendSeated(world, activity, activity.holders)
  await mendSeated(world, activity, activity.line)
  await mendLeft(world, activity)
  await moveUp(world, activityId)
}

/** Writes what is missing for people who are in or waiting. */
async function mendSeated(world: World, activity: ActivityDoc, people: readonly string[]): Promise<void> {
  for (let from = 0; from < people.length; from += pageSize) {
    const page = people.slice(from, from + pageSize)
    const rowIds = page.map((personId) => world.ids.row(activity._id, personId))
    const rows = await world.store.readMany('signups', rowIds, ['state', 'live'])
    const mendHers = (personId: string) =>
      mendOne(world, activity, personId, rows.get(world.ids.row(activity._id, personId)))
    for (let at = 0; at < page.length; at += sideBySide) {
      await Promise.all(page.slice(at, at + sideBySide).map(mendHers))
    }
  }
}

type Row = Pick<SignupDoc, 'state' | 'live'>

async function mendOne(world: World, activity: ActivityDoc, personId: string, row: Row | undefined): Promise<void> {
  const where = whereIs(activity, personId)
  if (where === 'out') return
  if (!row?.live) {
    // She may have left while we looked.
    const now = row ? await world.store.read('activities', activity._id, ['holders', 'line']) : activity
    if (!now || whereIs(now, personId) === 'out') return
    return writeJoined(world, activity, personId, { state: where, answerBy: null })
  }
  if (where === 'in' && row.state === 'waiting') return welcome(world, activity, [personId])
  if (where === 'waiting' && row.state !== 'waiting') {
    return writePart(world, activity, personId, { state: 'waiting', answerBy: null }, 'mended')
  }
}

/** Live rows of people who are in neither list are left; read again first, since she may have just joined. */
async function mendLeft(world: World, activity: ActivityDoc): Promise<void> {
  const { store } = world
  const live = ['in', 'offered', 'waiting'] as const
  for (const state of live) {
    const rows = await store.find('signups', { activityId: activity._id, state }, { fields: ['personId'], limit: 1000 })
    const strays = rows.filter((row) => whereIs(activity, row.personId) === 'out')
    if (strays.length === 0) continue
    const now = await store.read('activities', activity._id, ['holders', 'line'])
    for (const { personId } of strays) {
      if (now && whereIs(now, personId) !== 'out') continue
      await writePart(world, activity, personId, { state: 'left', answerBy: null }, 'mended')
    }
  }
}
