// Which activities a day has, for the community and for the county. Each step can be repeated.
import { dayOf } from '../domain/times'
import type { ActivityDoc, TallyDoc } from '../ports/documents'
import type { World } from './world'

type Counted = Pick<ActivityDoc, '_id' | 'communityId' | 'colour' | 'startsAt'>
const scopesOf = (activity: Counted) => [activity.communityId, 'county']

/** Counts an activity on its day. */
export async function countOnItsDay(world: World, activity: Counted): Promise<void> {
  const day = dayOf(activity.startsAt)
  await Promise.all(scopesOf(activity).map((scope) => addTo(world, scope, day, activity)))
}

/** Counts it no longer on a day. */
export async function uncountOn(world: World, activity: Counted, day: string): Promise<void> {
  const { is } = world.store
  const gone = { [`ids.${activity.colour}`]: is.pull(activity._id) }
  await world.store.change('tallies', { _id: is.in(scopesOf(activity).map((scope) => `${scope}_${day}`)) }, gone)
}

async function addTo({ store }: World, scope: string, day: string, { _id, colour }: Counted): Promise<void> {
  const tally: TallyDoc = { _id: `${scope}_${day}`, scope, day, ids: { [colour]: [_id] } }
  if (await store.add('tallies', tally)) return
  await store.change('tallies', { _id: tally._id }, { [`ids.${colour}`]: store.is.addToSet(_id) })
}
