import type { ActivityDoc } from '../ports/documents'
import type { Work } from './timer-round'
import type { World } from './world'

/** Activities ended in one round, of each state. */
const mostAtOnce = 50
/** How many of the last activities a sum remembers, so that none is added twice. */
const remembered = 200

type Ended = Pick<ActivityDoc, '_id' | 'teamId' | 'communityId' | 'colour' | 'taken' | 'state'>
const endedFields = ['_id', 'teamId', 'communityId', 'colour', 'taken', 'state'] as const

/** Activities that are over become ended, after they were added to what their team has done. */
export const endPassed: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const wish = { fields: endedFields, order: [['endsAt', 'asc']] as const, limit: mostAtOnce }
  for (const state of ['published', 'closed'] as const) {
    for (const activity of await store.find('activities', { state, endsAt: store.is.lt(now) }, wish)) {
      if (!isTimeLeft()) return
      await addToSums(world, activity)
      await store.change('activities', { _id: activity._id, state }, { state: 'ended' })
    }
  }
}

async function addToSums(world: World, activity: Ended): Promise<void> {
  const { store } = world
  const { is } = store
  const { _id, taken, colour } = activity
  const counted = is.push({ each: [_id], slice: -remembered })
  const isNew = { counted: is.neq(_id) }
  await store.change(
    'teams',
    { _id: activity.teamId, ...isNew },
    { 'done.activities': is.inc(1), 'done.people': is.inc(taken), counted },
  )
  for (const scope of [activity.communityId, 'county']) {
    const sum = { _id: `${scope}_${colour}`, scope, colour, activities: 1, people: taken, counted: [_id] }
    if (await store.add('sums', sum)) continue
    const more = { activities: is.inc(1), people: is.inc(taken), counted }
    await store.change('sums', { _id: sum._id, ...isNew }, more)
  }
}
