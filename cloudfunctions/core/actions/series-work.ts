// A series carried out: its meetings are made, follow its rule, and are called off. Every step can be repeated; a task
// of the series is written before and carries on in the timer.
import type { ActivityForm } from '../contract'
import { changedFields } from '../domain/form'
import { daysOf, meetingForm, planEdit, type Meeting, type Plan } from '../domain/series'
import { dayOf, startOfDay } from '../domain/times'
import type { ActivityDoc, SeriesDoc, TeamDoc } from '../ports/documents'
import { draftOf, filledIn } from './activity-form'
import { makePublic } from './desk-drafts'
import { change } from './desk-edit'
import { moveUp } from './line'
import { writeJoined } from './rows'
import { countOnItsDay } from './tallies'
import { carryOn, promise } from './tasks'
import type { World } from './world'

/** Meetings worked on side by side. */
const sideBySide = 8
/** A meeting may have been moved this far from the day it stands for. */
const farthestMoved = 90 * 24 * 3_600_000
/** Meetings of a series read at once, those called off among them. */
const mostRead = 400

/** Does something with each, some side by side. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += sideBySide) {
    await Promise.all(items.slice(from, from + sideBySide).map(work))
  }
}

/** Meetings that an edit from a moment on may touch, and those shortly before. */
export function meetingsFrom({ store }: World, seriesId: string, from: number): Promise<ActivityDoc[]> {
  const near = { seriesId, startsAt: store.is.gte(startOfDay(from) - farthestMoved) }
  return store.find('activities', near, { order: [['startsAt', 'asc']], limit: mostRead })
}

const isOn = ({ state }: ActivityDoc) => state === 'published' || state === 'closed' || state === 'draft'

/** What the rule of a series asks of its meetings now. */
export function planFor(
  { now }: World,
  meetings: readonly ActivityDoc[],
  { rule, form }: Pick<SeriesDoc, 'rule' | 'form'>,
  from: number,
): Plan {
  const seen = meetings.map((doc): Meeting => {
    const isOwn = doc.isChanged === true || !isOn(doc)
    return { id: doc._id, day: doc.meetingDay ?? dayOf(doc.startsAt), startsAt: doc.startsAt, isOwn }
  })
  const days = daysOf(rule).filter((day) => meetingForm(form, day).startsAt > now)
  return planEdit(seen, days, dayOf(from), ({ startsAt }) => startsAt <= now)
}

/** Makes the meetings of a series what its rule says, from the moment of its last change on. */
export async function follow(world: World, series: SeriesDoc): Promise<void> {
  const { last } = series
  const team = await world.store.read('teams', series.teamId)
  if (!last || !team) return
  const meetings = await meetingsFrom(world, series._id, last.from)
  const docs = new Map(meetings.map((doc) => [doc._id, doc]))
  const doc = (id: string) => docs.get(id) as ActivityDoc
  if (last.isEnd) {
    const ended = meetings.filter((meeting) => isEnded(world, meeting, last.from))
    return each(ended, (meeting) => callOff(world, series, meeting))
  }
  const plan = planFor(world, meetings, series, last.from)
  await each(plan.callOff, (id) => callOff(world, series, doc(id)))
  await each(plan.follow, ({ id, day }) => changeMeeting(world, series, team, doc(id), day))
  await each(plan.keep, ({ id, day }) => standFor(world, doc(id), day))
  await each(plan.add, (day) => makeMeeting(world, series, team, day, daysOf(series.rule).indexOf(day) + 1))
}

/** Whether the end of a series from a moment on concerns this meeting. */
export const isEnded = ({ now }: World, meeting: ActivityDoc, from: number) =>
  isOn(meeting) && meeting.startsAt >= from && meeting.startsAt > now

/** A meeting takes the form of its series, on its day. Its people stay in it. */
async function changeMeeting(world: World, series: SeriesDoc, team: TeamDoc, seen: ActivityDoc, day: string) {
  const seriesEdit = series.revision
  // One whose making was cut off is finished first.
  if (seen.state === 'draft') return makeMeeting(world, series, team, day, seen.meeting ?? 0)
  const wanted = filledIn(meetingForm(series.form, day), team)
  const changed = changedFields(seen, wanted)
  if (changed.length === 0) return standFor(world, seen, day)
  const task = await promise(world, 'changed', seen, { isQuiet: true })
  const following = { isChanged: false, meetingDay: day, seriesEdit }
  if (!(await change(world, seen, wanted, changed, following))) return
  await carryOn(world, task)
  await moveUp(world, seen._id)
}

/** Notes which day of the rule a meeting stands for. */
async function standFor({ store }: World, { _id, meetingDay }: ActivityDoc, day: string): Promise<void> {
  if (day !== '' && meetingDay !== day) await store.change('activities', { _id }, { meetingDay: day })
}

/** A meeting is no more, with the reason its series has; who was in it is told by the series. */
async function callOff(world: World, series: SeriesDoc, meeting: ActivityDoc): Promise<void> {
  const { store, now } = world
  const task = await promise(world, 'cancelled', { ...meeting, revision: 0 }, { isQuiet: true })
  await store.change(
    'activities',
    { _id: meeting._id, state: store.is.in(['published', 'closed']) },
    {
      state: 'cancelled',
      reason: series.last?.reason ?? '',
      touchedAt: now,
      seriesEdit: series.revision,
      meetingDay: '',
    },
  )
  await carryOn(world, task)
}

/** Makes the meeting of a day, once for each day and edit, with those who come every time in it before anybody else. */
export async function makeMeeting(world: World, series: SeriesDoc, team: TeamDoc, day: string, number: number) {
  const { store, ids, now } = world
  const form = meetingForm(series.form, day)
  const _id = ids.meeting(series._id, Number(day.replaceAll('-', '')) * 1000 + series.revision)
  const draft: ActivityDoc = {
    ...draftOf(form, team, { _id, personId: series.createdBy, now }),
    ...{ seriesId: series._id, meeting: number, meetingDay: day, isChanged: false, seriesEdit: series.revision },
  }
  const seats = seatsOf(form, series.regulars, draft)
  await store.add('activities', { ...draft, ...seats })
  const kept = (await store.read('activities', _id)) ?? draft
  if (kept.state === 'draft') await makePublic(world, kept, team)
  await countOnItsDay(world, kept)
  for (const [state, people] of [
    ['in', kept.holders],
    ['waiting', kept.line],
    ['asked', kept.pool ?? []],
  ] as const) {
    await each(people, (personId) => writeJoined(world, kept, personId, { state, answerBy: null }))
  }
}

/** Regulars have their seats before anybody else; where a post or slot must be chosen they choose it themselves. */
function seatsOf({ units, approval, drawAt }: ActivityForm, regulars: readonly string[], empty: ActivityDoc) {
  if (units.length > 0 || regulars.length === 0) return {}
  if (approval || drawAt !== null) return { pool: [...regulars] }
  const holders = regulars.slice(0, empty.seatsLeft)
  const line = regulars.slice(empty.seatsLeft)
  const seatsLeft = empty.seatsLeft - holders.length
  return { holders, line, seatsLeft, taken: holders.length, waiting: line.length }
}
