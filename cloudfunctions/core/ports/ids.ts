import { createHash, randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const letters = (bytes: Buffer, length: number) =>
  Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % 32]).join('')
const hashed = (text: string, length: number) => letters(createHash('sha256').update(text).digest(), length)

/** Ids that say what they are about, so that writing twice is writing once. */
export const ids = {
  /** A person's id, the same for an OPENID for ever. */
  person: (openid: string) => `p${hashed(openid, 12)}`,
  /** A draft's id, the same for a person's key for ever. */
  draft: (personId: string, key: string) => `a${hashed(`${personId} ${key}`, 12)}`,
  /** A person's row in an activity or a team. */
  row: (aboutId: string, personId: string) => `${aboutId}_${personId}`,
  /** A message: one for each thing, each time it changed, and each person. */
  message: (kind: string, about: string, rev: number | string, personId: string) =>
    `m${hashed([kind, about, rev, personId].join(' '), 20)}`,
  /** A new mark under which a call is found in the log. */
  trace: () => letters(randomBytes(10), 10),
}
export type Ids = typeof ids
