// Who has a seat and who waits for one. docs/rules-signup.md tells the same rules in prose.
import { mostSeats } from '../contract'

/** People who may wait for a seat at once. */
export const longestLine = 2000

/** What a newcomer can be given, read off the counts alone. */
export interface Counts {
  /** Ceiling less seats taken; below zero after the capacity was lowered. */
  seatsLeft: number
  waiting: number
}

/** The seats of one activity. In every state `seatsLeft = ceiling(capacity) - holders.length`. */
export interface Seats extends Counts {
  capacity: number | null
  taken: number
  holders: readonly string[]
  line: readonly string[]
}

/** How many seats there are; no limit means `mostSeats`. */
export const ceiling = (capacity: number | null) => capacity ?? mostSeats

/** Seats of an activity that nobody has joined yet. */
export function emptySeats(capacity: number | null) {
  return { capacity, seatsLeft: ceiling(capacity), taken: 0, waiting: 0, holders: [] as string[], line: [] as string[] }
}

/** What a person sees of the seats: null when there is no limit, never below zero, none while others wait for it. */
export function shownSeatsLeft(seats: Counts & { capacity: number | null }): number | null {
  if (seats.capacity === null) return null
  return seats.waiting > 0 ? 0 : Math.max(0, seats.seatsLeft)
}

/** Where a person stands in an activity. */
export function whereIs(seats: Pick<Seats, 'holders' | 'line'>, personId: string): 'in' | 'waiting' | 'out' {
  if (seats.holders.includes(personId)) return 'in'
  return seats.line.includes(personId) ? 'waiting' : 'out'
}

/** Her place in the waiting list, counted from 1; null when she does not wait. */
export function positionOf(line: readonly string[], personId: string): number | null {
  const index = line.indexOf(personId)
  return index < 0 ? null : index + 1
}

/** A newcomer never jumps the line: while anyone waits, she goes to its end, even when a seat is just coming free. */
export function placeForNewcomer({ seatsLeft, waiting }: Counts): 'seat' | 'line' | 'none' {
  if (waiting === 0 && seatsLeft >= 1) return 'seat'
  return waiting < longestLine ? 'line' : 'none'
}

/** Who moves up now: the first of the line, as many as there are free seats, at most `atOnce`. */
export function nextInLine(seats: Pick<Seats, 'seatsLeft' | 'line'>, atOnce = longestLine): readonly string[] {
  return seats.line.slice(0, Math.max(0, Math.min(seats.seatsLeft, atOnce)))
}

function counted(capacity: number | null, holders: readonly string[], line: readonly string[]): Seats {
  const seatsLeft = ceiling(capacity) - holders.length
  return { capacity, holders, line, seatsLeft, taken: holders.length, waiting: line.length }
}

/** Signs a person up: a seat, the end of the line, or nothing when both are full. Twice is once. */
export function signUp(seats: Seats, personId: string): Seats {
  if (whereIs(seats, personId) !== 'out') return seats
  const place = placeForNewcomer(seats)
  if (place === 'seat') return counted(seats.capacity, [...seats.holders, personId], seats.line)
  if (place === 'line') return counted(seats.capacity, seats.holders, [...seats.line, personId])
  return seats
}

/** Takes a person out of the seats or out of the line; the freed seat goes to the first who waits. Twice is once. */
export function giveBack(seats: Seats, personId: string): Seats {
  const isNotHer = (each: string) => each !== personId
  return moveUp(counted(seats.capacity, seats.holders.filter(isNotHer), seats.line.filter(isNotHer)))
}

/** Moves the first of the line into the free seats, in their order. */
export function moveUp(seats: Seats): Seats {
  const next = nextInLine(seats)
  return counted(seats.capacity, [...seats.holders, ...next], seats.line.slice(next.length))
}

/** Raises or lowers the capacity. Nobody loses a seat: with fewer seats than people, none is given until enough left. */
export function setCapacity(seats: Seats, capacity: number | null): Seats {
  return moveUp(counted(capacity, seats.holders, seats.line))
}
