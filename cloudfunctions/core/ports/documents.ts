// What each collection holds. Times are ms since 1970. Indexes stand in collections.json.
import type { CertificateDoc, CodeDoc, CorrectionDoc, CounterDoc, FileDoc, LedgerDoc, RecapDoc } from './proof-documents'
import type {
  ActivityState,
  Attendance,
  Colour,
  Place,
  Question,
  SeriesRule,
  ActivityForm,
  UnitForm,
} from '../contract'

export type * from './proof-documents'

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
  /** Messages she still lets us send, by template name; a ledger of consents less what was sent. */
  consents: Record<string, number>
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
  keepers: { id: string; called: string; since: number; token?: string }[]
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
  /** What follows is missing on documents of before; readers take the plain value then (`plainSeats`, `plainExtras`). */
  units?: UnitForm[]
  /** Seats of each unit by its id: in every write `left = capacity - holders.length`, and all of them are in `holders` and `line` above. */
  seats?: Record<string, UnitSeats>
  /** A unit may have more people than seats, so that `seatsLeft` says less than what is free in the others. */
  isCrowded?: boolean
  /** Parties that wait or asked together: ids joined by +, in the order of the line. */
  bonds?: string[]
  /** Who asked and waits for the leader's yes or for the draw; in neither `holders` nor `line`. */
  pool?: string[]
  ages?: { from: number | null; to: number | null }
  approval?: boolean
  drawAt?: number | null
  /** sha256 of the seed is public from the first day, the seed once the draw was held. */
  draw?: {
    commitment: string
    seed: string | null
    at: number | null
    order: number[]
    /** Parties as they took part: ticket n is the n-th. */
    tickets: string[]
    /** Seats there were to draw for. */
    seats?: number
  } | null
  perMonth?: number | null
  questions?: Question[]
  serves?: boolean
  /** The series it is a meeting of, its number there, and whether it was changed by itself. */
  seriesId?: string | null
  meeting?: number
  isChanged?: boolean
  /** The day of the rule it stands for (yyyy-mm-dd), '' once the rule has none for it; and the edit that last moved or called it off. */
  meetingDay?: string
  seriesEdit?: number
  /** When the day was confirmed. */
  settledAt?: number | null
  /** As how many people it was added to what its team has done, once it ended; `taken` may grow after that. */
  countedAs?: number
}

/** Seats of one post or slot. */
export interface UnitSeats {
  left: number
  waiting: number
  holders: string[]
  line: string[]
  /** Those of the pool who asked for this unit. */
  pool?: string[]
}

/** secrets: what must not leave the cloud; `_id` is what it is about (`codes_<activityId>`, `draw_<activityId>`, `passes`). */
export interface SecretDoc {
  _id: string
  value: string
}

/** series: the rule of meetings; each meeting is an activity of its own. */
export interface SeriesDoc {
  _id: string
  teamId: string
  communityId: string
  title: string
  rule: SeriesRule
  /** The form of the first meeting under this rule; the others keep its distances. */
  form: ActivityForm
  /** The highest number given to a meeting so far. */
  meetings: number
  /** Who comes every time, in the order in which they asked. */
  regulars: string[]
  /** What each regular said when she signed up for all meetings, by her id; kept with her sign-up for each new one. */
  notes?: Record<string, Pick<SignupDoc, 'unit' | 'by' | 'party' | 'answers' | 'guardian'>>
  revision: number
  /** What the revision did, so that it can be carried on: from which moment, whether it ended the series, and how much. */
  last?: { from: number; reason: string; isEnd: boolean; counts: SeriesCounts }
  createdBy: string
  createdAt: number
}

/** How many meetings an edit of a series concerned. */
export interface SeriesCounts {
  changed: number
  added: number
  calledOff: number
  kept: number
}

/** signups: the detail row; `_id` is activityId_personId. The activity's arrays are the truth, rows follow them. */
export interface SignupDoc {
  _id: string
  activityId: string
  personId: string
  teamId: string
  state: 'in' | 'offered' | 'waiting' | 'asked' | 'left'
  /** False once it is left: what lists of coming and past ones are made of. */
  live: boolean
  since: number
  startsAt: number
  endsAt: number
  /** Till when an offered seat is kept; null when nothing is asked. */
  answerBy: number | null
  history: { at: number; by: string; what: string }[]
  /** Post or slot; '' or missing where there are none. */
  unit?: string
  /** Who signed her up; herself when missing. */
  by?: string
  /** Everyone signed up in the same go, herself included; missing when alone. */
  party?: string[]
  /** Answers to the activity's own questions; for its organiser alone. */
  answers?: Record<string, string | number | boolean>
  /** The guardian's yes for a child, for this activity. */
  guardian?: { by: string; at: number }
  /** The leader is saying no to her asking, with this reason; she has been told once it is left. */
  declining?: string
  /** Every moment somebody checked her in, and out; `undone` takes back those up to it. What counts is derived. */
  ins?: number[]
  outs?: number[]
  undone?: number
  /** The timer put an out there since nobody did. */
  outAssumed?: boolean
  via?: 'name' | 'pass' | 'walkIn' | 'code'
  /** The code and scan by which she came in or went out last, so that none is used twice. */
  lastCode?: string
  lastScan?: string
  attendance?: Attendance
  minutes?: number
  /** Minutes that one who runs the team confirmed for herself: they wait for a second person. */
  own?: number
  /** Which call gave the last word about her, so that of two at once each starts from what the other wrote. */
  word?: string
  stars?: number
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
  /** Somebody a family keeps whom its words name; they go when her data goes. */
  ward?: string
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
  kind: 'changed' | 'cancelled' | 'reminded' | 'thanked' | 'series' | 'withdrawn' | 'claimAsked' | 'claimed'
  /** What it is about: an activity; a series; somebody without an account whose data goes, or goes over. */
  activityId: string
  /** The revision the change makes; the task waits for nothing when the activity never came to it. */
  revision: number
  /** The day (yyyy-mm-dd) under which the activity was counted before. */
  day: string
  /** Fields of the form it is about; kept here before the next edit writes its own over the activity's `lastChange`. */
  changed?: string[]
  /** Nobody is told by this one: the series it belongs to tells each person once. */
  isQuiet?: boolean
  /** Which reminder it is, and of whom: those whose own part starts at this moment. */
  reminder?: { which: 'eve' | 'soon'; startsAt: number }
  /** The account that asked, where it is about one. */
  by?: string
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
  /** Where the last round stopped within its span, when it had no time for all of it. */
  cursor?: string | null
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
  dependents: DependentDoc
  series: SeriesDoc
  secrets: SecretDoc
  ledgers: LedgerDoc
  corrections: CorrectionDoc
  certificates: CertificateDoc
  codes: CodeDoc
  counters: CounterDoc
  recaps: RecapDoc
  files: FileDoc
}
