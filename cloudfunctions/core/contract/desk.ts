import * as v from 'valibot'
import { action } from './action'
import { ActivityCard, ActivityPage } from './activity'
import { ActivityForm, Place, formRefusals } from './form'
import { Cursor, Held, Id, Time, TeamRef, words } from './people'
import { Answers, Question, Unit } from './seats'

/** An activity that has been, with what is still left to do about it. */
export const PastCard = v.object({
  ...ActivityCard.entries,
  /** When the day was confirmed; null when it was not yet. */
  settledAt: v.optional(v.nullable(Time)),
  /** Whether it was written up; said of the last thirty days only. */
  hasRecap: v.optional(v.boolean()),
})
export type PastCard = v.InferOutput<typeof PastCard>

/** The leader's desk of the teams she leads: what is next, drafts, what has been, and who wants to join. */
export const desk = action('activity.desk', {
  input: v.object({ teamId: v.optional(v.nullable(Id), null) }),
  output: v.object({
    teams: v.array(TeamRef),
    coming: v.array(ActivityCard),
    drafts: v.array(ActivityCard),
    past: v.array(PastCard),
    applications: v.number(),
    /** Corrections of hours that wait for her as the second person, at most a hundred. */
    corrections: v.number(),
    /** Records entered by name that somebody says are she herself, for the caller to confirm; at most a hundred. */
    claims: v.number(),
    /** People who wait for the leader's yes to come to what is shown as coming, at most a hundred. */
    asked: v.number(),
    /** The soonest of these activities; null when nobody waits. */
    askedIn: v.nullable(Id),
    /** People whom nobody has told yet what they must know, at most a hundred, and of which activity to begin with. */
    calls: v.optional(v.number(), 0),
    callsIn: v.optional(v.nullable(Id), null),
  }),
  refuses: [],
})

/** Keeps a draft. `key` is chosen by the phone once per draft, so that a repeated tap keeps one draft only. */
export const saveDraft = action('activity.draft', {
  input: v.object({ key: Id, form: ActivityForm }),
  output: v.object({ id: Id }),
  refuses: ['activity.not_a_draft', 'activity.too_many_drafts'],
})

/** Makes a draft public. */
export const publish = action('activity.publish', {
  input: v.object({ id: Id }),
  output: v.object({ id: Id }),
  refuses: [...formRefusals, 'activity.called_off', 'activity.over'],
})

/** Changes a published activity; people already in are told what changed. Nobody loses a seat by a lower capacity. */
export const edit = action('activity.edit', {
  input: v.object({ id: Id, revision: v.number(), form: ActivityForm }),
  output: v.object({ page: ActivityPage, changed: v.array(v.string()), told: v.number() }),
  refuses: [
    ...formRefusals,
    'activity.changed_meanwhile',
    'activity.called_off',
    'activity.over',
    'activity.unit_taken_by_people',
  ],
})

/** Ends sign-up early, or opens it again. */
export const close = action('activity.close', {
  input: v.object({ id: Id, closed: v.boolean() }),
  output: v.object({ state: v.picklist(['published', 'closed']) }),
  refuses: ['activity.called_off', 'activity.over'],
})

/** Calls an activity off; everyone who is in or waiting is told, with the reason. */
export const cancel = action('activity.cancel', {
  input: v.object({ id: Id, reason: words(60) }),
  output: v.object({ told: v.number() }),
  refuses: ['activity.over', 'content.unchecked'],
})

/** Throws a draft away. */
export const discard = action('activity.discard', {
  input: v.object({ id: Id }),
  output: v.object({}),
  refuses: ['activity.not_a_draft'],
})

/** What the form of an earlier activity or a draft holds, to go on with or to copy. */
export const getForm = action('activity.form', {
  input: v.object({ id: Id }),
  output: v.object({ form: ActivityForm, state: v.string(), revision: v.number() }),
  refuses: [],
})

/** One line of the roster; the number is whole, for those who run the activity only, and empty once she left. */
export const RosterRow = v.object({
  personId: Id,
  name: v.string(),
  phone: v.string(),
  /** Name of the family member whose number it is; missing or '' when it is her own. */
  phoneOf: v.optional(v.string()),
  state: v.picklist(['in', 'offered', 'waiting', 'asked', 'left']),
  position: v.nullable(v.number()),
  since: Time,
  kind: v.picklist(['account', 'elder', 'child', 'care', 'guest']),
  age: v.nullable(v.number()),
  unit: v.nullable(Id),
  /** The others of her party, by name; empty when she came alone. */
  party: v.array(v.string()),
  /** Name of who signed her up, when somebody else did. */
  broughtBy: v.string(),
  answers: Answers,
  /** The last activity she missed without a word; for the leader to decide, never to block. */
  missed: v.nullable(v.object({ title: v.string(), at: Time })),
})
export type RosterRow = v.InferOutput<typeof RosterRow>

export const roster = action('activity.roster', {
  input: v.object({ id: Id, which: v.picklist(['in', 'waiting', 'asked', 'left']), cursor: v.optional(Cursor, null) }),
  output: v.object({
    card: ActivityCard,
    items: v.array(RosterRow),
    next: Cursor,
    held: Held,
    counts: v.object({ in: v.number(), waiting: v.number(), asked: v.number() }),
    /** The activity's own questions and units, for the answers and the posts above. */
    form: v.object({ questions: v.array(Question), units: v.array(Unit) }),
  }),
  refuses: [],
})

/** The leader gives up someone's seat for her, after a call; at any time before the end. */
export const release = action('activity.release', {
  input: v.object({ id: Id, personId: Id, reason: words(60) }),
  output: v.object({ seatsLeft: v.nullable(v.number()), waiting: v.number() }),
  refuses: ['activity.not_signed_up', 'activity.over', 'content.unchecked'],
})

/** Places of a community to hold an activity at. */
export const places = action('place.list', {
  input: v.object({ communityId: Id, cursor: v.optional(Cursor, null) }),
  output: v.object({
    items: v.array(v.object({ ...Place.entries, id: Id, hours: v.string(), phone: v.string() })),
    next: Cursor,
  }),
  refuses: [],
})
