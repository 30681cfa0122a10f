// Collections of what takes place: activities with their seats, series, and who signed up. Times are ms since 1970.
import type {
  ActivityForm,
  ActivityState,
  Attendance,
  Colour,
  Place,
  Question,
  SeriesRule,
  UnitForm,
} from '../contract'

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
  /** The revision that last moved it to another time or place. */
  movedIn?: number
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
  seesHome?: boolean
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
  /** The leader is giving up her seat or place, with this reason; she has been told once it is left. */
  releasing?: string
  /** Every moment somebody checked her in, and out; `undone` takes back those up to it. What counts is derived. */
  ins?: number[]
  outs?: number[]
  undone?: number
  /** When each leader's phone said she was seen home; the first counts. */
  homes?: number[]
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
  /** Whom her family or the community entered, not herself: she is looked for when she does not come. */
  isLookedFor?: boolean
}
