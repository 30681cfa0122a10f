import { calendar } from '../domain/times'
import type { ActivityDoc } from '../ports/documents'
import type { Work } from './timer-round'
import type { World } from './world'

/** Activities ended in one round, of each state. */
const mostAtOnce = 50
/** How many of the last activities a sum remembers, so that none is added twice. */
const remembered = 200

const endedFields = ['_id', 'teamId', 'communityId', 'colour', 'taken', 'state', 'endsAt'] as const
type Ended = Pick<ActivityDoc, (typeof endedFields)[number]>

/** Activities that are over become ended, after they were added to what their team has done. */
export const endPassed: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const wish = { fields: endedFields, order: [['endsAt', 'asc']] as const, limit: mostAtOnce }
  for (const state of ['published', 'closed'] as const) {
    for (const activity of await store.find('activities', { state, endsAt: store.is.lt(now) }, wish)) {
      if (!isTimeLeft()) return
      await addToSums(world, activity)
      await store.change('activities', { _id: activity._id, state }, { state: 'ended', countedAs: activity.taken })
    }
  }
}

async function addToSums(world: World, activity: Ended): Promise<void> {
  const { taken: people, colour, _id, communityId } = activity
  const year = calendar(activity.endsAt).year
  await addTo(world, 'teams', activity.teamId, activity, 'done.')
  for (const scope of [communityId, 'county']) {
    const sum = { _id: `${scope}_${colour}`, scope, colour, activities: 1, people, year, counted: [_id] }
    if (!(await world.store.add('sums', sum))) await addTo(world, 'sums', sum._id, activity, '')
  }
}

/** Adds an activity to a sum that has not counted it yet; the first of a new year begins the sum anew. */
async function addTo(
  { store }: World,
  name: 'teams' | 'sums',
  id: string,
  { _id, taken, endsAt }: Ended,
  prefix: 'done.' | '',
): Promise<void> {
  const { is } = store
  const year = calendar(endsAt).year
  const counted = is.push({ each: [_id], slice: -remembered })
  const uncounted = { _id: id, counted: is.neq(_id) }
  const anew = { [`${prefix}activities`]: 1, [`${prefix}people`]: taken, [`${prefix}year`]: year, counted }
  if (await store.change(name, { ...uncounted, [`${prefix}year`]: is.lt(year) }, anew)) return
  // What ended last year and is only counted now belongs to a sum that is closed.
  const running = is.or(is.exists(false), is.eq(year))
  const more = { [`${prefix}activities`]: is.inc(1), [`${prefix}people`]: is.inc(taken), counted }
  await store.change(name, { ...uncounted, [`${prefix}year`]: running }, more)
}
