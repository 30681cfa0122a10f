// What follows from an edit or a cancellation. The call does the first part at once, the timer carries on.
import { concerning, type FormField } from '../domain/form'
import { dayOf } from '../domain/times'
import type { ActivityDoc, TaskDoc } from '../ports/documents'
import { cancelledNotice, changedNotice } from './notices'
import { countOnItsDay, uncountOn } from './tallies'
import { tell } from './telling'
import type { World } from './world'

/** People told in one step. */
const pageSize = 50
/** The timer leaves a fresh task to the call that made it. */
const graceMs = 30_000

/** Writes the task before the change it follows from. */
export async function promise(
  world: World,
  kind: TaskDoc['kind'],
  activity: Pick<ActivityDoc, '_id' | 'revision' | 'startsAt'>,
): Promise<TaskDoc> {
  const revision = activity.revision + (kind === 'changed' ? 1 : 0)
  const task: TaskDoc = {
    _id: `${activity._id}_${kind}_${revision}`,
    kind,
    activityId: activity._id,
    revision,
    day: dayOf(activity.startsAt),
    cursor: '',
    dueAt: world.now + graceMs,
  }
  if (await world.store.add('tasks', task)) return task
  return (await world.store.read('tasks', task._id)) ?? task
}

const changeOf = (activity: ActivityDoc) => (activity.lastChange ?? []) as FormField[]

/** How many will be told of the last change. */
export function toldOf(activity: ActivityDoc): number {
  const isQuiet = activity.state !== 'cancelled' && concerning(changeOf(activity)).length === 0
  return isQuiet ? 0 : activity.holders.length + activity.line.length
}

/** Does the next part of a task; true when nothing is left of it. Every part can be repeated. */
export async function carryOn(world: World, task: TaskDoc): Promise<boolean> {
  const activity = await world.store.read('activities', task.activityId)
  if (!activity || !isStillDue(task, activity)) return finish(world, task)
  if (task.cursor === '') await recount(world, activity, task.day)
  if (toldOf(activity) === 0) return finish(world, task)
  const everyone = [...activity.holders, ...activity.line].sort().filter((personId) => personId > task.cursor)
  const next = everyone.slice(0, pageSize)
  await tell(world, next, noticeOf(world, task, activity))
  const last = next.at(-1)
  if (everyone.length <= pageSize || last === undefined) return finish(world, task)
  await world.store.change('tasks', { _id: task._id }, { cursor: last })
  return false
}

/** A change that was never made, or that a cancellation overtook, is not told. */
const isStillDue = ({ kind, revision }: TaskDoc, activity: ActivityDoc) =>
  kind === 'cancelled'
    ? activity.state === 'cancelled'
    : activity.revision >= revision && activity.state !== 'cancelled'

const noticeOf = ({ now }: World, { kind, revision }: TaskDoc, activity: ActivityDoc) =>
  kind === 'cancelled' ? cancelledNotice(activity, now) : changedNotice(activity, revision, changeOf(activity), now)

/** Lets the rows and the days follow the activity's times. */
async function recount(world: World, activity: ActivityDoc, oldDay: string): Promise<void> {
  const { _id, startsAt, endsAt, state } = activity
  if (state === 'cancelled') return uncountOn(world, activity, oldDay)
  await world.store.change('signups', { activityId: _id }, { startsAt, endsAt })
  if (oldDay === dayOf(startsAt)) return
  await countOnItsDay(world, activity)
  await uncountOn(world, activity, oldDay)
}

async function finish({ store }: World, task: TaskDoc): Promise<true> {
  await store.remove('tasks', { _id: task._id })
  return true
}
