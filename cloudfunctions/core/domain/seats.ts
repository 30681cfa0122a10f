// Who has a seat and who waits for one. docs/rules-signup.md tells the same rules in prose.
import { mostSeats } from '../contract'
import { bondOf, bondsWithout, partiesOf } from './parties'

/** People who may wait for a seat at once. */
export const longestLine = 2000

/** What a newcomer can be given, read off the counts alone. */
export interface Counts {
  /** Ceiling less seats taken; below zero after the capacity was lowered. */
  seatsLeft: number
  waiting: number
}

/** The seats of one activity, or of one unit of it. In every state `seatsLeft = ceiling(capacity) - holders.length`. */
export interface Seats extends Counts {
  capacity: number | null
  taken: number
  holders: readonly string[]
  line: readonly string[]
  /** Parties that wait together, in the order of the line. */
  bonds: readonly string[]
}

/** How many seats there are; no limit means `mostSeats`. */
export const ceiling = (capacity: number | null) => capacity ?? mostSeats

/** Seats of an activity that nobody has joined yet. */
export function emptySeats(capacity: number | null) {
  const nobody = { holders: [] as string[], line: [] as string[], bonds: [] as string[] }
  return { capacity, seatsLeft: ceiling(capacity), taken: 0, waiting: 0, ...nobody }
}

/**
 * What a person sees of the seats: null when there is no limit, never below zero, none while others wait for it.
 * Where there are units each has its own line, so that those who wait for one take nothing from the others; and one with
 * more people than seats takes nothing from them either, where the seats of each are known.
 */
export function shownSeatsLeft(seats: Counts & Shown): number | null {
  if (seats.capacity === null) return null
  if (!seats.units?.length) return seats.waiting > 0 ? 0 : Math.max(0, seats.seatsLeft)
  const each = seats.seats && Object.values(seats.seats)
  return each ? each.reduce((sum, { left }) => sum + Math.max(0, left), 0) : Math.max(0, seats.seatsLeft)
}

interface Shown {
  capacity: number | null
  units?: readonly unknown[]
  seats?: Readonly<Record<string, { left: number }>>
}

/** Where a person stands in an activity; `asked` for whoever waits for the leader's yes or for the draw. */
export function whereIs(
  seats: { holders: readonly string[]; line: readonly string[]; pool?: readonly string[] },
  personId: string,
): 'in' | 'waiting' | 'asked' | 'out' {
  if (seats.holders.includes(personId)) return 'in'
  if (seats.line.includes(personId)) return 'waiting'
  return seats.pool?.includes(personId) ? 'asked' : 'out'
}

/** Her place in the waiting list, counted from 1; null when she does not wait. */
export function positionOf(line: readonly string[], personId: string): number | null {
  const index = line.indexOf(personId)
  return index < 0 ? null : index + 1
}

/** A newcomer never jumps the line: while anyone waits, she goes to its end, even when a seat is just coming free. */
export function placeForNewcomer({ seatsLeft, waiting }: Counts, party = 1): 'seat' | 'line' | 'none' {
  if (waiting === 0 && seatsLeft >= party) return 'seat'
  return waiting + party <= longestLine ? 'line' : 'none'
}

/**
 * Who moves up now: from the front, each party that fits into the seats still free. One that does not fit keeps its
 * place and is passed over, so that no seat stays empty while somebody waits who fits. At most `atOnce` people, but a
 * whole party.
 */
export function nextInLine(
  seats: { seatsLeft: number; line: readonly string[]; bonds?: readonly string[] },
  atOnce = longestLine,
): readonly string[] {
  const next: string[] = []
  if (seats.seatsLeft <= 0) return next
  for (const party of partiesOf(seats.line, seats.bonds)) {
    if (next.length >= Math.min(seats.seatsLeft, atOnce)) break
    if (next.length + party.length <= seats.seatsLeft) next.push(...party)
  }
  return next
}

function counted(
  capacity: number | null,
  holders: readonly string[],
  line: readonly string[],
  bonds: readonly string[],
): Seats {
  const seatsLeft = ceiling(capacity) - holders.length
  return { capacity, holders, line, bonds, seatsLeft, taken: holders.length, waiting: line.length }
}

const all = (who: string | readonly string[]) => (typeof who === 'string' ? [who] : who)

/**
 * Signs up a person, or a party that comes together or not at all: seats, the end of the line, or nothing when both are
 * full or there are fewer seats than people in the party. Twice is once.
 */
export function signUp(seats: Seats, who: string | readonly string[]): Seats {
  const { capacity, holders, line, bonds } = seats
  const party = all(who).filter((personId) => whereIs(seats, personId) === 'out')
  if (party.length === 0 || party.length > ceiling(capacity)) return seats
  const place = placeForNewcomer(seats, party.length)
  if (place === 'none') return seats
  if (place === 'seat') return counted(capacity, [...holders, ...party], line, bonds)
  const together = party.length > 1 ? [...bonds, bondOf(party)] : bonds
  return moveUp(counted(capacity, holders, [...line, ...party], together))
}

/** Takes people out of the seats or out of the line; freed seats go to the first who fit. Twice is once. */
export function giveBack(seats: Seats, who: string | readonly string[]): Seats {
  const gone = all(who)
  const stays = (each: string) => !gone.includes(each)
  const { capacity, holders, line, bonds } = seats
  return moveUp(counted(capacity, holders.filter(stays), line.filter(stays), bondsWithout(bonds, gone)))
}

/** Moves those who fit into the free seats, in the order of the line. */
export function moveUp(seats: Seats): Seats {
  const { capacity, holders, line, bonds } = seats
  const next = nextInLine(seats)
  const stays = (each: string) => !next.includes(each)
  return counted(capacity, [...holders, ...next], line.filter(stays), bondsWithout(bonds, next))
}

/** Raises or lowers the capacity. Nobody loses a seat: with fewer seats than people, none is given until enough left. */
export function setCapacity(seats: Seats, capacity: number | null): Seats {
  return moveUp(counted(capacity, seats.holders, seats.line, seats.bonds))
}
