// How the consistency check sets right what does not hold: by what the timer and the actions do anyway.
import type { Facts, Looked, Means } from '../domain/invariants-facts'
import { dayOf } from '../domain/times'
import type { ActivityDoc } from '../ports/documents'
import { isGivenUp, unbook } from './case-booking'
import { followWard, unfollowWard } from './family-kept'
import { recount } from './members'
import { mend } from './mending'
import { countOnItsDay } from './tallies'
import type { World } from './world'

type Mend = (world: World, id: string, isTimeLeft: () => boolean) => Promise<unknown>

/** The activity of a sign-up stands in its id. */
const activityOf = (name: Looked, id: string) => (name === 'signups' ? id.slice(0, id.lastIndexOf('_')) : id)

async function mendDay(world: World, name: Looked, id: string): Promise<void> {
  if (name === 'activities') {
    const activity = await world.store.read('activities', id)
    if (activity) await countOnItsDay(world, activity)
    return
  }
  const { store } = world
  const tally = await store.read('tallies', id)
  for (const [colour, ids = []] of Object.entries(tally?.ids ?? {})) {
    const found = await store.readMany('activities', ids, ['startsAt', 'state', 'colour', 'communityId'])
    const isRight = (activity: Pick<ActivityDoc, 'startsAt' | 'state' | 'colour' | 'communityId'> | undefined) =>
      activity?.colour === colour &&
      activity.state !== 'cancelled' &&
      dayOf(activity.startsAt) === tally?.day &&
      (tally.scope === 'county' || tally.scope === activity.communityId)
    const wrong = ids.filter((each) => !isRight(found.get(each)))
    if (wrong.length > 0) await store.change('tallies', { _id: id }, { [`ids.${colour}`]: store.is.pullAll(wrong) })
  }
}

/** Unread messages that are counted. */
const mostUnread = 100

async function mendUnread({ store }: World, id: string): Promise<void> {
  const person = await store.read('people', id, ['unread'])
  const there = await store.count('messages', { personId: id, read: false })
  await store.change('people', { _id: id, unread: person?.unread }, { unread: Math.min(there, mostUnread) })
}

/** `dependents.keepers` is the truth; accounts follow it. */
async function mendWards(world: World, name: Looked, id: string): Promise<void> {
  const { store } = world
  if (name === 'dependents') {
    const ward = await store.read('dependents', id, ['keepers'])
    for (const keeper of ward?.keepers ?? []) await followWard(world, keeper.id, id)
    return
  }
  const person = await store.read('people', id, ['wards'])
  const wards = await store.readMany('dependents', person?.wards ?? [], ['keepers'])
  for (const wardId of person?.wards ?? []) {
    const isKept = wards.get(wardId)?.keepers.some((keeper) => keeper.id === id)
    if (!isKept) await unfollowWard(world, [id], wardId)
  }
}

async function mendBookings(world: World, id: string): Promise<void> {
  const project = await world.store.read('projects', id)
  for (const [day, ids] of Object.entries(project?.booked ?? {})) {
    const cases = await world.store.readMany('cases', ids, ['state', 'outcome', 'project'])
    for (const caseId of ids) {
      const kase = cases.get(caseId)
      const isHere = kase?.project?.id === id && kase.project.day === day && !isGivenUp(kase)
      if (!isHere) await unbook(world, { id, day }, caseId)
    }
  }
}

/** The timer settles it at its next round. */
async function touchCase({ store, now }: World, id: string): Promise<void> {
  const kase = await store.read('cases', id, ['turn', 'settled'])
  const unsettledAt = kase && kase.settled < kase.turn ? now : 0
  if (kase) await store.change('cases', { _id: id, turn: kase.turn, settled: kase.settled }, { unsettledAt })
}

const ways: Record<Means, (name: Looked) => Mend> = {
  seats: (name) => (world, id, isTimeLeft) => mend(world, activityOf(name, id), isTimeLeft),
  day: (name) => (world, id) => mendDay(world, name, id),
  unread: () => mendUnread,
  members: () => recount,
  wards: (name) => (world, id) => mendWards(world, name, id),
  bookings: () => mendBookings,
  case: () => touchCase,
}

/** Sets a document right by these means; harmless to repeat, and where nothing is wrong. */
export const setRight = (
  world: World,
  means: Means,
  name: Looked,
  doc: Facts[Looked],
  isTimeLeft: () => boolean,
): Promise<unknown> => ways[means](name)(world, doc._id, isTimeLeft)
