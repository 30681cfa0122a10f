import * as v from 'valibot'
import { action } from './action'
import { ColourSchema } from './colours'
import { Cursor, Id, Time, words } from './shapes'

export * from './shapes'

export const Community = v.object({
  id: Id,
  name: v.string(),
  phone: v.string(),
  hours: v.string(),
  /** Its compounds (小区); missing where none are known. */
  compounds: v.optional(v.array(v.object({ id: Id, name: v.string() })), []),
})
export const TeamRef = v.object({ id: Id, name: v.string(), colour: ColourSchema, communityId: Id })

/** Who holds the phone, as she may see herself. The phone number comes masked (138****0000). */
export const Me = v.object({
  id: Id,
  name: v.string(),
  hasProfile: v.boolean(),
  phone: v.string(),
  communityId: v.nullable(Id),
  roles: v.object({
    staffOf: v.array(Id),
    county: v.boolean(),
    /** Compounds she looks after, and units whose desk is hers. */
    gridOf: v.optional(v.array(Id), []),
    unitOf: v.optional(v.array(Id), []),
  }),
  leads: v.array(TeamRef),
  memberOf: v.array(TeamRef),
  unread: v.number(),
  communities: v.array(Community),
  /** Subscription template ids that this cloud sends, by what they are for. */
  templates: v.record(v.string(), v.string()),
  /** Messages WeChat may still bring her, by template name: the ledger of her consents. */
  consents: v.optional(v.record(v.string(), v.number()), {}),
})
export type Me = v.InferOutput<typeof Me>

export const me = action('people.me', { input: v.object({}), output: Me, refuses: [] })

/** Says how to address a person and where she lives; the number is optional, null keeps the one known. */
export const saveProfile = action('people.save', {
  input: v.object({
    name: words(20),
    phone: v.nullable(v.union([v.literal(''), v.pipe(v.string(), v.regex(/^1\d{10}$/))])),
    communityId: Id,
  }),
  output: Me,
  refuses: ['content.unchecked'],
})

/** Records which templates she allowed just now; one consent is one message. */
export const consent = action('people.consent', {
  input: v.object({
    templates: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(3)),
    /** Chosen once per tap, so that a repeated call counts once; phones of before sent none. */
    key: v.optional(Id),
  }),
  output: v.object({}),
  refuses: [],
})

export const Message = v.object({
  id: Id,
  kind: v.string(),
  /** Id of what it is about, by which the inbox groups; '' on messages of before. */
  about: v.optional(v.string(), ''),
  title: v.string(),
  body: v.string(),
  /** Page of the mini-program it opens, with its query; empty when it opens none. */
  page: v.string(),
  at: Time,
  read: v.boolean(),
})
export type Message = v.InferOutput<typeof Message>

export const messages = action('people.messages', {
  input: v.object({ cursor: v.optional(Cursor, null) }),
  output: v.object({ items: v.array(Message), next: Cursor }),
  refuses: [],
})

export const readMessages = action('people.read', {
  input: v.object({ ids: v.pipe(v.array(Id), v.maxLength(50)) }),
  output: v.object({ unread: v.number() }),
  refuses: [],
})

/** What is kept about the caller, in numbers, before she asks to be forgotten. */
export const myData = action('people.data', {
  input: v.object({}),
  output: v.object({
    items: v.array(v.object({ what: v.string(), count: v.number(), unit: v.string() })),
    /** What stays after it, why, and on which ground. */
    stays: v.array(v.object({ what: v.string(), why: v.string() })),
    /** Teams she still leads: they need another leader first. */
    leads: v.array(v.string()),
  }),
  refuses: [],
})

/** 注销: everything about the caller goes, but for what has to stay. Repeating it is harmless. */
export const eraseMe = action('people.erase', {
  input: v.object({ sure: v.literal(true) }),
  output: v.object({ givenUp: v.number() }),
  refuses: ['people.still_leads', 'people.works_here'],
})
