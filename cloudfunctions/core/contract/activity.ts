import * as v from 'valibot'
import { action } from './action'
import { ColourSchema } from './colours'
import { Audience, Place } from './form'
import { Cursor, Id, Time, maybeWords } from './people'
import { Answers, Question, Unit, UnitForm } from './seats'

export const activityStates = ['draft', 'published', 'closed', 'cancelled', 'ended'] as const
export type ActivityState = (typeof activityStates)[number]

/**
 * Her own part in an activity; `position` counts from 1; `answerBy` is set while a seat is kept for her answer.
 * `asked` waits for the leader's yes, or for the draw by lot.
 */
export const Mine = v.object({
  state: v.picklist(['in', 'offered', 'waiting', 'asked']),
  position: v.nullable(v.number()),
  answerBy: v.nullable(Time),
  since: Time,
  /** The post or slot she took; null where there are none. */
  unit: v.optional(v.nullable(Id), null),
  /**
   * From an hour before her start: when she came, null while she has not; then when she left and was seen home, as
   * somebody noted it. Missing before, and to whom nobody tells such things of her.
   */
  inAt: v.optional(v.nullable(Time)),
  outAt: v.optional(Time),
  homeAt: v.optional(Time),
})
export type Mine = v.InferOutput<typeof Mine>

/** An activity as a list shows it. `capacity` and `seatsLeft` are null when there is no limit. */
export const ActivityCard = v.object({
  id: Id,
  title: v.string(),
  colour: ColourSchema,
  teamId: Id,
  teamName: v.string(),
  communityId: Id,
  communityName: v.string(),
  placeName: v.string(),
  startsAt: Time,
  endsAt: Time,
  opensAt: Time,
  closesAt: Time,
  state: v.picklist(activityStates),
  capacity: v.nullable(v.number()),
  seatsLeft: v.nullable(v.number()),
  taken: v.number(),
  waiting: v.number(),
  /** Why it was called off; empty otherwise. */
  reason: v.string(),
  mine: v.nullable(Mine),
  /** People she signed up for it, by what the family calls them; without herself. */
  ours: v.optional(v.array(v.object({ id: Id, called: v.string(), mine: Mine })), []),
  /** The posts and slots that she and hers took, waited for or asked for; missing where there are none. */
  ourUnits: v.optional(v.array(v.pick(UnitForm, ['id', 'kind', 'name', 'startsAt', 'endsAt']))),
  /** The series it belongs to; null for a single one. */
  seriesId: v.optional(v.nullable(Id), null),
  /** When seats are drawn by lot; null for first come, first in. */
  drawAt: v.optional(v.nullable(Time), null),
})
export type ActivityCard = v.InferOutput<typeof ActivityCard>

/** How many activities a day has, by colour; days are yyyy-mm-dd in UTC+8. */
export const DayTally = v.object({ day: v.string(), total: v.number(), byColour: v.record(ColourSchema, v.number()) })
export type DayTally = v.InferOutput<typeof DayTally>

/**
 * What is on, by start. `communityId` null means the whole county. `from`/`to` bound the start.
 * With `week`, the first page brings the seven days from `from` with their counts.
 */
export const listActivities = action('activity.list', {
  input: v.object({
    communityId: v.nullable(Id),
    colour: v.optional(v.nullable(ColourSchema), null),
    from: Time,
    to: v.optional(v.nullable(Time), null),
    search: maybeWords(20),
    cursor: v.optional(Cursor, null),
    week: v.optional(v.boolean(), false),
  }),
  output: v.object({ items: v.array(ActivityCard), next: Cursor, week: v.array(DayTally) }),
  refuses: [],
})

/** Someone whom the caller could sign up. */
export const Candidate = v.object({
  id: Id,
  /** Full name for the caller herself and those she keeps. */
  name: v.string(),
  called: v.string(),
  kind: v.picklist(['self', 'elder', 'child', 'care']),
  age: v.nullable(v.number()),
  /** Whether a guardian has to agree; by her age when missing. */
  isGuarded: v.optional(v.boolean()),
  mine: v.nullable(Mine),
  /** Why she cannot come, with the facts of its sentence; null when she can. It never blocks what the cloud allows. */
  no: v.nullable(v.object({ refused: v.string(), facts: v.record(v.string(), v.union([v.string(), v.number()])) })),
  /** Title of another sign-up of hers at the same time; '' when none. */
  clash: v.string(),
  /** The last activity she missed without a word; told kindly, decides nothing. */
  missed: v.nullable(v.object({ title: v.string(), at: Time })),
})
export type Candidate = v.InferOutput<typeof Candidate>

