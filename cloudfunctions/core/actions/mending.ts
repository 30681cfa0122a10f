// Compares rows with seats where seats were touched, and makes the rows say what the seats say.
import { countOnItsDay } from './tallies'
import { moveUp, welcome } from './line'
import { announce, announceNo } from './admitting'
import { announceReleased } from './releasing'
import { asksInVain, endAsking } from './asking-ends'
import { bonded } from '../domain/parties'
import { whereIs } from '../domain/seats'
import { lineMoves } from '../domain/sign-up'
import { timesOf, unitOf } from '../domain/units'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { Faults } from './one-by-one'
import { pageOf } from './paging'
import { longestCall, writeJoined, writePart, type Notes, type Part } from './rows'
import type { Work } from './timer-round'
import type { World } from './world'

/** Rounds overlap by this much, since not all clocks agree. */
const overlapMs = 10_000
/** How far the very first round looks back. */
const firstLookMs = 24 * 3_600_000
/** Rows read together, and mended side by side. */
const pageSize = 100
const sideBySide = 20
/** Rows looked through at once for people who left. */
const strayPage = 500
const markId = 'mending'

/**
 * Mends every activity whose seats were touched since the last round. One that cannot be mended is touched once more: it
 * comes round again after the others, and holds none of them up.
 */
export const mendTouched: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const mark = await store.read('marks', markId)
  const from = (mark?.at ?? now - firstLookMs) - overlapMs
  const until = now - longestCall
  const touched = { touchedAt: is.gt(from).and(is.lte(until)) }
  let cursor: string | null = null
  let reached = mark?.at ?? 0
  const faults = new Faults()
  do {
    const by = { field: 'touchedAt', size: pageSize, cursor, fields: ['_id', 'touchedAt'] } as const
    const page: { items: Pick<ActivityDoc, '_id' | 'touchedAt'>[]; next: string | null } = await pageOf(
      store,
      'activities',
      touched,
      by,
    )
    for (const { _id, touchedAt } of page.items) {
      let isWhole = false
      const isDone = await faults.during(_id, async () => {
        isWhole = isTimeLeft() && (await mend(world, _id, isTimeLeft))
      })
      if (!isDone) await faults.during(_id, () => store.change('activities', { _id }, { touchedAt: now }))
      else if (!isWhole) return remember(world, reached, faults)
      reached = touchedAt
    }
    cursor = page.next
  } while (cursor)
  return remember(world, until, faults)
}

async function remember({ store }: World, at: number, faults: Faults): Promise<void> {
  const isSaid = (await store.change('marks', { _id: markId, at: store.is.lt(at) }, { at })) > 0
  if (!isSaid) await store.add('marks', { _id: markId, at })
  faults.say()
}

/**
 * Makes an activity whole: its day counts it, its line has moved up, its rows agree with its seats. False when there
 * was no time for all of it; what is done stays done.
 */
export async function mend(world: World, activityId: string, isTimeLeft: () => boolean): Promise<boolean> {
  const seen = await world.store.read('activities', activityId)
  if (!seen || seen.state === 'draft') return true
  const isOpened = asksInVain(seen, world.now) && (await endAsking(world, activityId))
  const activity = (isOpened && (await world.store.read('activities', activityId))) || seen
  if (activity.state === 'published' || activity.state === 'closed') await countOnItsDay(world, activity)
  await mendSeated(world, activity, 'in', isTimeLeft)
  await mendSeated(world, activity, 'waiting', isTimeLeft)
  await mendSeated(world, activity, 'asked', isTimeLeft)
  await mendLeft(world, activity, isTimeLeft)
  if (isTimeLeft()) await moveUp(world, activityId, undefined, isTimeLeft)
  return isTimeLeft()
}

const rowFields = ['state', 'live', 'startsAt', 'endsAt', 'unit'] as const
type Row = Pick<SignupDoc, (typeof rowFields)[number]>
type Where = 'in' | 'waiting' | 'asked'

const listOf = ({ holders, line, pool = [] }: ActivityDoc, where: Where) =>
  ({ in: holders, waiting: line, asked: pool })[where]

/** Writes what is missing for people who are in, wait or asked. */
async function mendSeated(world: World, activity: ActivityDoc, where: Where, isTimeLeft: () => boolean): Promise<void> {
  const people = listOf(activity, where)
  const unitsOf = unitsByPerson(activity)
  for (let from = 0; from < people.length && isTimeLeft(); from += pageSize) {
    const page = people.slice(from, from + pageSize)
    const rowIds = page.map((personId) => world.ids.row(activity._id, personId))
    const rows = await world.store.readMany('signups', rowIds, rowFields)
    const rowOf = (personId: string) => rows.get(world.ids.row(activity._id, personId))
    const wrong = page.filter((personId) => !isRight(rowOf(personId), where, activity, unitsOf.get(personId)))
    for (let at = 0; at < wrong.length && isTimeLeft(); at += sideBySide) {
      // Read again after their rows: they may have left or moved up while we looked.
      const now = await world.store.read('activities', activity._id)
      if (!now) return
      const few = wrong.slice(at, at + sideBySide)
      await Promise.all(few.map((personId) => mendOne(world, now, personId, rowOf(personId))))
    }
  }
}

