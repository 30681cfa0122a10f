import * as v from 'valibot'
import { action } from './action'
import { ActivityCard, Mine } from './activity'
import { ActivityForm, formRefusals } from './form'
import { Cursor, Id, Time, words } from './people'
import { Answers, Question, UnitForm } from './seats'

const Day = v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\d$/))
/** The most meetings of one series. */
export const mostMeetings = 60

/** When a series meets: on these weekdays (1 Monday … 7 Sunday), from a day to a day, days left out. */
export const SeriesRule = v.object({
  weekdays: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
    v.minLength(1),
    v.maxLength(7),
  ),
  from: Day,
  to: Day,
  skip: v.pipe(v.array(Day), v.maxLength(80)),
})
export type SeriesRule = v.InferOutput<typeof SeriesRule>

const seriesRefusals = ['series.no_meeting', 'series.too_many', ...formRefusals] as const

/**
 * Publishes a series: one activity for each meeting of the rule. The form is that of the first meeting; the others
 * keep its distances. `key` is chosen once by the phone.
 */
export const createSeries = action('series.create', {
  input: v.object({ key: Id, form: ActivityForm, rule: SeriesRule }),
  output: v.object({ id: Id, meetings: v.number() }),
  refuses: seriesRefusals,
})

/** A series with the meetings to come (or past), its rule, and who of hers is a regular. */
export const getSeries = action('series.get', {
  input: v.object({
    id: Id,
    which: v.optional(v.picklist(['coming', 'past']), 'coming'),
    cursor: v.optional(Cursor, null),
  }),
  output: v.object({
    id: Id,
    title: v.string(),
    teamId: Id,
    teamName: v.string(),
    rule: SeriesRule,
    revision: v.number(),
    items: v.array(v.object({ ...ActivityCard.entries, isChanged: v.boolean() })),
    next: Cursor,
    regulars: v.array(Id),
    canManage: v.boolean(),
    /** What every meeting asks of those who come, and its posts; empty where there are none. */
    questions: v.optional(v.array(Question), []),
    units: v.optional(v.array(UnitForm), []),
  }),
  refuses: [],
})

/**
 * Changes all meetings from a moment on, and the rule. Past meetings and those changed one by one stay as they are;
 * meetings that the new rule no longer has are called off, and people are told.
 */
export const editSeries = action('series.edit', {
  input: v.object({ id: Id, revision: v.number(), from: Time, form: ActivityForm, rule: SeriesRule }),
  output: v.object({ changed: v.number(), added: v.number(), calledOff: v.number(), kept: v.number() }),
  refuses: [...seriesRefusals, 'activity.changed_meanwhile', 'activity.unit_taken_by_people'],
})

/** Signs up for some meetings, or for all: then she is a regular and keeps her place in every meeting to come. */
export const joinSeries = action('series.join', {
  input: v.object({
    id: Id,
    people: v.optional(v.pipe(v.array(Id), v.maxLength(10)), []),
    /** Meetings by activity id; null for all to come. */
    meetings: v.nullable(v.pipe(v.array(Id), v.minLength(1), v.maxLength(mostMeetings))),
    guardian: v.optional(v.boolean(), false),
    /** The post, and the answers of each, for every meeting. */
    unit: v.optional(v.nullable(Id), null),
    answers: v.optional(v.pipe(v.array(v.object({ personId: Id, values: Answers })), v.maxLength(10)), []),
  }),
  output: v.object({
    items: v.array(v.object({ activityId: Id, startsAt: Time, mine: v.nullable(Mine), refused: v.string() })),
  }),
  refuses: ['series.over', 'family.not_yours', 'activity.guardian_needed'],
})

/** Is a regular no longer: gives back every place to come. Skipping one week is leaving that one meeting. */
export const leaveSeries = action('series.leave', {
  input: v.object({ id: Id, people: v.optional(v.pipe(v.array(Id), v.maxLength(10)), []) }),
  output: v.object({ left: v.number(), kept: v.number() }),
  refuses: ['family.not_yours'],
})

/** Calls off every meeting from a moment on; people are told. */
export const endSeries = action('series.end', {
  input: v.object({ id: Id, from: Time, reason: words(60) }),
  output: v.object({ calledOff: v.number() }),
  refuses: ['content.unchecked'],
})
