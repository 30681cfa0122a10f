import * as v from 'valibot'
import { action } from './action'
import { Cursor, Id, Time, maybeWords, words } from './people'

/** The wording of consent that a keeper agrees to; a new one is asked for when the wording changes. */
export const consentVersion = 1
/** People one person may keep. */
export const mostWards = 10

/** Month of birth, yyyy-mm: enough for an age, less than a birthday. */
export const BornMonth = v.pipe(v.string(), v.regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/))
export const wardKinds = ['elder', 'child', 'care'] as const

/** What a keeper may do for her: sign her up and cancel, and be told what happens. */
export const May = v.object({ signUp: v.boolean(), told: v.boolean() })
export type May = v.InferOutput<typeof May>

/** Somebody who acts for her; `as` is what she is to her (女儿), '' when not said. `isSelf` is her own account. */
export const Keeper = v.object({
  id: Id,
  name: v.string(),
  as: v.string(),
  since: Time,
  isMe: v.boolean(),
  isSelf: v.boolean(),
  may: May,
})
export type Keeper = v.InferOutput<typeof Keeper>

/** Someone without an account whom family members sign up: an elder, a child, a person in care. */
export const Dependent = v.object({
  id: Id,
  name: v.string(),
  /** What the family calls her: 妈妈、乐乐. */
  called: v.string(),
  kind: v.picklist(wardKinds),
  born: v.nullable(BornMonth),
  /** Masked. */
  phone: v.string(),
  /** Whole years today; null when unknown. */
  age: v.nullable(v.number()),
  keepers: v.array(Keeper),
  /** Whether the caller is she herself, by an account that accepted a card. */
  isSelf: v.boolean(),
  /** Whether the caller may end or change what others do for her: she herself, or who gave the consent. */
  canManage: v.boolean(),
  /** Name of the community that entered her at the door and acts for her too; '' for none. */
  station: v.string(),
  /** Who agreed to what, and when; a guardian's consent for a child under 14. */
  consent: v.nullable(v.object({ at: Time, by: v.string(), version: v.number(), asGuardian: v.boolean() })),
  /** Whether the caller is the one who may take the consent back. */
  canWithdraw: v.optional(v.boolean()),
})
export type Dependent = v.InferOutput<typeof Dependent>

export const family = action('family.list', {
  input: v.object({}),
  output: v.object({ items: v.array(Dependent) }),
  refuses: [],
})

/** Adds someone (id null; `key` is chosen once by the phone) or changes her; phone null keeps the one known. */
export const saveDependent = action('family.save', {
  input: v.object({
    id: v.nullable(Id),
    key: Id,
    name: words(20),
    called: words(10),
    /** What the caller is to her: 女儿; '' keeps what is known. */
    as: maybeWords(6),
    kind: v.picklist(wardKinds),
    born: v.nullable(BornMonth),
    phone: v.nullable(v.union([v.literal(''), v.pipe(v.string(), v.regex(/^1\d{10}$/))])),
    /** She, or her guardian, agrees that this is kept for signing her up. */
    consent: v.boolean(),
  }),
  output: Dependent,
  refuses: ['family.too_many', 'family.consent_needed', 'family.born_needed', 'family.not_yours', 'content.unchecked'],
})

/** A token by which another family member may keep her too; good for three days and one person. */
export const inviteKeeper = action('family.invite', {
  input: v.object({ id: Id }),
  output: v.object({ token: v.string(), until: Time }),
  refuses: ['family.not_yours', 'family.rights_of_other'],
})

/** What the invited sees before she says yes; names masked. */
export const previewKeeping = action('family.preview', {
  input: v.object({ token: v.pipe(v.string(), v.maxLength(64)) }),
  output: v.object({ name: v.string(), from: v.string(), until: Time }),
  refuses: ['family.invite_over'],
})

export const acceptKeeping = action('family.accept', {
  input: v.object({ token: v.pipe(v.string(), v.maxLength(64)), called: words(10), as: maybeWords(6) }),
  output: Dependent,
  refuses: ['family.invite_over', 'family.too_many', 'content.unchecked'],
})

/** Keeps her no longer; the last keeper takes the consent back instead. */
export const letGo = action('family.letGo', {
  input: v.object({ id: Id }),
  output: v.object({}),
  refuses: ['family.last_keeper'],
})

/** Ends or changes what another may do for her: by herself, or by who gave the consent. Each concerned is told. */
export const changeRights = action('family.rights', {
  input: v.object({
    id: Id,
    keeperId: Id,
    /** Null: she acts for her no more. */
    may: v.nullable(May),
  }),
  output: v.object({ item: v.nullable(Dependent) }),
  refuses: ['family.last_keeper', 'family.rights_of_other'],
})

/**
 * Takes the consent back: her data is deleted, seats to come are given up; what she did stays as a number. Only she
 * herself and who gave it can; once that one keeps her no longer, whoever has kept her longest. What was given to a
 * community at her door, the family does not take back: she does, or the community on her word.
 */
