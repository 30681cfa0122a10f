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

/** Ids the back end gives to whom a family keeps, to a guest, to a series and to one of its meetings. */
export const wardIdOf = (personId: string, key: string) => `d${letters(`${personId} ${key}`, 12)}`
export const guestIdOf = (scope: string, name: string, phone: string) =>
  `g${letters([scope, name, phone].join(' '), 12)}`
export const seriesIdOf = (personId: string, key: string) => `s${letters(`${personId} ${key}`, 12)}`
export const meetingIdOf = (seriesId: string, number: number) => `a${letters(`${seriesId} ${number}`, 12)}`
export const cardIdOf = (activityId: string, wardId: string, by: string) =>
  `c${letters([activityId, wardId, by].join(' '), 16)}`
/** Ids of what the county has beside: one for each letter and thing. */
export const demoIdOf = (kind: string, text: string) => `${kind}${letters(`demo ${kind} ${text}`, 12)}`
/** The id of a case of the county, by the key of its story. */
export const caseIdOf = (key: string) => demoIdOf('k', key)
/** The text by which a card of the county opens; of a real one nobody could guess it. */
export const cardTokenOf = (cardId: string) => letters(`token ${cardId}`, 24)
/** What is shown of the seed of a draw before it is held. */
export const commitmentOf = (seed: string) => createHash('sha256').update(seed).digest('hex')
