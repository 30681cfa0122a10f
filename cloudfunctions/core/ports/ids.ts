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
  /** Someone without an account whom a family keeps; the same for a keeper's key for ever. */
  ward: (personId: string, key: string) => `d${hashed(`${personId} ${key}`, 12)}`,
  /** Someone an organiser entered; the same name and number in a community is the same person for ever. */
  guest: (scope: string, name: string, phone: string) => `g${hashed([scope, name, phone].join(' '), 12)}`,
  /** A series, the same for a person's key for ever, and its meetings by their number. */
  series: (personId: string, key: string) => `s${hashed(`${personId} ${key}`, 12)}`,
  meeting: (seriesId: string, number: number) => `a${hashed(`${seriesId} ${number}`, 12)}`,
  /** Any other thing that a person makes once per key. */
  made: (kind: string, personId: string, key: string) => `${kind}${hashed([kind, personId, key].join(' '), 16)}`,
  /** An invitation of one person to one activity by one who keeps her. */
  card: (activityId: string, wardId: string, by: string) => `c${hashed([activityId, wardId, by].join(' '), 16)}`,
  /** A person's row in an activity or a team. */
  row: (aboutId: string, personId: string) => `${aboutId}_${personId}`,
  /** A message: one for each thing, each time it changed, and each person. */
  message: (kind: string, about: string, rev: number | string, personId: string) =>
    `m${hashed([kind, about, rev, personId].join(' '), 20)}`,
  /** A new mark under which a call is found in the log. */
  trace: () => letters(randomBytes(10), 10),
  /** What nobody can guess: `length` letters, five bits each, at most 32. */
  secret: (length: number) => letters(randomBytes(length), length),
}
export type Ids = typeof ids
