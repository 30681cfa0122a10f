import { createHash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

function letters(text: string, length: number): string {
  const hash = createHash('sha256').update(text).digest()
  return Array.from(hash.subarray(0, length), (byte) => alphabet[byte % 32]).join('')
}

/** The id the back end gives to whoever holds this OPENID; a test compares both. */
export const personIdOf = (openid: string) => `p${letters(openid, 12)}`

/** The id the back end gives to a message: one for each thing, each time it changed, and each person. */
export const messageIdOf = (kind: string, about: string, rev: number | string, personId: string) =>
  `m${letters([kind, about, rev, personId].join(' '), 20)}`
