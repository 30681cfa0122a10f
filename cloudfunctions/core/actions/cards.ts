// How a stored activity becomes what a phone sees of it.
import type { ActivityCard, Mine } from '../contract'
import { positionOf, shownSeatsLeft, whereIs } from '../domain/seats'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import type { World } from './world'

/** What a list needs of an activity: never the people in it. */
export const cardFields = [
  '_id',
  'title',
  'colour',
  'teamId',
  'teamName',
  'communityId',
  'communityName',
  'place',
  'startsAt',
  'endsAt',
  'opensAt',
  'closesAt',
  'state',
  'capacity',
  'seatsLeft',
  'taken',
  'waiting',
  'reason',
] as const satisfies readonly (keyof ActivityDoc)[]
export type CardDoc = Pick<ActivityDoc, (typeof cardFields)[number]>

/** An activity as a list shows it, with her own part in it. */
export function cardOf(activity: CardDoc, mine: Mine | null): ActivityCard {
  const { _id: id, place, ...rest } = activity
  return {
    ...rest,
    id,
    placeName: place.name,
    seatsLeft: shownSeatsLeft(activity),
    mine,
    ours: [],
    seriesId: null,
    drawAt: null,
  }
}

/** Her part as the seats say; the row adds since when, and till when she is asked. Null when she is in neither list. */
export function partOf(
  seats: Pick<ActivityDoc, 'holders' | 'line'>,
  personId: string,
  row: Pick<SignupDoc, 'state' | 'since' | 'answerBy'> | null,
  now: number,
): Mine | null {
  const since = row?.since ?? now
  const where = whereIs(seats, personId)
  if (where === 'out') return null
  if (where === 'waiting') {
    return { state: 'waiting', position: positionOf(seats.line, personId), answerBy: null, since, unit: null }
  }
  const isAsked = row?.state === 'offered'
  return {
    state: isAsked ? 'offered' : 'in',
    position: null,
    answerBy: isAsked ? row.answerBy : null,
    since,
    unit: null,
  }
}

/** Her part in each of these activities, by activity id; the line is read only where she waits. */
export async function partsIn(world: World, activityIds: readonly string[]): Promise<Map<string, Mine>> {
  if (!world.id || activityIds.length === 0) return new Map()
  const wanted = activityIds.map((id) => world.ids.row(id, world.id))
  const rows = await world.store.readMany('signups', wanted, ['activityId', 'state', 'live', 'since', 'answerBy'])
  const live = [...rows.values()].filter((row) => row.live)
  const lines = await world.store.readMany(
    'activities',
    live.filter((row) => row.state === 'waiting').map((row) => row.activityId),
    ['line', 'holders'],
  )
  return new Map(
    live
      .map((row) => {
        const seats = lines.get(row.activityId) ?? { holders: [world.id], line: [] }
        return [row.activityId, partOf(seats, world.id, row, world.now)] as const
      })
      .filter((entry): entry is readonly [string, Mine] => entry[1] !== null),
  )
}

/** Cards of activities with her own part in each. */
export async function cardsOf(world: World, activities: readonly CardDoc[]): Promise<ActivityCard[]> {
  const parts = await partsIn(
    world,
    activities.filter((each) => each.state !== 'draft').map((each) => each._id),
  )
  return activities.map((activity) => cardOf(activity, parts.get(activity._id) ?? null))
}
