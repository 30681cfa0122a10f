// How the whole stands: for those who look after it, not for those who use it.
import * as v from 'valibot'
import { action } from './action'
import { Id, Time } from './shapes'

/** The edition of the documents that this code is written for; see `migrations`. */
export const wantedSchema = 2

/** Under this mark stands the edition of the documents of an environment. */
export const schemaMark = 'schema'

/** Whether the cloud answers, and how long ago its clocks last went round; open to anyone, costs one read. */
export const health = action('system.health', {
  input: v.object({}),
  output: v.object({
    now: Time,
    /** The end of the timer's last round; null before the first. */
    roundAt: v.nullable(Time),
    /** The end of the last round of `jobs`; null before the first. */
    jobsAt: v.nullable(Time),
    /** The edition of the documents, and the one this code is written for. */
    schema: v.object({ now: v.number(), wanted: v.number() }),
  }),
  refuses: [],
})

/** One rule of the consistency check that something did not keep: how many, and how many of them were mended. */
const Broken = v.object({ rule: v.string(), found: v.number(), mended: v.number() })

/** One consistency check over everything. */
export const Check = v.object({
  id: Id,
  startedAt: Time,
  /** Null while it goes on. */
  finishedAt: v.nullable(Time),
  /** Documents looked at so far. */
  looked: v.number(),
  broken: v.array(Broken),
  /** The first of those that nobody set right: the rule and where it is broken, as `collection/id`. */
  examples: v.array(v.object({ rule: v.string(), id: v.string() })),
  /** Whether it stood still for a day and was ended as it was. */
  isBrokenOff: v.boolean(),
})
export type Check = v.InferOutput<typeof Check>

/** An action that took too long, on one day. */
export const Slow = v.object({ day: v.string(), action: v.string(), times: v.number(), worstMs: v.number() })
export type Slow = v.InferOutput<typeof Slow>

/** For the county's desk: the last checks, newest first, and the slow actions of the last week. */
export const watch = action('system.watch', {
  input: v.object({}),
  output: v.object({ health: health.output, checks: v.array(Check), slow: v.array(Slow) }),
  refuses: [],
})

/** Asks for a consistency check; one that goes on already is answered with. The clock of `jobs` carries it on. */
export const check = action('system.check', { input: v.object({ key: Id }), output: Check, refuses: [] })
