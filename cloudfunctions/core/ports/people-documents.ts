// Collections of who there is: people, those kept for them, communities, teams, places. Times are ms since 1970.
import type { Colour } from '../contract'

/** people: one document per person who opened the mini-program; `_id` is derived from the OPENID. */
export interface PersonDoc {
  _id: string
  openid: string
  name: string
  /**
   * Whole number or ''; leaves the cloud masked, except to those who run an activity that she, or somebody without a
   * number whom she keeps, is in or waits for,
   * and to those who run a team she is in or applies to.
   */
  phone: string
  communityId: string | null
  staffOf: string[]
  county: boolean
  /** Compounds she looks after as a grid worker, and units whose desk is hers. */
  gridOf?: string[]
  unitOf?: string[]
  /** Messages she still lets us send, by template name; a ledger of consents less what was sent. */
  consents: Record<string, number>
  /** The last taps that were counted there, by their keys. */
  consentKeys?: string[]
  /** Unread messages, at most 100; kept as a counter, counted anew whenever she reads some. */
  unread: number
  createdAt: number
  /** People without an account whom she keeps; `dependents.keepers` is the truth, this follows it. */
  wards?: string[]
  missed?: Missed | null
}

/** The last activity someone missed without a word; taken away when she next comes. */
export interface Missed {
  activityId: string
  title: string
  at: number
}

/** Somebody who acts for her. `may` missing: everything. `as` is what she is to her (女儿); `isSelf` her own account. */
export interface KeeperDoc {
  id: string
  called: string
  since: number
  token?: string
  as?: string
  isSelf?: boolean
  may?: { signUp: boolean; told: boolean }
  /** How often that was changed. */
  turn?: number
}

/**
 * dependents: people without an account. `_id` begins with d when a family keeps them, with g when an organiser
 * entered them by name. A child under 14 is here only with a guardian's consent.
 */
export interface DependentDoc {
  _id: string
  kind: 'elder' | 'child' | 'care' | 'guest'
  name: string
  /** Whole or ''; leaves the cloud as a person's number does. */
  phone: string
  /** yyyy-mm */
  born: string | null
  communityId: string | null
  /** Who signs her up, what each calls her, since when, and by which invitation; nobody for a guest. */
  keepers: KeeperDoc[]
  /** Who acted for her until just now, while the others may not have been told. */
  parting?: KeeperDoc
  /** The community whose staff entered her at the door and act for her too; '' or missing for none. */
  station?: string
  consent: { at: number; by: string; version: number; asGuardian: boolean } | null
  /** An invitation to keep her too; one person, until a moment. */
  invite?: { token: string; by: string; until: number } | null
  /** The team that entered a guest; '' for those a family keeps. */
  enteredBy: string
  /** The account that a guest's record went over to; '' before. */
  claimedBy: string
  /** When the timer looks whether a guest may be forgotten; 0 once there is nothing left to forget. */
  keptUntil?: number
  /** The account that says a guest is itself, and since when; '' and null, or missing, while none waits for an answer. */
  claimAsker?: string
  claimAskedAt?: number | null
  /** The last account to which those who run the team said no. */
  claimDeclined?: { by: string; at: number } | null
  missed?: Missed | null
  createdAt: number
}

/** communities */
export interface CommunityDoc {
  _id: string
  name: string
  phone: string
  hours: string
  order: number
  /** Its compounds (小区), each with the middle of it. */
  compounds?: { id: string; name: string; latitude: number; longitude: number }[]
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

/** cards: an invitation of one person to one activity by one who keeps her; `_id` is made of the three. */
export interface CardDoc {
  _id: string
  /** What opens it: nobody can guess it. */
  token: string
  activityId: string
  wardId: string
  by: string
  /** What who sent it is to her; '' when not said. */
  as: string
  unit: string
  answers: Record<string, string | number | boolean>
  at: number
  /** Until when it opens; some time after the activity. */
  until: number
  openedAt: number | null
  answer: 'none' | 'yes' | 'no'
  answeredAt: number | null
  /** The account that answered first, beside those who keep her: nobody else may any more; '' before. */
  answeredBy: string
  /** How often somebody said 我去 or 这次不去; each changes the card only if nobody else did since it was read. */
  turn: number
  /** What was said last, as the how manieth, and by whom; carried out by `dueAt` if the call that heard it broke off, 0 once it is. */
  said: { yes: boolean; by: string; dueAt: number; turn: number } | null
}
