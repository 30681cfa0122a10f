// What a team has done grows by its recaps: sums counted those with a seat when the activity ended, a recap says how
// many were served, and the difference is added once.
import { calendar } from '../domain/times'
import type { ActivityDoc, RecapDoc } from '../ports/documents'
import type { World } from './world'

/** How many of the last marks a sum remembers; as when activities end. */
const remembered = 200

/** Sets the sums right by what the recap still owes them; each difference leaves its mark, so that none is added twice. */
export async function payOwed(world: World, activity: ActivityDoc, { _id, owed }: RecapDoc): Promise<void> {
  const counted = activity.countedAs ?? activity.taken
  for (const { mark, people: said, isWhole } of owed) {
    const people = isWhole ? said - counted : said
    if (people !== 0) {
      await addTo(world, 'teams', activity.teamId, 'done.', { mark, people, endsAt: activity.endsAt })
      for (const scope of [activity.communityId, 'county']) {
        await addTo(world, 'sums', `${scope}_${activity.colour}`, '', { mark, people, endsAt: activity.endsAt })
      }
    }
    await world.store.change('recaps', { _id }, { owed: world.store.is.pull({ mark }) })
  }
}

async function addTo(
  { store }: World,
  name: 'teams' | 'sums',
  id: string,
  prefix: 'done.' | '',
  { mark, people, endsAt }: { mark: string; people: number; endsAt: number },
): Promise<void> {
  const { is } = store
  // A sum of another year is closed.
  const ofYear = is.or(is.exists(false), is.eq(calendar(endsAt).year))
  const unmarked = { _id: id, counted: is.neq(mark), [`${prefix}year`]: ofYear }
  const counted = is.push({ each: [mark], slice: -remembered })
  await store.change(name, unmarked, { [`${prefix}people`]: is.inc(people), counted })
}
