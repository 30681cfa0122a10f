import type { ActivityDoc, SignupDoc } from '../../cloudfunctions/core/ports/documents'
import { weekFrom } from '../../cloudfunctions/core/domain/times'
import { activityDoc, hour, personDoc, personIdOf, teamDoc } from '../actions/county'
import type { BenchCloud } from './bench-cloud'

/** How much there is in the cloud. */
export interface DataSize {
  activities: number
  signups: number
}

/** Every size at which reading is measured. */
export const dataSizes: readonly DataSize[] = [10, 1000].flatMap((activities) =>
  [10, 1000, 20_000].map((signups) => ({ activities, signups })),
)

/** The OPENIDs that ask. */
export const asResident = 'resident'
export const asLeader = 'leader'

/** The activity that holds as many of the sign-ups as one activity can: 5,000 seats and 2,000 who wait. */
export const mainActivity = 'act-0000'
const mostHolders = 5000
const mostWaiting = 2000

/** The resident's own: a place at the end of the main line and these many seats, on the first page of the list. */
const ownNear = 8
/** From here on she has more of them, on later pages, as far as the size allows. */
const ownFarFrom = 20

const me = personIdOf(asResident)
const idOf = (n: number) => `act-${String(n).padStart(4, '0')}`

function rowOf({ _id, teamId, startsAt, endsAt }: ActivityDoc, personId: string, state: 'in' | 'waiting', at: number) {
  const row: SignupDoc = {
    ...{ _id: `${_id}_${personId}`, activityId: _id, personId, teamId, startsAt, endsAt, state },
    ...{ live: true, since: at, answerBy: null, history: [{ at, by: personId, what: 'joined' }] },
  }
  return row
}

/** Whom each activity holds, by its number: exactly as many people in all as the size has sign-ups. */
function seating({ activities, signups }: DataSize, others: readonly string[]): Map<number, string[]> {
  const held = new Map<number, string[]>(Array.from({ length: activities }, (_, n) => [n, []]))
  for (let n = 1; n <= ownNear; n++) held.get(n)?.push(me)
  const far = Math.max(0, Math.min(activities - ownFarFrom, Math.floor((signups - 10) / 4)))
  for (let n = ownFarFrom; n < ownFarFrom + far; n++) held.get(n)?.push(me)
  const inMain = Math.min(signups - ownNear - far - 1, mostHolders + mostWaiting - 1)
  held.set(0, [...others.slice(0, inMain), me])
  for (let rest = signups - ownNear - far - 1 - inMain, n = 0; rest > 0; rest--, n++) {
    const at = 1 + (n % (activities - 1))
    held.get(at)?.push(others[Math.floor(n / (activities - 1))] ?? '')
  }
  return held
}

/** Fills an empty cloud with a county of this size, from now on; one activity every three hours. */
export async function fillCloud(cloud: BenchCloud, size: DataSize, now: number): Promise<void> {
  const openids = Array.from({ length: Math.min(size.signups, mostHolders + mostWaiting) }, (_, n) => `other-${n}`)
  const held = seating(size, openids.map(personIdOf))
  const activities: ActivityDoc[] = []
  const signups: SignupDoc[] = []
  for (const [n, people] of held) {
    const seats = n === 0 ? Math.max(1, Math.min(mostHolders, Math.floor(people.length * 0.7))) : people.length
    const holders = people.slice(0, seats)
    const line = people.slice(seats)
    const startsAt = now + (1 + 3 * n) * hour
    const times = { startsAt, endsAt: startsAt + 2 * hour, closesAt: startsAt, cancelBy: startsAt }
    const capacity = n === 0 ? seats : 5000
    const counts = { capacity, seatsLeft: capacity - seats, taken: seats, waiting: line.length }
    const doc = activityDoc(idOf(n), now, { ...times, ...counts, holders, line })
    activities.push(doc)
    people.forEach((personId, at) => signups.push(rowOf(doc, personId, at < seats ? 'in' : 'waiting', now + at)))
  }
  if (signups.length !== size.signups) throw new Error(`${signups.length} sign-ups were made, not ${size.signups}`)
  await cloud.add('teams', [teamDoc('green', 'east', 'green', [asLeader])])
  await cloud.add(
    'people',
    [asResident, asLeader, ...openids].map((openid) => personDoc(openid, 'east')),
  )
  await cloud.add(
    'tallies',
    weekFrom(now).map((day) => ({ _id: `east_${day}`, scope: 'east', day, ids: { green: [mainActivity] } })),
  )
  await cloud.add('activities', activities)
  await cloud.add('signups', signups)
}
