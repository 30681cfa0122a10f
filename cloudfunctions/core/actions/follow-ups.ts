// What follows from a change and is whole within the call: promised before it, and done by the timer where the call broke off.
import type { TaskDoc } from '../ports/documents'
import type { World } from './world'

/** The timer leaves a fresh one to the call that promised it, ms. */
const graceMs = 30_000

type FollowUp = Pick<TaskDoc, 'kind' | 'activityId' | 'keeping' | 'people'>

/** Promises what is to follow from a change that comes now; the answer says that it did. */
export async function promiseFollowUp(world: World, about: FollowUp): Promise<() => Promise<void>> {
  const { store, now, id, trace } = world
  const _id = `${about.activityId}_${about.kind}_${trace}${about.keeping?.keeperId ?? id}`
  const plain = { revision: 0, day: '', cursor: '', dueAt: now + graceMs }
  await store.add('tasks', { _id, ...about, ...plain, by: id })
  return async () => {
    await store.remove('tasks', { _id })
  }
}
