// Taking places for people who come together, on the written pattern for scarce things: one conditional update of the
// activity, then rows. Whoever lost a race looks again.
import { refuse, type Refusal } from '../contract'
import { placeForNewcomer, whereIs } from '../domain/seats'
import { mostIn, seatsFor, unitOf } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import type { Terms } from '../ports/store'
import { joinLine, joinPool, longestPool, placeFields, takeSeats } from './seat-writes'
import type { World } from './world'

/** What the rules of signing up look at; the people in it are read only when a first try did not succeed. */
export const ruleFields = [
  '_id',
  'title',
  'state',
  'teamId',
  'teamName',
  'communityId',
  'communityName',
  'audience',
  'opensAt',
  'closesAt',
  'startsAt',
  'endsAt',
  'cancelBy',
  'capacity',
  'seatsLeft',
  'taken',
  'waiting',
  'reason',
  'contact',
  'units',
  'seats',
  'ages',
  'approval',
  'drawAt',
  'draw',
  'perMonth',
  'questions',
  'seriesId',
] as const satisfies readonly (keyof ActivityDoc)[]
export const seatFields = [...ruleFields, ...placeFields] as const
export type Ruled = Pick<ActivityDoc, (typeof ruleFields)[number]>
export type Seated = Pick<ActivityDoc, (typeof seatFields)[number]>

/** By which door they come: what must hold in the write itself, why it is shut, and whether they only ask. */
export interface Door<R extends string> {
  open: Terms
  /** What must hold besides, where they have seats at once and need not ask. */
  free: Terms
  shut: (activity: Ruled) => Refusal<R> | null
  asks: (activity: Ruled) => boolean
}

/** The seats change under us when many sign up at once; so often we look again. */
const mostAttempts = 12

export interface Taken {
  /** Whose places were taken just now; the others had theirs before. */
  isNew: readonly string[]
  /** The seats as they were read after it; null when these people simply have seats. */
  seen: Seated | null
}

/** Where a newcomer's counts are; the people are not needed for them. */
const counts = (activity: Ruled, unit: string | null) => seatsFor({ holders: [], line: [], ...activity }, unit)

/**
 * Takes seats or places in the line for a party, all or none, whichever is theirs by the counts; looks again when they
 * changed meanwhile. Whoever of the party is there already keeps her place, and the others are the party.
 */
export async function takePlaces<R extends string>(
  world: World,
  first: Ruled,
  people: readonly string[],
  unit: string | null,
  door: Door<R>,
): Promise<
  | Taken
  | Refusal<
      | R
      | 'access.gone'
      | 'activity.line_full'
      | 'activity.party_too_large'
      | 'activity.unit_taken'
      | 'activity.unit_gone'
    >
> {
  const { _id } = first
  let seen = first
  let party = people
  let isSure = false
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const isTooLarge = party.length > mostIn({ holders: [], line: [], ...seen }, unit)
    // Some of them may be there already; then those who are new are fewer.
    if (isTooLarge && (isSure || people.length === 1)) return tooLarge(seen, party, unit)
    const asks = door.asks(seen)
    const place = isTooLarge ? 'none' : asks ? 'pool' : placeForNewcomer(counts(seen, unit), party.length)
    const open = asks ? door.open : { ...door.open, ...door.free }
    if (place === 'seat' && (await takeSeats(world, open, party, unit))) return { isNew: party, seen: null }
    // A seat that was just lost sends them to the line at once, without looking first.
    const join = place === 'pool' ? joinPool : joinLine
    const isNew = place !== 'none' && (await join(world, open, party, unit)) > 0
    const seats = await world.store.read('activities', _id, seatFields)
    if (!seats) return refuse('access.gone')
    if (isNew) return { isNew: party, seen: seats }
    if (people.some((each) => isElsewhere(seats, each, unit))) return refuse('activity.unit_taken')
    if (unit !== null && !seats.seats?.[unit]) return refuse('activity.unit_gone')
    party = people.filter((each) => whereIs(seats, each) === 'out')
    isSure = true
    if (party.length === 0) return { isNew: [], seen: seats }
    const isFull = place === 'pool' ? (seats.pool ?? []).length + party.length > longestPool : place === 'none'
    if (isFull && !isTooLarge) return lineFull(seats)
    const shut = door.shut(seats)
    if (shut) return shut
    if (attempt > 0) await pause(attempt)
    seen = seats
  }
  throw new Error('the seats kept changing')
}

/** Whether she has a place here, but in another unit. */
export const isElsewhere = (seats: Seated, personId: string, unit: string | null) =>
  whereIs(seats, personId) !== 'out' && unitOf(seats, personId) !== unit

const tooLarge = (activity: Ruled, party: readonly string[], unit: string | null) =>
  refuse('activity.party_too_large', {
    party: party.length,
    seats: mostIn({ holders: [], line: [], ...activity }, unit),
  })

const lineFull = ({ contact }: Ruled) =>
  refuse('activity.line_full', { contactName: contact.name, contactPhone: contact.phone })
