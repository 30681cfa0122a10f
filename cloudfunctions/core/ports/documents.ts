// What each collection holds. Times are ms since 1970. Indexes stand in collections.json.
import type { ActivityState, Colour, Place } from '../contract'

/** people: one document per person who opened the mini-program; `_id` is derived from the OPENID. */
export interface PersonDoc {
  _id: string
  openid: string
  name: string
  /**
   * Whole number or ''; leaves the cloud masked, except to those who run an activity she is in or waits for,
   * and to those who run a team she is in or applies to.
   */
  phone: string
  communityId: string | null
  staffOf: string[]
  county: boolean
  /** Messages she still lets us send, by template name; a ledger of consents less what was sent. */
  consents: Record<string, number>
  /** Unread messages, at most 100; kept as a counter, counted anew whenever she reads some. */
  unread: number
  createdAt: number
}

/** communities */
export interface CommunityDoc {
  _id: string
  name: string
  phone: string
  hours: string
  order: number
}

/**
 * teams: `counted` are the last activities already added to `done`, so that adding can be repeated.
 * `done` is of one year, the running one when none is named.
 */
export interface TeamDoc {
  _id: string
  name: string
  colour: Colour
  kind: 'professional' | 'social'
  communityId: string
  communityName: string
  intro: string
  phone: string
  leaderIds: string[]
  leaderName: string
  members: number
  applications: number
  done: { activities: number; people: number; year?: number }
  counted: string[]
  /** How often its name, intro or phone was changed; none yet when missing. */
  edits?: number
  createdAt: number
}

/** memberships: `_id` is teamId_personId. */
export interface MembershipDoc {
  _id: string
  teamId: string
  personId: string
  state: 'applied' | 'member' | 'leader' | 'left' | 'declined'
  words: string
  at: number
}

/** places */
export interface PlaceDoc {
  _id: string
  communityId: string
  name: string
  address: string
  latitude: number
  longitude: number
  functions: string[]
  hours: string
  phone: string
  order: number
}

/**
 * activities: the one document that holds the seats. In every write `seatsLeft = ceiling - holders.length`
 * (ceiling is `capacity`, or mostSeats when there is no limit); it is below zero after a capacity was lowered.
 * `line` is the waiting list in order. Lists leave `holders`, `line` and `terms` out.
 */
export interface ActivityDoc {
  _id: string
  state: ActivityState
  /** False for drafts only: published, closed, cancelled and ended ones may be found. */
  listed: boolean
  teamId: string
  teamName: string
  colour: Colour
  communityId: string
  communityName: string
  template: string
  title: string
  intro: string
  place: Place
  startsAt: number
  endsAt: number
  opensAt: number
  closesAt: number
  cancelBy: number
  capacity: number | null
  seatsLeft: number
  taken: number
  waiting: number
  holders: string[]
  line: string[]
  audience: 'anyone' | 'community' | 'members'
  bring: string[]
  contact: { name: string; phone: string }
  /** One and two character pieces of title, team and place, for search. */
  terms: string[]
  reason: string
  revision: number
  /** Fields of the form that the last edit changed; what those who come are told. */
  lastChange?: string[]
  /** Set by every write to seats; the timer compares rows with seats for those touched since its last round. */
  touchedAt: number
  createdBy: string
  createdAt: number
  publishedAt: number | null
}

/** signups: the detail row; `_id` is activityId_personId. The activity's arrays are the truth, rows follow them. */
export interface SignupDoc {
  _id: string
  activityId: string
  personId: string
  teamId: string
  state: 'in' | 'offered' | 'waiting' | 'left'
  /** False once it is left: what lists of coming and past ones are made of. */
  live: boolean
  since: number
  startsAt: number
  endsAt: number
  /** Till when an offered seat is kept; null when nothing is asked. */
  answerBy: number | null
  history: { at: number; by: string; what: string }[]
}

/** messages: outbox and inbox in one; `_id` says what it is about, so that none is written twice. */
export interface MessageDoc {
  _id: string
  personId: string
  kind: string
  title: string
  body: string
  page: string
  at: number
  read: boolean
  /** What became of it outside the app: WeChat's error code, 0 when sent, null while queued or with no consent. */
  sent: number | null
}

/** tallies: which activities a day has, by scope (a community id or `county`); `_id` is scope_yyyy-mm-dd. */
export interface TallyDoc {
  _id: string
  scope: string
  day: string
  ids: Partial<Record<Colour, string[]>>
}

/** sums: what each colour has done in a community this year; `_id` is communityId_colour or county_colour. */
export interface SumDoc {
  _id: string
  scope: string
  colour: Colour
  activities: number
  people: number
  /** The year it sums; the running one when none is named. */
  year?: number
  counted: string[]
}

/**
 * tasks: what follows from an edit or a cancellation and can be too much for one call, such as telling 2,000 people.
 * Written before the change itself, so that no crash loses it; done ones are removed.
 */
export interface TaskDoc {
  _id: string
  kind: 'changed' | 'cancelled'
  activityId: string
  /** The revision the change makes; the task waits for nothing when the activity never came to it. */
  revision: number
  /** The day (yyyy-mm-dd) under which the activity was counted before. */
  day: string
  /** Fields of the form it is about; kept here before the next edit writes its own over the activity's `lastChange`. */
  changed?: string[]
  /** The last person told, in the order of ids; '' at first. */
  cursor: string
  dueAt: number
}

/** audit: who changed what; changed keys only, never names or numbers of people. */
export interface AuditDoc {
  _id: string
  at: number
  by: string
  action: string
  about: string
  changed: string[]
}

/** marks: where the timer's rounds stand. */
export interface MarkDoc {
  _id: string
  at: number
}

/** Every collection and what it holds. */
export interface Collections {
  people: PersonDoc
  communities: CommunityDoc
  teams: TeamDoc
  memberships: MembershipDoc
  places: PlaceDoc
  activities: ActivityDoc
  signups: SignupDoc
  messages: MessageDoc
  tallies: TallyDoc
  sums: SumDoc
  tasks: TaskDoc
  audit: AuditDoc
  marks: MarkDoc
}
