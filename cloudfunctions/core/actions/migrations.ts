// How documents of before become those of today: each edition once, document by document, in any order, as often as needed.
import type { Collections } from '../ports/documents'
import { guestKeptFor } from './guests'

/** One edition of the documents: what changes in which collection. */
export interface Migration {
  /** The edition that stands once every document was looked at. */
  to: number
  collection: keyof Collections
  /** What a document lacks of this edition, by field; null for one that is of this edition. Only missing fields are set. */
  lacks: (doc: Readonly<Record<string, unknown>>, now: number) => Readonly<Record<string, unknown>> | null
}

/** A guest's record names the day on which it is forgotten; until then it was looked for by what was missing. */
const guestsAreForgotten: Migration = {
  to: 2,
  collection: 'dependents',
  lacks: ({ kind, keptUntil }, now) =>
    kind === 'guest' && keptUntil === undefined ? { keptUntil: now + guestKeptFor } : null,
}

/** Every edition since the first, in order; the first is what 0.1.0 wrote. */
export const migrations: readonly Migration[] = [guestsAreForgotten]
