// What follows from an edit or a cancellation. The call does the first part at once, the timer carries on.
import { concerning, type FormField } from '../domain/form'
import { dayOf } from '../domain/times'
import type { ActivityDoc, TaskDoc } from '../ports/documents'
import { promiseLooks } from './missing'
import { cancelledNotice, changedNotice } from './notices'
import { overtake } from './outbox'
import { carryOnThanks } from './recap-task'
import { promiseSlots } from './remind'
import { followTimes } from './rows'
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
  activity: Pick<ActivityDoc, '_id' | 'revision' | 'startsAt' | 'lastChange'>,
  more: Pick<TaskDoc, 'isQuiet'> = {},
): Promise<TaskDoc> {
  if (kind === 'changed') await keepChange(world, activity)
  const revision = activity.revision + (kind === 'changed' ? 1 : 0)
  const task: TaskDoc = {
    _id: `${activity._id}_${kind}_${revision}`,
    kind,
    activityId: activity._id,
    revision,
    day: dayOf(activity.startsAt),
    cursor: '',
    dueAt: world.now + graceMs,
    ...(kind === 'changed' && { startsAt: activity.startsAt }),
    ...more,
  }
  if (await world.store.add('tasks', task)) return task
  return (await world.store.read('tasks', task._id)) ?? task
}

/** A task still at work for the change before keeps what it was, since the next edit writes over it. */
async function keepChange(
  { store }: World,
  { _id, revision, lastChange = [] }: Pick<ActivityDoc, '_id' | 'revision' | 'lastChange'>,
): Promise<void> {
  const before = { _id: `${_id}_changed_${revision}`, changed: store.is.exists(false) }
  await store.change('tasks', before, { changed: [...lastChange] })
}

/** What a task is about: the activity's last change, or what was kept of it when others came after. */
async function changeOf({ store }: World, task: TaskDoc, activity: ActivityDoc): Promise<FormField[]> {
  const isLast = activity.revision === task.revision
  const kept = task.changed ?? (isLast ? activity.lastChange : (await store.read('tasks', task._id))?.changed)
  return (kept ?? []) as FormField[]
}

const isQuiet = (activity: ActivityDoc, changed: readonly FormField[]) =>
  activity.state !== 'cancelled' && concerning(changed).length === 0

const everyoneIn = ({ holders, line, pool = [] }: ActivityDoc) => [...holders, ...line, ...pool]

/** How many will be told of the last change. */
export function toldOf(activity: ActivityDoc): number {
  if (isQuiet(activity, (activity.lastChange ?? []) as FormField[])) return 0
  return everyoneIn(activity).length
}

/** Does the next part of a task; true when nothing is left of it. Every part can be repeated. */
export async function carryOn(world: World, task: TaskDoc): Promise<boolean> {
  if (task.kind === 'thanked') return carryOnThanks(world, task)
  const activity = await world.store.read('activities', task.activityId)
  if (!activity || !isStillDue(task, activity)) return finish(world, task)
  const changed = await changeOf(world, task, activity)
  if (task.cursor === '') await recount(world, activity, task.day, changed)
  if (isQuiet(activity, changed)) return finish(world, task)
  const told = noticeOf(world, task, activity, changed)
  // Whom a later move concerns is told and called by that one.
  const isReplaced = task.kind === 'changed' && (activity.movedIn ?? 0) > task.revision
  const notice = isReplaced ? { ...told, outside: undefined, mustReach: undefined } : told
  if (task.kind === 'cancelled' || activity.revision === task.revision) await overtake(world, notice, activity)
  if (task.isQuiet) return finish(world, task)
  const everyone = everyoneIn(activity)
    .sort()
    .filter((personId) => personId > task.cursor)
  const next = everyone.slice(0, pageSize)
  await tell(world, next, notice)
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

const noticeOf = ({ now }: World, task: TaskDoc, activity: ActivityDoc, changed: FormField[]) =>
  task.kind === 'cancelled'
    ? cancelledNotice(activity, now)
    : changedNotice(activity, task.revision, changed, now, task.startsAt)

const timeFields: readonly FormField[] = ['startsAt', 'endsAt', 'units']

/** Lets the rows and the days follow the activity's times. */
async function recount(world: World, activity: ActivityDoc, oldDay: string, changed: FormField[]): Promise<void> {
  const { startsAt, state } = activity
  if (state === 'cancelled') return uncountOn(world, activity, oldDay)
  if (!changed.some((field) => timeFields.includes(field))) return
  await followTimes(world, activity)
  if (changed.includes('units')) await Promise.all([promiseSlots(world, activity), promiseLooks(world, activity)])
  if (oldDay === dayOf(startsAt)) return
  await countOnItsDay(world, activity)
  await uncountOn(world, activity, oldDay)
}

async function finish({ store }: World, task: TaskDoc): Promise<true> {
  await store.remove('tasks', { _id: task._id })
  return true
}
