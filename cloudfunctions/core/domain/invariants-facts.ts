// What the invariants look at of each collection, and nothing else: no names, no numbers, no words of people.
import type { UnitForm } from '../contract'
import type { CaseFacts, CaseRules } from './case'

interface Seated {
  left: number
  waiting: number
  holders: string[]
  line: string[]
  pool?: string[]
}

/** Facts of the documents by collection; the documents themselves hold more. */
export interface Facts {
  activities: {
    _id: string
    state: string
    listed: boolean
    teamId: string
    communityId: string
    colour: string
    startsAt: number
    endsAt: number
    capacity: number | null
    seatsLeft: number
    taken: number
    waiting: number
    holders: string[]
    line: string[]
    pool?: string[]
    bonds?: string[]
    units?: UnitForm[]
    seats?: Record<string, Seated>
    createdBy: string
    publishedAt: number | null
    seriesId?: string | null
    settledAt?: number | null
    countedAs?: number
  }
  signups: {
    _id: string
    activityId: string
    personId: string
    teamId: string
    state: string
    live: boolean
    startsAt: number
    endsAt: number
    unit?: string
    by?: string
    attendance?: string
    minutes?: number
  }
  people: {
    _id: string
    communityId: string | null
    staffOf: string[]
    unitOf?: string[]
    unread: number
    wards?: string[]
  }
  dependents: {
    _id: string
    kind: string
    keepers: { id: string; isSelf?: boolean }[]
    station?: string
    consent: { by: string } | null
    enteredBy: string
    claimedBy: string
    keptUntil?: number
  }
  communities: { _id: string }
  places: { _id: string; communityId: string }
  teams: {
    _id: string
    communityId: string
    leaderIds: string[]
    members: number
    applications: number
    done: { activities: number; year?: number }
    counted: string[]
  }
  memberships: { _id: string; teamId: string; personId: string; state: string }
  sums: { _id: string; scope: string; colour: string; activities: number; year?: number; counted: string[] }
  tallies: { _id: string; scope: string; day: string; ids: Partial<Record<string, string[]>> }
  messages: {
    _id: string
    personId: string
    read: boolean
    at: number
    ward?: string
    out?: { state: string; dueAt: number; takenAt?: number }
  }
  tasks: { _id: string; activityId: string; dueAt: number }
  series: { _id: string; teamId: string; regulars: string[] }
  ledgers: {
    _id: string
    personId: string
    year: number
    minutes: number
    entries: { id: string; activityId: string; day: string; minutes: number }[]
  }
  corrections: {
    _id: string
    activityId: string
    personId: string
    day: string
    from: number
    to: number
    state: string
    isOpen: boolean
    decidedAt: number | null
  }
  certificates: {
    _id: string
    personId: string
    number: string
    minutes: number
    lines: { minutes: number }[]
    issuedAt: number
  }
  counters: { _id: string; last: number; given: { to: string; number: number }[] }
  recaps: { _id: string; teamId: string; revision: number; owed: { mark: string }[]; at: number }
  files: {
    _id: string
    by: string
    state: string
    fileId: string
    claimedUntil: number
    until: number
  }
  cards: {
    _id: string
    activityId: string
    wardId: string
    by: string
    until: number
    said: { dueAt: number } | null
  }
  cases: Omit<CaseFacts, 'pictures'> & {
    number: number
    settled: number
    unsettledAt: number
    pictures: { of: string; fileId: string; by: string }[]
    known?: string[]
  }
  partners: { _id: string; communityIds: string[]; caresFor: string[]; people: { id: string }[] }
  resources: { _id: string; communityId: string; partnerId: string }
  projects: { _id: string; teamId: string; communityId: string; perDay: number; booked: Record<string, string[]> }
  casesums: { _id: string; communityId: string; month: string; counted: string[] }
}

/** Collections that the invariants look at. */
export type Looked = keyof Facts

/** A field's wanted value: itself, or from a number on to less than another. */
type Term = string | number | boolean | { from: number; to: number } | { among: readonly string[] }
/** How many documents there are whose fields are these. */
export interface Wanted {
  of: Looked
  where: Readonly<Record<string, Term>>
}

/**
 * What lies around a document: the invariants ask, and whoever checks has it all at hand, or loads what was asked for and
 * asks them again. Lists are asked for in one go.
 */
export interface Around {
  now: number
  get<N extends Looked>(name: N, id: string): Facts[N] | undefined
  all<N extends Looked>(name: N, ids: readonly string[]): (Facts[N] | undefined)[]
  count(wanted: Wanted): number
  /** The rules of a service of cases. */
  service(id: string): CaseRules | undefined
}

/** How what does not hold is set right; where none is named somebody has to look. */
export type Means = 'seats' | 'day' | 'unread' | 'members' | 'wards' | 'bookings' | 'case' | 'guest'

/** Something that holds of every document of a collection, whoever else is at work, a minute after the last call. */
export interface Invariant<N extends Looked> {
  name: string
  of: N
  /** One sentence for whoever reads the report. */
  says: string
  holds: (doc: Facts[N], around: Around) => boolean
  means?: Means
}

/** Work that the timer does every minute is late after this long, ms. */
export const lateAfter = 3_600_000

/** Whether an id leads to an account or somebody kept that is there; ids of nobody, and of forgotten guests, lead nowhere. */
export function areThere(around: Around, ids: readonly string[]): boolean {
  const of = (letter: string) => [...new Set(ids.filter((id) => id.startsWith(letter)))]
  const people = around.all('people', of('p'))
  const wards = around.all('dependents', of('d'))
  return [...people, ...wards].every((each) => each !== undefined)
}
