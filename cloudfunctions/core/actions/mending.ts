// Compares rows with seats where seats were touched, and makes the rows say what the seats say.
import { countOnItsDay } from './tallies'
import { moveUp, welcome } from './line'
import { whereIs } from '../domain/seats'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { writeJoined, writePart } from './rows'
import type { Work } from './timer-round'
import type { World } from './world'

/** Calls that are still at work are left alone. */
const settleMs = 20_000
/** Rounds overlap by this much, so that none is missed. */
const overlapMs = 120_000
/** How far the very first round looks back. */
const firstLookMs = 24 * 3_600_000
const mostAtOnce = 50
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
  const touched = await store.find(
    'activities',
    { touchedAt: is.gt(from).and(is.lte(now - settleMs)) },
    { fields: ['_id', 'touchedAt'], order: [['touchedAt', 'asc']], limit: mostAtOnce },
  )
  let reached = touched.length < mostAtOnce ? now - settleMs : (mark?.at ?? 0)
  for (const { _id, touchedAt } of touched) {
    if (!isTimeLeft()) {
      reached = touchedAt
      break
    }
    await mend(world, _id)
    if (touched.length === mostAtOnce) reached = touchedAt
  }
  const moved = await store.change('marks', { _id: markId, at: is.lt(reached) }, { at: reached })
  if (moved === 0 && !mark) await store.add('marks', { _id: markId, at: reached })
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
  if (!row?.live) return writeJoined(world, activity, personId, { state: where, answerBy: null })
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
