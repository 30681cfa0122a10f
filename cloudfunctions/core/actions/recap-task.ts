// What follows from a recap: those who came are thanked, and the sums are set right. The call begins, the timer carries on.
import type { ActivityDoc, TaskDoc } from '../ports/documents'
import { thankedNotice } from './notices'
import { cameAfter } from './recap-people'
import { payOwed } from './recap-sums'
import { tell } from './telling'
import type { World } from './world'

/** People thanked in one step. */
const pageSize = 50
/** The timer leaves a fresh task to the call that made it. */
const graceMs = 30_000
/** Sums count an activity once the timer ended it; till then a difference waits. */
const waitMs = 60_000

/** Writes the task before the recap it follows from; with `thanks` those who came are thanked. */
export async function promiseThanks(
  { store, now }: World,
  activity: Pick<ActivityDoc, '_id'>,
  revision: number,
  thanks: boolean,
): Promise<TaskDoc> {
  const task: TaskDoc = {
    _id: `${activity._id}_thanked_${revision}`,
    kind: 'thanked',
    activityId: activity._id,
    revision,
    day: '',
    changed: thanks ? ['thanks'] : [],
    cursor: '',
    dueAt: now + graceMs,
  }
  await store.add('tasks', task)
  return task
}

/** Does the next part; true when there is nothing more to do for now. Every part can be repeated. */
export async function carryOnThanks(world: World, task: TaskDoc): Promise<boolean> {
  const { store, now } = world
  const [activity, recap] = await Promise.all([
    store.read('activities', task.activityId),
    store.read('recaps', task.activityId),
  ])
  const wasMade = activity && recap && recap.revision >= task.revision
  if (wasMade && task.changed?.includes('thanks')) {
    const { rows, next } = await cameAfter(world, activity, task.cursor, pageSize)
    const people = rows.map((row) => row.personId)
    await tell(world, people, thankedNotice(activity, recap.thanks))
    if (next !== null) {
      await store.change('tasks', { _id: task._id }, { cursor: next })
      return false
    }
  }
  if (wasMade && activity.state !== 'ended') {
    await store.change('tasks', { _id: task._id }, { changed: [], dueAt: now + waitMs })
    return true
  }
  if (wasMade) await payOwed(world, activity, recap)
  await store.remove('tasks', { _id: task._id })
  return true
}
