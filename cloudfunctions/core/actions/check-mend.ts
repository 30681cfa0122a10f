// How the consistency check sets right what does not hold: by what the timer and the actions do anyway.
import type { Facts, Looked, Means } from '../domain/invariants-facts'
import { lineMoves } from '../domain/sign-up'
import { dayOf } from '../domain/times'
import type { ActivityDoc } from '../ports/documents'
import { isGivenUp, unbook } from './case-booking'
import { followWard, unfollowWard } from './family-kept'
import { guestKeptFor } from './guests'
import { recount } from './members'
import { mend } from './mending'
import { countOnItsDay } from './tallies'
import type { World } from './world'

type Mend = (world: World, id: string, isTimeLeft: () => boolean) => Promise<unknown>

/** The activity of a sign-up stands in its id. */
const activityOf = (name: Looked, id: string) => (name === 'signups' ? id.slice(0, id.lastIndexOf('_')) : id)

/**
 * Rows follow the seats while the activity is still to come. Afterwards whoever would have moved up must not be told so,
 * and rows say who came: somebody looks at it.
 */
async function mendSeats(world: World, name: Looked, id: string, isTimeLeft: () => boolean): Promise<void> {
  const activityId = activityOf(name, id)
  const activity = await world.store.read('activities', activityId, ['state', 'startsAt'])
  if (activity && lineMoves(activity, Date.now())) await mend(world, activityId, isTimeLeft)
}

const countedFields = ['_id', 'communityId', 'colour', 'startsAt', 'state'] as const

/** Counts an activity where it belongs as it is now. */
async function countAfresh(world: World, id: string): Promise<void> {
  const activity = await world.store.read('activities', id, countedFields)
  if (activity && activity.state !== 'draft' && activity.state !== 'cancelled') await countOnItsDay(world, activity)
}

async function mendDay(world: World, name: Looked, id: string): Promise<void> {
  if (name === 'activities') return countAfresh(world, id)
  const { store } = world
  const tally = await store.read('tallies', id)
  for (const [colour, ids = []] of Object.entries(tally?.ids ?? {})) {
    const found = await store.readMany('activities', ids, ['startsAt', 'state', 'colour', 'communityId'])
    const isRight = (activity: Pick<ActivityDoc, 'startsAt' | 'state' | 'colour' | 'communityId'> | undefined) =>
      activity?.colour === colour &&
      activity.state !== 'cancelled' &&
      dayOf(activity.startsAt) === tally?.day &&
      (tally.scope === 'county' || tally.scope === activity.communityId)
    const wrong = ids.filter((each, at) => !isRight(found.get(each)) || ids.indexOf(each) !== at)
    if (wrong.length === 0) continue
    await store.change('tallies', { _id: id }, { [`ids.${colour}`]: store.is.pullAll(wrong) })
    // One that stood here twice stands here no more, and another may have been moved here as we looked.
    for (const each of new Set(wrong)) await countAfresh(world, each)
  }
}

/** Unread messages that are counted. */
const mostUnread = 100

async function mendUnread({ store }: World, name: Looked, found: string): Promise<void> {
  const id = name === 'people' ? found : (await store.read('messages', found, ['personId']))?.personId
  if (!id) return
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

/** An old version, still at work after the editions were brought forward, wrote guests without a day. */
const sayUntil = ({ store, now }: World, id: string): Promise<unknown> =>
  store.change(
    'dependents',
    { _id: id, kind: 'guest', keptUntil: store.is.exists(false) },
    { keptUntil: now + guestKeptFor },
  )

const ways: Record<Means, (name: Looked) => Mend> = {
  seats: (name) => (world, id, isTimeLeft) => mendSeats(world, name, id, isTimeLeft),
  day: (name) => (world, id) => mendDay(world, name, id),
  unread: (name) => (world, id) => mendUnread(world, name, id),
  members: () => recount,
  wards: (name) => (world, id) => mendWards(world, name, id),
  bookings: () => mendBookings,
  case: () => touchCase,
  guest: () => sayUntil,
}

/** Sets a document right by these means; harmless to repeat, and where nothing is wrong. */
export const setRight = (
  world: World,
  means: Means,
  name: Looked,
  doc: Facts[Looked],
  isTimeLeft: () => boolean,
): Promise<unknown> => ways[means](name)(world, doc._id, isTimeLeft)
