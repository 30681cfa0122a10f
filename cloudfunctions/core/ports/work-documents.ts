// Collections that the work itself needs: messages, counts, tasks, notes of changes, marks, secrets. Times are ms since 1970.
import type { Colour } from '../contract'

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
  /** Id of what it is about; missing on those of before. */
  about?: string
  /** Whom it concerns: the account itself, somebody it keeps, or a guest, whose message has no account ('' above). */
  for?: string
  /** The way outside the app; missing when it never was to go there. */
  out?: {
    state: 'queued' | 'sending' | 'sent' | 'failed' | 'merged'
    /** Which telling it carries: kind and revision. */
    notice: string
    template: string
    /** Only while it may still be sent. */
    letter?: { title: string; time: string; place: string; note: string; who?: string }
    dueAt: number
    /** Which call took it on, and when: whoever finds it much later knows that nobody knows. */
    takenBy?: string
    takenAt?: number
    code?: number
  }
  /**
   * Set on what everybody has to know of, one message for each person: which notice, of which team, how she stands,
   * and until when it matters. Of somebody a family keeps this one has no account; what her keepers were told names it
   * as `row`.
   */
  notice?: string
  teamId?: string
  stand?: 'queued' | 'open' | 'sent' | 'read' | 'family' | 'called' | 'past'
  until?: number
  row?: string
  called?: { by: string; at: number } | null
  /** Calls that nobody took, each by its key. */
  tries?: { key: string; at: number }[]
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
  kind:
    | 'changed'
    | 'cancelled'
    | 'reminded'
    | 'thanked'
    | 'series'
    | 'withdrawn'
    | 'claimAsked'
    | 'claimed'
    | 'erased'
    | 'missing'
    | 'way'
    | 'counted'
    | 'kept'
    | 'hours'
  /** What it is about: an activity; a series; a team whose members are counted; somebody without an account. */
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
  /** Those whose own part starts at this moment, where it is about them alone; of an edit, the start before it. */
  startsAt?: number
  /** The account that asked, where it is about one. */
  by?: string
  /** Of who acts for somebody: whose part begins or, with `since`, ends that began then; and who changes it, in words. */
  keeping?: { keeperId: string; by: string; since?: number }
  /** Of hours: whose. */
  people?: string[]
  /** Of an account that goes: what calls that began before may still write about it is found by this; goes with the task. */
  leaver?: { name: string; phone: string; teams: string[]; wards: string[] }
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

/** secrets: what must not leave the cloud; `_id` is what it is about (`codes_<activityId>`, `draw_<activityId>`, `passes`). */
export interface SecretDoc {
  _id: string
  value: string
}
