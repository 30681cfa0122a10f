// Collections of what is asked for and who can help: cases, partners, resources, projects. Times are ms since 1970.
import type { CasePart, CaseState, Clock, Colour, Level, MoveName, Outcome } from '../contract'

/** One fact of the thread; `turn` is its place. The turns after `CaseDoc.settled` have not been told and counted yet. */
export interface CaseStepDoc {
  turn: number
  at: number
  /** `begin`, a move of the contract, `joined` when another was put together with it, `party` when the other side came in, or the clock's `remind`, `overdue`, `lapse`. */
  move: MoveName | 'begin' | 'joined' | 'party' | 'remind' | 'overdue' | 'lapse'
  /** The account; '' for the clock. `as` is what she stood to it then, `of` the unit or community she spoke for. */
  by: string
  as: CasePart
  of: string
  /** Whom the phone's key names, so that a repeated call is the same step. */
  key: string
  state: CaseState
  level: Level
  words: string
  /** Ids of the units, persons or the case it went to. */
  to: string[]
  /** Whether everybody who sees the case may read the words; else its parties, its desk and who does it. */
  isOpen: boolean
  /** Money in fen, stars, and the outcome, where the step has one. */
  fen?: number
  stars?: number
  outcome?: Outcome
}

export interface CasePictureDoc {
  fileId: string
  of: 'asked' | 'look' | 'before' | 'after' | 'receipt' | 'medicine' | 'said'
  /** The turn of its step. */
  turn: number
  state: 'pending' | 'fine' | 'refused'
  trace: string
  at: number
  by: string
}

/** A unit that was whistled for: a partner, or a team. */
export interface CaseUnit {
  id: string
  kind: 'partner' | 'team'
  isLead: boolean
  state: 'asked' | 'accepted' | 'declined'
  /** The one of it who is named; '' for any. */
  personId: string
}

/**
 * cases: one document holds everything about one; each move is one conditional update that starts from the turn it read,
 * so that of two at once one happens and the other is decided anew. `steps` are the truth of what happened: what is told
 * and counted is derived from them, up to `settled`, and the timer carries on where a crash broke off.
 */
export interface CaseDoc {
  _id: string
  number: number
  service: string
  topic: string
  communityId: string
  compoundId: string
  spot: { words: string; latitude: number | null; longitude: number | null }
  title: string
  words: string
  answers: Record<string, string | number | boolean>
  isUrgent: boolean
  /** The account that asked; '' for who rang up and has none. */
  askerId: string
  /** Who it is for: an account or somebody kept; '' for a caller. */
  forId: string
  /** Who rang up, as the worker wrote it down; gone when the asker's data goes. */
  caller: { name: string; phone: string } | null
  /** The worker who wrote it down; '' when she asked herself. */
  enteredBy: string
  isAnonymous: boolean
  otherParty: { id: string; name: string; phone: string } | null
  /** Accounts and wards in whose list it stands: the asker, who it is for, followers, the other party. */
  mine: string[]
  followers: string[]
  /** Everybody who ever acted in it, or for whom it was asked, whatever she is to it by now: for being forgotten. */
  known?: string[]
  /** Of what was put together with it: the accounts that asked, and who rang up, `of` the elder it was for. Missing where none was. */
  joinedAskers?: string[]
  /** Whose words it begins with, once somebody else asks for it. */
  firstAsked?: { askerId: string; forId: string }
  joinedCallers?: { of: string; name: string; phone: string }[]
  state: CaseState
  /** What it goes back to once the asker answered. */
  before: CaseState | null
  outcome: Outcome | null
  level: Level
  /** Raised by every move. */
  turn: number
  steps: CaseStepDoc[]
  /** How far what follows from the steps was told and counted; `unsettledAt` is 0 once it is all of it. */
  settled: number
  unsettledAt: number
  /** The class of the clock that runs, until when, and what is left of it in working ms while it stands still. */
  clock: Clock
  doClock: Clock
  dueAt: number
  left: number
  /** When the timer looks next: a reminder, then the deadline; 0 while no clock runs. */
  nextAt: number
  /** How often a deadline passed since it last went on by itself. */
  overdue: number
  /** Whose desk it lies on: `g_<compound>`, `s_<community>`, `county`, `u_<unit>`, `v_<community>`, `a_<account>`; '' when closed. */
  desk: string
  isOpen: boolean
  /** The community whose staff see it in their inbox while it is open; '' for sealed and closed ones, and `sealedIn` names it then. */
  openIn: string
  sealedIn: string
  /** What neighbours see: under way, or done and worth showing. */
  shown: '' | 'open' | 'done'
  units: CaseUnit[]
  unitIds: string[]
  helpers: string[]
  wanted: number
  /** Who does it, where it is a worker herself. */
  doerId: string
  pictures: CasePictureDoc[]
  goods: { what: string; fen: number | null }[]
  project: { id: string; day: string; title: string } | null
  agreement: { words: string; turn: number; agreed: string[] } | null
  reopened: number
  stars: number | null
  terms: string[]
  createdAt: number
  closedAt: number
}

/** partners: units that a community can whistle for; whose desk somebody has is said by `people.unitOf`. */
export interface PartnerDoc {
  _id: string
  name: string
  kind: 'bureau' | 'clinic' | 'shop' | 'property' | 'mediation' | 'law'
  /** Communities it is responsible for (包联), first, and all it may be whistled for from. */
  caresFor: string[]
  communityIds: string[]
  phone: string
  words: string
  /** What it is good at: `service` or `service/topic`. */
  does: string[]
  people: { id: string; name: string; title: string; phone: string }[]
  order: number
}

/** resources */
export interface ResourceDoc {
  _id: string
  communityId: string
  partnerId: string
  kind: 'room' | 'thing' | 'skill' | 'hours'
  title: string
  words: string
  colour: Colour | null
  agreement: string
  until: number
  isEnded: boolean
  createdBy: string
  createdAt: number
}

/** projects: `booked` holds the orders of each day to come (yyyy-mm-dd); at most `perDay` of them. */
export interface ProjectDoc {
  _id: string
  kind: string
  teamId: string
  communityId: string
  colour: Colour
  title: string
  words: string
  minutes: number
  weekdays: number[]
  perDay: number
  isOn: boolean
  booked: Record<string, string[]>
  done: number
  createdAt: number
}

/**
 * casesums: what was asked and done; `_id` is communityId_yyyy-mm. `counted` are the last steps already added (case_turn),
 * so that adding can be repeated.
 */
export interface CaseSumDoc {
  _id: string
  communityId: string
  month: string
  asked: number
  solved: number
  mediated: number
  reopened: number
  declined: number
  stars: number
  scored: number
  counted: string[]
}