/** People signed up in one go. */
export const mostTogether = 10
const People = v.optional(v.pipe(v.array(Id), v.maxLength(mostTogether)), [])

export const ActivityPage = v.object({
  ...ActivityCard.entries,
  intro: v.string(),
  place: Place,
  bring: v.array(v.string()),
  audience: Audience,
  cancelBy: Time,
  /** Raised by every edit; an edit names the one it started from. */
  revision: v.number(),
  contact: v.object({ name: v.string(), phone: v.string() }),
  /** One character of the given name of up to six who come. */
  faces: v.array(v.string()),
  /** Her other sign-ups that overlap, to be shown before she signs up. */
  clashes: v.array(v.object({ id: Id, title: v.string(), startsAt: Time, endsAt: Time })),
  /** Whether she may edit it and see its roster. */
  canManage: v.boolean(),
  units: v.array(Unit),
  ages: v.object({ from: v.nullable(v.number()), to: v.nullable(v.number()) }),
  approval: v.boolean(),
  perMonth: v.nullable(v.number()),
  questions: v.array(Question),
  serves: v.boolean(),
  seesHome: v.optional(v.boolean(), false),
  /** Tickets that wait for the lot, or people who wait for the leader's yes; missing where neither decides. */
  asked: v.optional(v.number()),
  /** The caller first, if she said her name, then those she keeps; what each could do here, said before anybody tries. */
  people: v.array(Candidate),
})
export type ActivityPage = v.InferOutput<typeof ActivityPage>

export const getActivity = action('activity.get', { input: v.object({ id: Id }), output: ActivityPage, refuses: [] })

/**
 * 占名额，满了就候补。重复点击无害。`people` are the caller and people she keeps; none named means herself, by name.
 * `together`: all or none, also in the line; otherwise each for herself, in this order. `guardian` says that she is the
 * guardian of the children among them and agrees. Answers with the part of each after it.
 */
export const join = action('activity.join', {
  input: v.object({
    id: Id,
    people: People,
    together: v.optional(v.boolean(), true),
    unit: v.optional(v.nullable(Id), null),
    answers: v.optional(v.pipe(v.array(v.object({ personId: Id, values: Answers })), v.maxLength(mostTogether)), []),
    guardian: v.optional(v.boolean(), false),
  }),
  output: v.object({
    /** The caller's own part; null when she only signed up others. */
    mine: v.nullable(Mine),
    parts: v.array(v.object({ personId: Id, mine: Mine })),
    seatsLeft: v.nullable(v.number()),
    waiting: v.number(),
  }),
  refuses: [
    'activity.not_open_yet',
    'activity.closed',
    'activity.called_off',
    'activity.over',
    'activity.line_full',
    'activity.community_only',
    'activity.members_only',
    'activity.needs_unit',
    'activity.unit_gone',
    'activity.unit_taken',
    'activity.age',
    'activity.age_unknown',
    'activity.month_limit',
    'activity.answers_missing',
    'activity.guardian_needed',
    'activity.party_too_large',
    'family.not_yours',
    'content.unchecked',
  ],
})

/** 不去了，退掉座位或退出候补。重复点击无害。Whose: the caller's own when nobody is named. */
export const leave = action('activity.leave', {
  input: v.object({ id: Id, people: People }),
  output: v.object({ seatsLeft: v.nullable(v.number()), waiting: v.number() }),
  refuses: ['activity.too_late_to_leave', 'activity.over', 'family.not_yours'],
})

/** Answers a seat that came free near the start: yes keeps it, no gives it to the next. */
export const answer = action('activity.answer', {
  input: v.object({ id: Id, yes: v.boolean(), people: People }),
  output: v.object({ mine: v.nullable(Mine) }),
  refuses: ['activity.nothing_to_answer', 'activity.over', 'family.not_yours'],
})

/** My sign-ups and those of people I keep: coming soonest first, past latest first. */
export const myActivities = action('activity.mine', {
  input: v.object({ which: v.picklist(['coming', 'past']), cursor: v.optional(Cursor, null) }),
  output: v.object({ items: v.array(ActivityCard), next: Cursor }),
  refuses: [],
})
