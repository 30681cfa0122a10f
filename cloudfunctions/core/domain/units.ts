// Posts (岗位) and slots (时段): parts of an activity with their own seats, line and time.
import type { Unit, UnitForm } from '../contract'
import { ceiling, shownSeatsLeft, type Seats } from './seats'

/** Seats of one unit as they are kept; in every state `left = capacity - holders.length`. */
interface Kept {
  left: number
  waiting: number
  holders: string[]
  line: string[]
  pool?: string[]
}

type Span = {
  startsAt: number
  endsAt: number
}

interface Divided {
  units?: readonly UnitForm[]
  seats?: Record<string, Kept>
}

/** What the rules look at in an activity's seats. */
export interface Whole extends Divided {
  capacity: number | null
  seatsLeft: number
  taken: number
  waiting: number
  holders: readonly string[]
  line: readonly string[]
  bonds?: readonly string[]
}

/** Seats of units that nobody has joined yet. */
export const emptyUnits = (units: readonly UnitForm[]): Record<string, Kept> =>
  Object.fromEntries(units.map((unit) => [unit.id, emptyUnit(unit)]))

/** Seats of a unit that nobody has joined yet. */
export const emptyUnit = ({ capacity }: UnitForm): Kept => ({ left: capacity, waiting: 0, holders: [], line: [] })

/** Seats of all units together; what the leader wrote where there are none. */
export const capacityOf = ({ units, capacity }: { units: readonly UnitForm[]; capacity: number | null }) =>
  units.length > 0 ? units.reduce((sum, unit) => sum + unit.capacity, 0) : capacity

/** The time of a unit, or of the whole activity for one that lasts as long, and for whoever is in none. */
export function timesOf(activity: Span & Divided, unitId: string | null | undefined): Span {
  const unit = activity.units?.find((each) => each.id === unitId)
  return { startsAt: unit?.startsAt ?? activity.startsAt, endsAt: unit?.endsAt ?? activity.endsAt }
}

/** The unit a person is in, waits for or asked for; null when in none. */
export function unitOf({ seats = {} }: Divided, personId: string): string | null {
  const found = Object.entries(seats).find(([, { holders = [], line = [], pool = [] }]) =>
    [holders, line, pool].some((people) => people.includes(personId)),
  )
  return found?.[0] ?? null
}

/** The seats a newcomer is counted against: those of her unit, or of the whole activity where there are none. */
export function seatsFor(activity: Whole, unitId: string | null): Seats {
  const { capacity, seatsLeft, taken, waiting, holders, line, bonds = [] } = activity
  if (unitId === null) return { capacity, seatsLeft, taken, waiting, holders, line, bonds }
  const unit = activity.units?.find((each) => each.id === unitId)
  const kept = activity.seats?.[unitId] ?? { left: unit?.capacity ?? 0, waiting: 0, holders: [], line: [] }
  return {
    capacity: unit?.capacity ?? kept.left + kept.holders.length,
    seatsLeft: kept.left,
    taken: kept.holders.length,
    waiting: kept.waiting,
    holders: kept.holders,
    line: kept.line,
    bonds,
  }
}

/** The most people that can be in at once where this person wants to be. */
export const mostIn = (activity: Whole, unitId: string | null) => ceiling(seatsFor(activity, unitId).capacity)

/** Units as people see them, in the leader's order. */
export const shownUnits = ({ units = [], seats = {} }: Divided): Unit[] =>
  units.map((unit) => {
    const { left: seatsLeft, waiting } = seats[unit.id] ?? emptyUnit(unit)
    return { ...unit, seatsLeft: shownSeatsLeft({ capacity: unit.capacity, seatsLeft, waiting }) ?? 0, waiting }
  })
