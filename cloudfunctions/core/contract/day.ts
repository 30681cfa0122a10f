import * as v from 'valibot'
import { action } from './action'
import { ActivityCard } from './activity'
import { Cursor, Held, Id, Time, maybeWords } from './people'

/** A code on the leader's screen is good for this long, ms; a new one comes every half of it. */
export const codeLife = 30_000
export const codeEvery = 15_000
/** Steps of one offline queue sent together. */
export const mostSteps = 50
export const attendances = ['came', 'late', 'absent', 'excused'] as const
export const Attendance = v.picklist(attendances)
export type Attendance = v.InferOutput<typeof Attendance>

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60))

/** One person on the day, as those who run the activity see her. */
export const DayRow = v.object({
  personId: Id,
  name: v.string(),
  /** Whole number, for a call at the door; '' when unknown. */
  phone: v.string(),
  /** Name of the family member whose number it is; missing or '' when it is her own. */
  phoneOf: v.optional(v.string()),
  kind: v.picklist(['account', 'elder', 'child', 'care', 'guest']),
  age: v.nullable(v.number()),
  /** Who signed her up, when somebody else did: 女儿代报 without a name would not help a leader. */
  broughtBy: v.string(),
  state: v.picklist(['in', 'offered', 'waiting', 'asked']),
  unit: v.nullable(Id),
  role: v.picklist(['helper', 'guest']),
  /** First time she was checked in, last time out; null before. */
  inAt: v.nullable(Time),
  outAt: v.nullable(Time),
  /** When somebody of the team saw her home; null before, and where nobody promised it. */
  homeAt: v.optional(v.nullable(Time), null),
  /** Whether the out was put there by the timer since nobody checked her out. */
  outAssumed: v.boolean(),
  attendance: v.nullable(Attendance),
  /** Minutes planned, by the rule from in and out, and as confirmed; null where there are none. */
  planned: v.number(),
  actual: v.nullable(v.number()),
  confirmed: v.nullable(v.number()),
  /** Whether she is the caller, whose own hours need a second person; and minutes of hers that wait for one. */
  isMe: v.optional(v.boolean()),
  asked: v.optional(v.nullable(v.number())),
})
export type DayRow = v.InferOutput<typeof DayRow>

/** The roster of the day, whole and page by page, for a phone that may lose its network. */
export const daySheet = action('day.sheet', {
  input: v.object({ id: Id, cursor: v.optional(Cursor, null) }),
  output: v.object({
    card: ActivityCard,
    units: v.array(
      v.object({
        id: Id,
        name: v.string(),
        role: v.picklist(['helper', 'guest']),
        /** Its own start, by which one is late for it; null when that is the activity's. */
        startsAt: v.optional(v.nullable(Time), null),
      }),
    ),
    items: v.array(DayRow),
    next: Cursor,
    held: Held,
    /** The cloud's moment, by which the phone knows how far its own clock is off. */
    now: Time,
    settledAt: v.nullable(Time),
    /** Whether the team promised to see everybody home. */
    seesHome: v.optional(v.boolean(), false),
  }),
  refuses: [],
})

/** A number as somebody at a door types it: digits of any width, with blanks; what is no number is left out. */
const DoorPhone = v.pipe(
  maybeWords(20),
  v.transform((typed) => {
    const digits = typed.normalize('NFKC').replace(/\s|^\+?86(?=1\d{10}$)/g, '')
    return /^(1\d{10}|[\d-]{7,14})$/.test(digits) ? digits : ''
  }),
)

/** One step that a leader's phone noted, online or not; `key` is its own for ever, `at` by the phone's clock. */
export const DayStep = v.object({
  key: Id,
  kind: v.picklist(['in', 'out', 'undo', 'home']),
  /** Null for a walk-in, who has a name instead. */
  personId: v.nullable(Id),
  name: maybeWords(20),
  phone: DoorPhone,
  unit: v.optional(v.nullable(Id), null),
  at: Time,
  via: v.picklist(['name', 'pass', 'walkIn']),
  /** The text of the pass that was scanned; '' otherwise. */
  pass: v.optional(v.pipe(v.string(), v.maxLength(200)), ''),
})
export type DayStep = v.InferOutput<typeof DayStep>

/**
 * Merges what a leader's phone noted. Any order, any repetition, from any number of phones gives the same: each person
 * once, the first time kept. `sentAt` is the phone's clock at sending; steps are set right by its difference.
 */
export const mergeDay = action('day.merge', {
  input: v.object({ id: Id, sentAt: Time, steps: v.pipe(v.array(DayStep), v.minLength(1), v.maxLength(mostSteps)) }),
  output: v.object({
    results: v.array(
      v.object({
        key: Id,
        /** `unknown` is nobody on the roster; `forged` a pass we never gave; `other` a pass for another activity; `risky` a name that WeChat lets
         * nobody write. */
        outcome: v.picklist(['done', 'already', 'unknown', 'forged', 'other', 'risky']),
        row: v.nullable(DayRow),
      }),
    ),
    held: Held,
    now: Time,
  }),
  refuses: ['activity.called_off', 'day.too_early', 'day.settled', 'content.unchecked'],
})

/** Codes for the leader's screen for the next ten minutes, so that it goes on without network. */
export const dayCodes = action('day.codes', {
  input: v.object({ id: Id, kind: v.picklist(['in', 'out']) }),
  output: v.object({ codes: v.array(v.object({ from: Time, text: v.string() })), now: Time }),
  refuses: ['activity.called_off', 'activity.over', 'day.too_early'],
})

/**
 * Checks the caller, and those of hers who have a seat, in or out by the code on the leader's screen.
 * `key` is chosen once per scan: repeating a lost call is harmless, using a code a second time is refused.
 */
export const scanCode = action('day.scan', {
  input: v.object({ text: v.pipe(v.string(), v.maxLength(200)), key: Id }),
  output: v.object({
    activityId: Id,
    title: v.string(),
    kind: v.picklist(['in', 'out']),
    people: v.array(v.object({ id: Id, name: v.string(), at: Time })),
  }),
  refuses: [
    'day.code_over',
    'day.code_used',
    'day.code_unknown',
    'day.not_on_roster',
    'day.not_in_yet',
    'day.too_early',
    'activity.called_off',
  ],
})

/** Her pass for an activity, and those of the people she signed up: texts to be shown as square codes. */
export const myPasses = action('day.pass', {
  input: v.object({ id: Id }),
  output: v.object({
    card: ActivityCard,
    passes: v.array(
      v.object({
        personId: Id,
        name: v.string(),
        unit: v.string(),
        text: v.string(),
        inAt: v.nullable(Time),
        outAt: v.nullable(Time),
      }),
    ),
  }),
  refuses: ['activity.not_signed_up'],
})

/**
 * The leader confirms who came and how long. Hours of helpers go into the ledger; `done` closes the day once every
 * row is confirmed. At most 50 rows a call; confirming the same again changes nothing. Her own hours are `asked`: they
 * wait for a second person, as a correction does.
 */
export const settleDay = action('day.settle', {
  input: v.object({
    id: Id,
    rows: v.pipe(v.array(v.object({ personId: Id, attendance: Attendance, minutes })), v.maxLength(50)),
    done: v.boolean(),
  }),
  output: v.object({ settled: v.number(), settledAt: v.nullable(Time), minutes: v.number(), asked: v.number() }),
  refuses: ['day.not_begun', 'day.settled', 'day.rows_missing', 'hours.too_many', 'activity.called_off'],
})