export const withdrawConsent = action('family.withdraw', {
  input: v.object({ id: Id }),
  output: v.object({ givenUp: v.number() }),
  refuses: ['family.given_by_other'],
})

/**
 * Records that an organiser entered under the caller's own name and number. Numbers are typed, never verified, so that
 * it says how many activities there are, and nothing about them.
 */
export const claimable = action('family.claimable', {
  input: v.object({}),
  output: v.object({
    items: v.array(
      v.object({
        id: Id,
        name: v.string(),
        count: v.number(),
        /** When the caller asked for it; null while she has not. */
        askedAt: v.nullable(Time),
      }),
    ),
  }),
  refuses: [],
})

/** Says that such a record is she herself; those who run the team that entered it are asked. Repeating it is harmless. */
export const claim = action('family.claim', {
  input: v.object({ id: Id }),
  output: v.object({
    /** Null when it is hers already. */
    askedAt: v.nullable(Time),
  }),
  refuses: ['family.not_claimable', 'family.claim_waits', 'family.claim_declined'],
})

/** Takes that back, as long as nobody answered. */
export const unclaim = action('family.unclaim', {
  input: v.object({ id: Id }),
  output: v.object({}),
  refuses: ['family.claim_over'],
})

/** Somebody who says that a record of a team is she herself. */
export const Claim = v.object({
  /** Of the record, and of who asks for it. */
  id: Id,
  by: Id,
  name: v.string(),
  /** Masked. */
  phone: v.string(),
  team: v.string(),
  enteredAt: Time,
  askedAt: Time,
  /** Activities of the record. */
  count: v.number(),
  /** False for who asks herself: another has to say it. */
  canDecide: v.boolean(),
})
export type Claim = v.InferOutput<typeof Claim>

/** Those who wait for a yes, over all the teams the caller runs; the longest waiting first. */
export const claims = action('family.claims', {
  input: v.object({ cursor: v.optional(Cursor, null) }),
  output: v.object({ items: v.array(Claim), next: Cursor }),
  refuses: [],
})

/** Yes: seats, hours and history of the record go over to `by`. No: it stays as it is. She is told. Twice is once. */
export const confirmClaim = action('family.confirm', {
  input: v.object({ id: Id, by: Id, accept: v.boolean() }),
  output: v.object({ moved: v.number() }),
  refuses: ['family.claim_over', 'family.claim_own'],
})

const EnteredPerson = v.object({
  name: words(20),
  phone: v.pipe(v.string(), v.trim(), v.regex(/^(1\d{10}|[\d-]{7,14})?$/)),
})

/**
 * Enters people by name, from a call, at the door, or from a pasted list, at most 50 a call. Nobody is entered twice:
 * the same name and number is the same person. `anyway` enters those whose name alone is there already.
 */
export const enterPeople = action('activity.enter', {
  input: v.object({
    id: Id,
    people: v.pipe(v.array(EnteredPerson), v.minLength(1), v.maxLength(50)),
    unit: v.optional(v.nullable(Id), null),
    anyway: v.optional(v.boolean(), false),
  }),
  output: v.object({
    items: v.array(
      v.object({
        name: v.string(),
        personId: v.nullable(Id),
        /** `same` is in already; `name` has a namesake in the list and was not entered; `full` found no room. */
        outcome: v.picklist(['in', 'waiting', 'same', 'name', 'full']),
      }),
    ),
  }),
  refuses: ['activity.called_off', 'activity.over', 'activity.needs_unit', 'activity.unit_gone', 'content.unchecked'],
})

/** The leader's yes or no to those who asked to come; each is told. Twice is once. */
export const approve = action('activity.approve', {
  input: v.object({
    id: Id,
    people: v.pipe(v.array(Id), v.minLength(1), v.maxLength(50)),
    accept: v.boolean(),
    reason: maybeWords(60),
  }),
  output: v.object({ done: v.number(), asked: v.number() }),
  refuses: ['activity.called_off', 'activity.over', 'activity.draw_first', 'content.unchecked'],
})

/** The draw as anyone can check it: the promise made before, the seed shown after, and the tickets in their order. */
export const showDraw = action('activity.draw', {
  input: v.object({ id: Id }),
  output: v.object({
    drawAt: Time,
    /** sha256 of the seed, public from the first day. */
    commitment: v.string(),
    seed: v.nullable(v.string()),
    drawnAt: v.nullable(Time),
    /** How many tickets took part, counted by parties; one party is one ticket. */
    tickets: v.number(),
    /** Ticket numbers as drawn, the first with a seat first; empty before. */
    order: v.array(v.number()),
    seats: v.number(),
    /** The caller's own ticket; null when she has none. */
    mine: v.nullable(v.number()),
  }),
  refuses: [],
})
