import * as v from 'valibot'
import { action } from './action'
import { Cursor, Id, Time, words } from './people'

/** yyyy-mm-dd; one that no calendar has is nobody's. */
const Day = v.pipe(v.string(), v.maxLength(10))
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60))

/** One entry of the ledger of hours; minutes are below zero where hours were taken back. */
export const HoursEntry = v.object({
  id: Id,
  activityId: Id,
  title: v.string(),
  teamName: v.string(),
  day: v.string(),
  minutes: v.number(),
  kind: v.picklist(['confirmed', 'corrected', 'moved']),
  at: Time,
  /** Why it was corrected; empty for a plain one. */
  reason: v.string(),
})
export type HoursEntry = v.InferOutput<typeof HoursEntry>

/** Her own hours of a year (or of someone she keeps), newest first; the balance is the sum of the entries. */
export const myHours = action('hours.mine', {
  input: v.object({ personId: v.optional(v.nullable(Id), null), year: v.optional(v.nullable(v.number()), null) }),
  output: v.object({
    personId: Id,
    name: v.string(),
    /** All years together, and this one. */
    total: v.number(),
    minutes: v.number(),
    times: v.number(),
    year: v.number(),
    years: v.array(v.number()),
    colours: v.number(),
    items: v.array(HoursEntry),
  }),
  refuses: ['family.not_yours'],
})

export const Correction = v.object({
  id: Id,
  activityId: Id,
  title: v.string(),
  day: v.string(),
  personId: Id,
  name: v.string(),
  from: v.number(),
  to: v.number(),
  reason: v.string(),
  state: v.picklist(['asked', 'approved', 'declined']),
  askedBy: v.string(),
  askedAt: Time,
  decidedBy: v.string(),
  decidedAt: v.nullable(Time),
  /** Whether the caller is the second person it needs. */
  canDecide: v.boolean(),
})
export type Correction = v.InferOutput<typeof Correction>

/** Asks for confirmed minutes to be changed (0 takes them back); someone else who runs the team decides. */
export const correctHours = action('hours.correct', {
  input: v.object({ id: Id, personId: Id, minutes, reason: words(60) }),
  output: v.object({ correctionId: Id }),
  refuses: ['hours.not_confirmed', 'hours.same', 'hours.asked_already', 'content.unchecked'],
})

/** Corrections of the teams she runs, newest first. */
export const corrections = action('hours.corrections', {
  input: v.object({ which: v.picklist(['asked', 'decided']), cursor: v.optional(Cursor, null) }),
  output: v.object({ items: v.array(Correction), next: Cursor }),
  refuses: [],
})

/** The second person's yes or no. */
export const decideCorrection = action('hours.decide', {
  input: v.object({ id: Id, accept: v.boolean() }),
  output: Correction,
  refuses: ['hours.second_person', 'hours.decided', 'hours.moved_on', 'hours.not_confirmed'],
})

/** One line of a certificate. */
export const CertificateLine = v.object({
  day: v.string(),
  title: v.string(),
  teamName: v.string(),
  place: v.string(),
  minutes: v.number(),
})

/**
 * 志愿服务记录证明. 依据：《志愿服务记录与证明出具办法（试行）》: who served, when, what, how long, who recorded it,
 * who issues it and when. `isWhole` tells whether the hours still stand.
 */
export const Certificate = v.object({
  id: Id,
  number: v.string(),
  /** What is behind the verification square: opens the page on which anyone can check it. */
  code: v.string(),
  name: v.string(),
  minutes: v.number(),
  from: v.string(),
  to: v.string(),
  issuer: v.string(),
  issuedAt: Time,
  state: v.picklist(['valid', 'revoked']),
  revokedWhy: v.string(),
  lines: v.array(CertificateLine),
})
export type Certificate = v.InferOutput<typeof Certificate>

/** Issues a certificate over the confirmed hours between two days (yyyy-mm-dd, both included). `key` is chosen once. */
export const issueCertificate = action('certificate.issue', {
  input: v.object({ key: Id, from: Day, to: Day }),
  output: Certificate,
  refuses: ['certificate.no_hours', 'certificate.too_long'],
})

export const myCertificates = action('certificate.list', {
  input: v.object({}),
  output: v.object({ items: v.array(Certificate) }),
  refuses: [],
})

/** The square code of a certificate as an image, base64 PNG. */
export const certificateCode = action('certificate.code', {
  input: v.object({ id: Id }),
  output: v.object({ png: v.string() }),
  refuses: [],
})

/** What a stranger learns from the code: whether it stands; the name masked, no number of a person. */
export const verifyCertificate = action('certificate.verify', {
  input: v.object({ code: v.pipe(v.string(), v.maxLength(40)) }),
  output: v.object({
    state: v.picklist(['valid', 'revoked', 'unknown']),
    number: v.string(),
    name: v.string(),
    minutes: v.number(),
    from: v.string(),
    to: v.string(),
    issuer: v.string(),
    issuedAt: v.nullable(Time),
    activities: v.number(),
  }),
  refuses: [],
})