/** The unit of everyone who is in one, for looking up many. */
function unitsByPerson({ seats = {} }: ActivityDoc): Map<string, string> {
  const all = Object.entries(seats).flatMap(([unit, { holders = [], line = [], pool = [] }]) =>
    [...holders, ...line, ...pool].map((personId) => [personId, unit] as const),
  )
  return new Map(all)
}

const partIn = (state: SignupDoc['state']) => (state === 'offered' ? 'in' : state)
/** One who is in no unit may have come by another way, such as at the door: then her row says what it says. */
const hasTimes = (row: Row, activity: ActivityDoc, unit: string | undefined | null) => {
  const { startsAt, endsAt } = timesOf(activity, unit ?? row.unit)
  return row.startsAt === startsAt && row.endsAt === endsAt && (!unit || row.unit === unit)
}
const isRight = (row: Row | undefined, where: Where, activity: ActivityDoc, unit: string | undefined) =>
  !!row?.live && partIn(row.state) === where && hasTimes(row, activity, unit)

async function mendOne(world: World, activity: ActivityDoc, personId: string, row: Row | undefined): Promise<void> {
  const where = whereIs(activity, personId)
  if (where === 'out') return
  const unit = unitOf(activity, personId)
  const part: Part = { state: where, answerBy: null }
  if (!row?.live) return writeJoined(world, activity, personId, part, false, notesFor(activity, personId, unit))
  if (!hasTimes(row, activity, unit)) {
    // She signed up while the activity was moved to another time.
    const { startsAt, endsAt } = timesOf(activity, unit ?? row.unit)
    const _id = world.ids.row(activity._id, personId)
    await world.store.change('signups', { _id }, { startsAt, endsAt, ...(unit !== null && { unit }) })
  }
  if (partIn(row.state) === where) return
  // Once it is called off or has begun, nothing is told any more of a seat; her row alone follows.
  if (!lineMoves({ ...activity, ...timesOf(activity, unit) }, world.now))
    return writePart(world, activity, personId, part, 'mended')
  if (row.state === 'asked') return announce(world, activity, [personId])
  return where === 'in' ? welcome(world, activity, [personId]) : writePart(world, activity, personId, part, 'mended')
}

/** What the seats alone still tell of a sign-up whose note was never written. */
function notesFor({ bonds = [] }: ActivityDoc, personId: string, unit: string | null): Notes {
  const party = bonds.map(bonded).find((each) => each.includes(personId))
  return { ...(unit !== null && { unit }), ...(party && { party }) }
}

const strayFields = ['personId', 'since', 'state', 'declining', 'releasing'] as const
type Stray = Pick<SignupDoc, (typeof strayFields)[number]>

/** Live rows of people who are in no list are left; read again first, since she may have just joined. */
async function mendLeft(world: World, activity: ActivityDoc, isTimeLeft: () => boolean): Promise<void> {
  for (const state of ['in', 'offered', 'waiting', 'asked'] as const) {
    let cursor: string | null = null
    do {
      const by = { field: 'since', size: strayPage, cursor, fields: strayFields } as const
      const page: { items: Stray[]; next: string | null } = await pageOf(
        world.store,
        'signups',
        { activityId: activity._id, state },
        by,
      )
      const strays = page.items.filter((row) => whereIs(activity, row.personId) === 'out')
      for (let at = 0; at < strays.length && isTimeLeft(); at += sideBySide) {
        await markLeft(world, activity, strays.slice(at, at + sideBySide))
      }
      cursor = page.next
    } while (cursor && isTimeLeft())
  }
}

async function markLeft(world: World, activity: ActivityDoc, strays: readonly Stray[]): Promise<void> {
  const now = await world.store.read('activities', activity._id, ['holders', 'line', 'pool'])
  const gone = strays.filter(({ personId }) => !now || whereIs(now, personId) === 'out')
  const part = { state: 'left', answerBy: null } as const
  const markOne = (row: Stray) => {
    if (row.state === 'asked' && row.declining !== undefined) return announceNo(world, activity, row, row.declining)
    return row.releasing !== undefined
      ? announceReleased(world, activity, row, row.releasing)
      : writePart(world, activity, row.personId, part, 'mended')
  }
  await Promise.all(gone.map(markOne))
}
