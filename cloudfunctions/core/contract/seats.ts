import * as v from 'valibot'
import { Id, Time, maybeWords, typed, words } from './shapes'

/** The most seats an activity can give; "no limit" holds this many. */
export const mostSeats = 5000

/** Small and whole, such as the seats of one post. */
const seatsOfUnit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500))

/**
 * A part of an activity with its own number: a post (岗位), a slot of time (时段) or a session (场次).
 * `role` keeps those who help apart from those who are helped; only helpers earn hours.
 */
export const UnitForm = v.object({
  id: Id,
  kind: v.picklist(['post', 'slot']),
  name: words(20),
  capacity: seatsOfUnit,
  /** Its own time within the activity; null when it lasts as long as the activity. */
  startsAt: v.nullable(Time),
  endsAt: v.nullable(Time),
  role: v.picklist(['helper', 'guest']),
  /** What one should be able to do for it; empty when nothing. */
  skills: maybeWords(40),
})
export type UnitForm = v.InferOutput<typeof UnitForm>

/** A unit as people see it; `seatsLeft` is 0 while others wait for it. */
export const Unit = v.object({ ...UnitForm.entries, seatsLeft: v.number(), waiting: v.number() })
export type Unit = v.InferOutput<typeof Unit>

/** A field of an activity's own form; answers are seen by its organiser alone. */
export const Question = v.object({
  id: Id,
  kind: v.picklist(['text', 'choice', 'number', 'consent']),
  label: words(40),
  options: v.pipe(v.array(words(20)), v.maxLength(8)),
  required: v.boolean(),
})
export type Question = v.InferOutput<typeof Question>

/** Answers by question id: words, a number, or true for a consent. */
export const Answers = v.pipe(
  v.record(Id, v.union([typed(200), v.number(), v.boolean()])),
  v.check((answers) => Object.keys(answers).length <= 10),
)
export type Answers = v.InferOutput<typeof Answers>

const years = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120)))

/** What a form may say beyond the plain kind of activity; each with the value that changes nothing. */
export const formExtras = {
  units: v.optional(v.pipe(v.array(UnitForm), v.maxLength(40)), []),
  /** Youngest and oldest who may come, in whole years at the start; null where there is no limit. */
  ages: v.optional(v.object({ from: years, to: years }), { from: null, to: null }),
  /** Whether the leader says yes to each before she is in. */
  approval: v.optional(v.boolean(), false),
  /** When the seats are drawn by lot among all who entered; null for first come, first in. */
  drawAt: v.optional(v.nullable(Time), null),
  /** How many activities of this team one person may take in a month; null for any. */
  perMonth: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))), null),
  questions: v.optional(v.pipe(v.array(Question), v.maxLength(6)), []),
  /** Whether those who come without a post serve, and so earn hours. */
  serves: v.optional(v.boolean(), false),
  /** Whether the team sees those who are not steady on their feet home afterwards, and ticks each off. */
  seesHome: v.optional(v.boolean(), false),
}

/** The extras of an activity of the plain kind. */
export const plainExtras = {
  units: [] as UnitForm[],
  ages: { from: null, to: null } as { from: number | null; to: number | null },
  approval: false,
  drawAt: null as number | null,
  perMonth: null as number | null,
  questions: [] as Question[],
  serves: false,
  seesHome: false,
}
