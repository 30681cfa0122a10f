// A leader who wants no asking any more has said yes to all who asked, in the order in which they did.
import { inOrder } from '../domain/draw'
import { partiesOf } from '../domain/parties'
import { seatsFor, unitOf } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import { isAsking } from './activity-join'
import { announce } from './admitting'
import { placeAll } from './pool-writes'
import type { World } from './world'

/** People told at once; the timer tells the others, since their rows still say that they ask. */
const toldAtOnce = 50
const mostAttempts = 10

/** Whether people still ask though nobody is asked any more, and it is not too late for them. */
export const asksInVain = (activity: ActivityDoc, now: number) =>
  (activity.pool ?? []).length > 0 &&
  !isAsking(activity) &&
  (activity.state === 'published' || activity.state === 'closed') &&
  activity.endsAt > now

/** Gives those who asked their seats, or places behind those who wait already, and tells them; true when it did. */
export async function endAsking(world: World, activityId: string): Promise<boolean> {
  const { store, now } = world
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const activity = await store.read('activities', activityId)
    if (!activity || !asksInVain(activity, now)) return false
    const { pool = [], bonds, revision } = activity
    const free = (unit: string | null) => {
      const { seatsLeft, waiting } = seatsFor(activity, unit)
      return waiting > 0 ? 0 : Math.max(0, seatsLeft)
    }
    const placed = inOrder(partiesOf(pool, bonds), free, (one) => unitOf(activity, one))
    const same = { revision, state: store.is.in(['published', 'closed']) }
    if (await placeAll(world, activity, placed, { where: same, data: {} })) {
      const after = await store.read('activities', activityId)
      if (after) await announce(world, after, pool.slice(0, toldAtOnce))
      return true
    }
    await pause(attempt)
  }
  throw new Error('those who asked kept changing')
}
