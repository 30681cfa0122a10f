// Records of people whom an organiser entered by name.
import type { DependentDoc } from '../ports/documents'

/** So long after her last activity a guest's name and number are kept, ms. */
export const guestKeptFor = 180 * 24 * 3_600_000

/** The record of a guest, forgotten half a year from now unless she comes again. */
export function guestRecord(
  who: Pick<DependentDoc, '_id' | 'name' | 'phone' | 'communityId' | 'enteredBy'>,
  now: number,
): DependentDoc {
  const nobody = { keepers: [], consent: null, claimedBy: '' }
  return { ...who, kind: 'guest', born: null, ...nobody, keptUntil: now + guestKeptFor, createdAt: now }
}
