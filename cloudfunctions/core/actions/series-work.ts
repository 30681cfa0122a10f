// A series carried out: its meetings are made, follow its rule, and are called off. Every step can be repeated; a task
// of the series is written before and carries on in the timer.
import { changedFields } from '../domain/form'
import { daysOf, meetingForm, planEdit, type Meeting, type Plan } from '../domain/series'
import { dayOf, startOfDay } from '../domain/times'
import { pause } from '../ports/chance'
import type { ActivityDoc, SeriesDoc, TeamDoc } from '../ports/documents'
import { filledIn } from './activity-form'
import { change } from './desk-edit'
import { moveUp } from './line'
import { each, makeMeeting } from './series-meeting'
import { carryOn, promise } from './tasks'
import type { World } from './world'

/** A meeting may have been moved this far from the day it stands for. */
const farthestMoved = 90 * 24 * 3_600_000
/** So often a meeting is tried that others change at the same moment. */
const mostAttempts = 5
/** Meetings of a series read at once, those called off among them. */
const mostRead = 400

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

/**
 * Makes the meetings of a series what its rule says, from the moment of its last change on. False while one does not
 * follow it yet, since others kept changing it; doing it again carries on.
 */
export async function follow(world: World, series: SeriesDoc): Promise<boolean> {
  const { last } = series
  const team = await world.store.read('teams', series.teamId)
  if (!last || !team) return true
  const meetings = await meetingsFrom(world, series._id, last.from)
  const docs = new Map(meetings.map((doc) => [doc._id, doc]))
  const doc = (id: string) => docs.get(id) as ActivityDoc
  if (last.isEnd) {
    const ended = meetings.filter((meeting) => isEnded(world, meeting, last.from))
    await each(ended, (meeting) => callOff(world, series, meeting))
    return true
  }
  const plan = planFor(world, meetings, series, last.from)
  await each(plan.callOff, (id) => callOff(world, series, doc(id)))
  const behind: string[] = []
  await each(plan.follow, async ({ id, day }) => {
    if (!(await followRule(world, series, team, doc(id), day))) behind.push(id)
  })
  await each(plan.keep, ({ id, day }) => standFor(world, doc(id), day))
  const make = (day: string) => makeMeeting(world, series, team, day, daysOf(series.rule).indexOf(day) + 1)
  // How many a regular has in a month is counted by the meetings before.
  if (series.form.perMonth !== null) for (const day of plan.add) await make(day)
  else await each(plan.add, make)
  return behind.length === 0
}

/** Whether the end of a series from a moment on concerns this meeting. */
export const isEnded = ({ now }: World, meeting: ActivityDoc, from: number) =>
  isOn(meeting) && meeting.startsAt >= from && meeting.startsAt > now

/** A meeting takes the form of its series, on its day; looked at again when somebody was quicker. False when it did not. */
async function followRule(world: World, series: SeriesDoc, team: TeamDoc, first: ActivityDoc, day: string) {
  let seen: ActivityDoc | null = first
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    if (!seen || (await changeMeeting(world, series, team, seen, day))) return true
    await pause(attempt)
    const current = await world.store.read('series', series._id, ['revision'])
    // A later change of the series brings it where it belongs.
    if (current?.revision !== series.revision) return true
    seen = await world.store.read('activities', seen._id)
  }
  return false
}

/** Its people stay in it. One that was called off or changed by itself meanwhile stays as it is. False when it changed in this moment. */
async function changeMeeting(world: World, series: SeriesDoc, team: TeamDoc, seen: ActivityDoc, day: string) {
  const seriesEdit = series.revision
  // One whose making was cut off is finished first.
  if (seen.state === 'draft') await makeMeeting(world, series, team, day, seen.meeting ?? 0)
  const wanted = filledIn(meetingForm(series.form, day), team)
  const changed = changedFields(seen, wanted)
  if (seen.state === 'draft' || seen.isChanged || !isOn(seen) || changed.length === 0) {
    await standFor(world, seen, day)
    return true
  }
  const task = await promise(world, 'changed', seen, { isQuiet: true })
  const following = { isChanged: false, meetingDay: day, seriesEdit }
  if (!(await change(world, seen, wanted, changed, following))) return false
  await carryOn(world, task)
  await moveUp(world, seen._id)
  return true
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
