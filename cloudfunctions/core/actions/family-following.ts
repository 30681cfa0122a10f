// Who acts for somebody, as the timer keeps it: what a call began and did not finish is so for the account and the others.
import type { TaskDoc } from '../ports/documents'
import { actingOf, carryOutEnd, followEnd, someoneStays, unfollowWard } from './family-kept'
import type { World } from './world'

/** Lets an account's own document, and whoever is to know, follow what the call before did; true: nothing is left of it. */
export async function carryOnKeeping(world: World, { _id, activityId, by = '', keeping }: TaskDoc): Promise<boolean> {
  if (keeping) await follow({ ...world, id: by }, activityId, keeping)
  return (await world.store.remove('tasks', { _id })) >= 0
}

/** As the account that began it: what it did itself it is not told. */
async function follow(world: World, wardId: string, { keeperId, by, since }: NonNullable<TaskDoc['keeping']>) {
  const ward = await world.store.read('dependents', wardId, ['keepers', 'station', 'consent'])
  const keeper = ward && actingOf(ward, keeperId, false)
  // What was to begin and did not leaves her card as it was: the repeated call begins it.
  if (!keeper && since === undefined) return unfollowWard(world, [keeperId], wardId)
  if (!keeper || keeper.since !== since) return followEnd(world, wardId, keeperId, by, null, since)
  const where = ward.consent === null ? {} : someoneStays(world, ward)
  await carryOutEnd(world, wardId, keeper, { keeperId, by, where })
}
