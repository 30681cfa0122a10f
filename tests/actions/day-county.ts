import type { DayStep } from '../../cloudfunctions/core/contract'
import type { ActivityDoc, SignupDoc } from '../../cloudfunctions/core/ports/documents'
import { hour, personIdOf, type County } from './county'

let noted = 0

/** A step as a leader's phone notes it, at this moment unless said otherwise. */
export const stepAt = (at: number, changes: Partial<DayStep> = {}): DayStep => ({
  ...{ key: `k${++noted}`, kind: 'in', personId: null, name: '', phone: '', unit: null, at, via: 'name', pass: '' },
  ...changes,
})

/** The row of somebody in an activity. */
export const rowIn = (activity: ActivityDoc, personId: string, changes: Partial<SignupDoc> = {}): SignupDoc => ({
  ...{ _id: `${activity._id}_${personId}`, activityId: activity._id, personId, teamId: activity.teamId },
  ...{ state: 'in', live: true, since: 1, answerBy: null, history: [] },
  ...{ startsAt: activity.startsAt, endsAt: activity.endsAt },
  ...changes,
})

/** An activity of two hours under way since half an hour, with seats and places for whoever is named by OPENID. */
export async function underWay(
  county: County,
  id: string,
  people: { holders?: readonly string[]; line?: readonly string[]; pool?: readonly string[] },
  changes: Partial<ActivityDoc> = {},
): Promise<ActivityDoc> {
  const startsAt = changes.startsAt ?? county.now() - hour / 2
  const idsOf = (openids: readonly string[] = []) => openids.map(personIdOf)
  const [holders, line, pool] = [idsOf(people.holders), idsOf(people.line), idsOf(people.pool)]
  const capacity = Math.max(3, holders.length)
  const seats = { capacity, seatsLeft: capacity - holders.length, taken: holders.length, waiting: line.length }
  const times = { startsAt, endsAt: startsAt + 2 * hour, closesAt: startsAt, cancelBy: startsAt }
  const activity = await county.activity(id, { ...times, ...seats, holders, line, pool, ...changes })
  const rows = [
    ...holders.map((each) => rowIn(activity, each)),
    ...line.map((each) => rowIn(activity, each, { state: 'waiting' })),
    ...pool.map((each) => rowIn(activity, each, { state: 'asked' })),
  ]
  await county.add('signups', rows)
  return activity
}
