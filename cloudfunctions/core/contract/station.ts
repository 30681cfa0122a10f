import * as v from 'valibot'
import { action } from './action'
import { join, leave } from './activity'
import { BornMonth, Keeper } from './family'
import { Cursor, Held, Id, Time, maybeWords, words } from './people'
import { Answers } from './seats'

/** An elder as those who work for her community see her. */
export const Elder = v.object({
  id: Id,
  name: v.string(),
  /** Whole number of her own, for a call; '' when unknown. */
  phone: v.string(),
  age: v.nullable(v.number()),
  kind: v.picklist(['elder', 'care']),
  keepers: v.array(Keeper),
  /** Whether the community entered her at the door, and acts for her; and since when she is known. */
  isOurs: v.boolean(),
  since: Time,
  /** Who agreed, when, and how: herself at the door, or through her family. */
  consent: v.object({ at: Time, by: v.string(), version: v.number() }),
  /** What the community signed her up for and is still to come, soonest first; only where one is asked for. */
  coming: v.optional(
    v.array(
      v.object({
        activityId: Id,
        title: v.string(),
        startsAt: Time,
        state: v.picklist(['in', 'offered', 'waiting', 'asked']),
      }),
    ),
  ),
})
export type Elder = v.InferOutput<typeof Elder>
const OneElder = v.object({ ...Elder.entries, held: Held })

/** Elders of a community, by name; `search` is the beginning of a name, `id` asks for one. For those who work for it. */
export const elders = action('station.elders', {
  input: v.object({
    communityId: Id,
    search: maybeWords(20),
    id: v.optional(v.nullable(Id), null),
    cursor: v.optional(Cursor, null),
  }),
  output: v.object({ items: v.array(Elder), next: Cursor, held: Held }),
  refuses: [],
})

/** 上门登记: enters an elder at her door, who agreed aloud. `key` is chosen once by the phone. */
export const enterElder = action('station.enter', {
  input: v.object({
    communityId: Id,
    key: Id,
    name: words(20),
    kind: v.picklist(['elder', 'care']),
    born: v.nullable(BornMonth),
    phone: v.pipe(v.string(), v.trim(), v.regex(/^(1\d{10}|[\d-]{7,14})?$/)),
    consent: v.boolean(),
  }),
  output: OneElder,
  refuses: ['family.consent_needed', 'content.unchecked'],
})

/** A token by which a family member may keep one the community entered, never who gives it; shown to be scanned or shared at the door. */
export const inviteForElder = action('station.invite', {
  input: v.object({ id: Id }),
  output: v.object({ token: v.string(), until: Time }),
  refuses: ['family.not_yours'],
})

/** Signs up an elder the community entered, as the family would; keeps a seat that is offered to her. */
export const joinForElder = action('station.join', {
  input: v.object({
    id: Id,
    activityId: Id,
    unit: v.optional(v.nullable(Id), null),
    /** Hers to the questions of the activity. */
    answers: v.optional(Answers, {}),
  }),
  output: v.object({ state: v.picklist(['in', 'offered', 'waiting', 'asked']), position: v.nullable(v.number()) }),
  refuses: [...join.refuses],
})

/** Gives back what she has there, a seat that is offered to her as well; as the family would. Repeating it is harmless. */
export const leaveForElder = action('station.leave', {
  input: v.object({ id: Id, activityId: Id }),
  output: v.object({}),
  refuses: [...leave.refuses],
})

/** Ends or changes what somebody may do for her, on her word. */
export const changeKeeper = action('station.keeper', {
  input: v.object({
    id: Id,
    keeperId: Id,
    /** Null: she acts for her no more. */
    may: v.nullable(v.object({ signUp: v.boolean(), told: v.boolean() })),
  }),
  output: OneElder,
  refuses: [],
})

/** Takes her consent back for her, on her word: her data goes. */
export const withdrawElder = action('station.withdraw', {
  input: v.object({ id: Id }),
  output: v.object({ givenUp: v.number() }),
  refuses: [],
})
