// Collections of what was done: hours, proofs, recaps, files. Times are ms since 1970. Indexes stand in collections.json.
import type { Colour } from '../contract'

/** ledgers: hours of a person in a year; `_id` is personId_year. One write adds an entry and its minutes, so that the sum is always whole. */
export interface LedgerDoc {
  _id: string
  personId: string
  year: number
  minutes: number
  entries: LedgerEntry[]
}

/** One entry; `id` says what it is about, so that none is added twice. */
export interface LedgerEntry {
  id: string
  activityId: string
  teamId: string
  colour: Colour
  title: string
  teamName: string
  place: string
  day: string
  minutes: number
  kind: 'confirmed' | 'corrected' | 'moved'
  at: number
  by: string
  /** The second person of a correction; '' otherwise. */
  approvedBy: string
  reason: string
}

/** corrections: confirmed minutes that somebody wants changed; decided by a second person, kept for ever. */
export interface CorrectionDoc {
  _id: string
  teamId: string
  activityId: string
  title: string
  day: string
  personId: string
  from: number
  to: number
  reason: string
  state: 'asked' | 'approved' | 'declined'
  /** False once decided, for the index. */
  isOpen: boolean
  askedBy: string
  askedAt: number
  decidedBy: string
  decidedAt: number | null
}

/** certificates: what was issued, with the lines as they were. `code` is what a stranger checks it by. */
export interface CertificateDoc {
  _id: string
  personId: string
  number: string
  code: string
  name: string
  from: string
  to: string
  minutes: number
  lines: { activityId: string; day: string; title: string; teamName: string; place: string; minutes: number }[]
  issuer: string
  communityId: string
  issuedAt: number
}

/** codes: square codes that WeChat drew, base64 PNG; `_id` is what is in the code. Each is drawn once. */
export interface CodeDoc {
  _id: string
  png: string
  at: number
}

/** counters: numbers given in order; `_id` is what is numbered. `given` are the last ones and to what, so that asking again gives the same. */
export interface CounterDoc {
  _id: string
  last: number
  given: { to: string; number: number }[]
}

/**
 * recaps: `_id` is the activity's; revision 0 when somebody rated before it was written. `marks` are the ratings, by who
 * gave them: one write sets one person's, so that rating again changes it.
 */
export interface RecapDoc {
  _id: string
  teamId: string
  served: number
  words: string
  thanks: string
  pictures: { fileId: string; state: 'pending' | 'fine' | 'refused'; trace: string; at: number; by: string }[]
  at: number
  by: string
  revision: number
  marks: Record<string, { stars: number; words: string; at: number }>
  /** How often a verdict on a picture came in; a change of the pictures starts from the one it read. */
  looked: number
  /** Who came, as counted when it was written or the day confirmed. */
  counted: { at: number; came: number; minutes: number }
  /**
   * By how many people the sums of the team still have to be set right, each with the mark it leaves there. The first
   * one is the whole number served: what the sums counted when the activity ended is taken off when it is paid.
   */
  owed: { mark: string; people: number; isWhole: boolean }[]
}

/** files: lists and proofs that `jobs` makes; gone after their time. */
export interface FileDoc {
  _id: string
  kind: 'roster-xlsx' | 'roster-sheet' | 'certificate-pdf' | 'passes'
  /** The activity or certificate it is made of. */
  aboutId: string
  phones: boolean
  /** Whose passes: of who ordered them and those she keeps, or of everybody without a phone. */
  of?: 'ours' | 'phoneless'
  by: string
  state: 'queued' | 'running' | 'ready' | 'failed' | 'expired'
  done: number
  total: number
  name: string
  fileId: string
  /** Who works on it, till when others leave it alone. */
  claimedUntil: number
  until: number
  attempts: number
  createdAt: number
}
