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
  await mendSeated(world, activity, 'in')
  await mendSeated(world, activity, 'waiting')
  await mendLeft(world, activity)
  await moveUp(world, activityId)
}

type Row = Pick<SignupDoc, 'state' | 'live'>

/** Writes what is missing for people who are in or waiting. */
async function mendSeated(world: World, activity: ActivityDoc, where: 'in' | 'waiting'): Promise<void> {
  const people = where === 'in' ? activity.holders : activity.line
  for (let from = 0; from < people.length; from += pageSize) {
    const page = people.slice(from, from + pageSize)
    const rowIds = page.map((personId) => world.ids.row(activity._id, personId))
    const rows = await world.store.readMany('signups', rowIds, ['state', 'live'])
    const rowOf = (personId: string) => rows.get(world.ids.row(activity._id, personId))
    const wrong = page.filter((personId) => !isRight(rowOf(personId), where))
    for (let at = 0; at < wrong.length; at += sideBySide) {
      // Read again after their rows: they may have left or moved up while we looked.
      const now = await world.store.read('activities', activity._id)
      if (!now) return
      const few = wrong.slice(at, at + sideBySide)
      await Promise.all(few.map((personId) => mendOne(world, now, personId, rowOf(personId))))
    }
  }
}

const isRight = (row: Row | undefined, where: 'in' | 'waiting') =>
  !!row?.live && (row.state === 'waiting') === (where === 'waiting')

async function mendOne(world: World, activity: ActivityDoc, personId: string, row: Row | undefined): Promise<void> {
  const where = whereIs(activity, personId)
  if (where === 'out' || isRight(row, where)) return
  const part = { state: where, answerBy: null }
  if (!row?.live) return writeJoined(world, activity, personId, part)
  return where === 'in' ? welcome(world, activity, [personId]) : writePart(world, activity, personId, part, 'mended')
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
