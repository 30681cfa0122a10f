// A change of a series is a task, written before the change: first the meetings, then each person is told once.
import { changeWords, concerning, isMoved, type FormField } from '../domain/form'
import { letterTime } from '../domain/outbox'
import type { ActivityDoc, SeriesDoc, TaskDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { callsFor, cancelledKey, changedKey } from './notices'
import { dropWaiting } from './outbox'
import { follow, meetingsFrom } from './series-work'
import { tell, type MustReach, type Notice } from './telling'
import type { World } from './world'

/** People told in one step. */
const pageSize = 50
/** The timer leaves a fresh task to the call that made it, ms. */
const grace = 30_000

/** Writes the task of a change that brings a series to this revision; gives the one that is there already. */
export async function promiseSeries({ store, now }: World, seriesId: string, revision: number): Promise<TaskDoc> {
  const task: TaskDoc = {
    _id: `${seriesId}_series_${revision}`,
    kind: 'series',
    activityId: seriesId,
    revision,
    day: '',
    cursor: '',
    dueAt: now + grace,
  }
  return (await store.add('tasks', task)) ? task : ((await store.read('tasks', task._id)) ?? task)
}

/** Does the next part of the task; true when nothing is left of it, or when the rest has to wait for another round. */
export async function carryOnSeries(world: World, task: TaskDoc): Promise<boolean> {
  const { store } = world
  const series = await store.read('series', task.activityId)
  if (series?.revision === task.revision && series.last) {
    // The task stays while a meeting differs, and the timer tries again.
    if (task.cursor === '' && !(await follow(world, series))) return true
    const touched = await touchedBy(world, series)
    const waiting = concerned(touched, task.cursor)
    const next = waiting.slice(0, pageSize)
    const notice = noticeOf(series, touched)
    if (task.cursor === '') {
      const about = store.is.in(touched.map((meeting) => meeting._id))
      await dropWaiting(store, { about, kind: 'series', 'out.notice': store.is.neq(`series_${series.revision}`) })
    }
    for (const [mustReach, people] of byCall(touched, next)) await tell(world, people, { ...notice, mustReach })
    const last = next.at(-1)
    if (waiting.length > pageSize && last !== undefined) {
      await store.change('tasks', { _id: task._id }, { cursor: last })
      return false
    }
  }
  await store.remove('tasks', { _id: task._id })
  return true
}

/** All of it: what the call that made the change does at once. */
export async function finishSeries(world: World, task: TaskDoc): Promise<void> {
  let current: TaskDoc | null = task
  while (current && !(await carryOnSeries(world, current))) current = await world.store.read('tasks', task._id)
}

/** Finishes the change before, should it not be done yet, so that the next one starts from whole meetings. */
export async function finishBefore(world: World, series: SeriesDoc): Promise<void> {
  const task = await world.store.read('tasks', `${series._id}_series_${series.revision}`)
  if (task) await finishSeries(world, task)
}

const isNew = ({ revision }: ActivityDoc) => revision === 1
const isOff = ({ state }: ActivityDoc) => state === 'cancelled'
const changesOf = (meeting: ActivityDoc) =>
  isNew(meeting) ? [] : concerning((meeting.lastChange ?? []) as FormField[])

/** Meetings of which this revision made something that people have to know. */
async function touchedBy(world: World, series: SeriesDoc): Promise<ActivityDoc[]> {
  const meetings = await meetingsFrom(world, series._id, series.last?.from ?? world.now)
  return meetings.filter(
    (meeting) =>
      meeting.seriesEdit === series.revision && (isOff(meeting) || isNew(meeting) || changesOf(meeting).length > 0),
  )
}

const everyoneIn = ({ holders, line, pool = [] }: ActivityDoc) => [...holders, ...line, ...pool]

const concerned = (meetings: readonly ActivityDoc[], after: string): string[] =>
  [...new Set(meetings.flatMap(everyoneIn))].sort().filter((personId) => personId > after)

/**
 * People with where they stand who have to know: one call says all, so each stands with the first of her meetings that
 * was called off or moved. Undefined for those whose meetings were not.
 */
function byCall(touched: readonly ActivityDoc[], people: readonly string[]): [MustReach | undefined, string[]][] {
  const calls = touched.filter((meeting) => isOff(meeting) || isMoved(changesOf(meeting)))
  const places = calls.map((meeting) => new Set(everyoneIn(meeting)))
  const firstOf = (personId: string) => places.findIndex((place) => place.has(personId))
  return [undefined, ...calls].flatMap((meeting, at): [MustReach | undefined, string[]][] => {
    const hers = people.filter((personId) => firstOf(personId) === at - 1)
    if (hers.length === 0) return []
    if (!meeting) return [[undefined, hers]]
    const key = isOff(meeting) ? cancelledKey : changedKey(meeting.movedIn ?? meeting.revision)
    return [[{ ...callsFor(meeting, key), activityId: meeting._id }, hers]]
  })
}

/** 5 场改了时间，加了 2 场，3 场不办了。 */
function noticeOf({ _id, title, revision, last }: SeriesDoc, touched: readonly ActivityDoc[]): Notice {
  const off = touched.filter(isOff)
  const added = touched.filter((meeting) => isNew(meeting) && !isOff(meeting))
  const changed = touched.filter((meeting) => !isOff(meeting) && !isNew(meeting))
  const fields = [...new Set(changed.flatMap(changesOf))]
  // The time to cancel by moves with the meeting.
  const words = changeWords(fields.filter((field) => field !== 'cancelBy' || !fields.includes('startsAt')))
  const news = [
    ...(changed.length > 0 ? [`${changed.length} 场改了${words}`] : []),
    ...(added.length > 0 ? [`加了 ${added.length} 场`] : []),
    ...(off.length > 0 ? [`${off.length} 场不办了`] : []),
  ].join('，')
  const { contact, startsAt = 0, place } = touched[0] ?? {}
  const reason = last?.isEnd ? `原因：${last.reason}。` : ''
  const call = contact ? `有事打给${contact.name}：${contact.phone}。` : ''
  return {
    kind: 'series',
    about: _id,
    rev: revision,
    title: last?.isEnd ? `「${title}」后面的不办了` : `「${title}」后面的安排改了`,
    body: `${news}。${reason}${last?.isEnd ? '' : '点开能看到每一场的时间，来不了的请早点取消。'}${call}`,
    page: pages.series(_id),
    startsAt,
    outside: {
      template: last?.isEnd ? 'cancelled' : 'changed',
      letter: { title, time: letterTime(startsAt), place: place?.name ?? '', note: last?.isEnd ? last.reason : news },
    },
  }
}
