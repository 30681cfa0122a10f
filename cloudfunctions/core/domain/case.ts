// What a case is to the rules: its document less what only the cloud needs, and who stands before it.
import type { CasePart, CaseState, Clock, Level, moveCase, MoveName, Outcome, Refusal } from '../contract'

/** Somebody before a case, as the cloud found her: what she stands to it, most particular first. */
export interface Viewer {
  /** Her account; '' for the clock, and for who has none. */
  id: string
  /** Everything she is to this case: a helper may be a follower too. */
  parts: readonly CasePart[]
  /** Units of this case that she speaks for. */
  units: readonly string[]
  /** Where she lives; '' when that is not known. */
  communityId: string
}

/** Whether somebody is one of these to a case. */
export const isOneOf = (viewer: Viewer, parts: readonly CasePart[]) => viewer.parts.some((part) => parts.includes(part))

export type AnyMoveName = MoveName | 'begin' | 'joined' | 'party' | 'remind' | 'overdue' | 'lapse'

/** How a case can be settled: by the community itself, by a unit it whistles for, by neighbours, by a professional. */
export type CaseWay = 'ourselves' | 'whistle' | 'volunteers' | 'professional'

/** What the rules ask of a service; every service file is more than this. */
export interface CaseRules {
  id: string
  seenBy: 'neighbours' | 'helpers' | 'parties'
  where: 'spot' | 'home' | 'none'
  topics: readonly { id: string; clock?: Clock; where?: 'home' }[]
  ways: readonly CaseWay[]
  first: 'desk' | 'volunteers' | 'professional' | 'project'
  level: Exclude<Level, 'county'>
  helpers: number
  takeUp: Clock
  clock: Clock
  needsAfterPicture?: boolean
  needsAgreement?: boolean
  counts: 'opinion' | 'dispute' | 'order'
}

/** One fact of the thread. */
export interface CaseStepFact {
  turn: number
  at: number
  move: AnyMoveName
  by: string
  as: CasePart
  of: string
  key: string
  state: CaseState
  level: Level
  words: string
  to: string[]
  isOpen: boolean
  fen?: number
  stars?: number
  outcome?: Outcome
}

/** A unit that was whistled for: a partner, or a team. */
export interface CaseUnitFact {
  id: string
  kind: 'partner' | 'team'
  isLead: boolean
  state: 'asked' | 'accepted' | 'declined'
  personId: string
}

/** The facts of a case that rules look at, and set. */
export interface CaseFacts {
  _id: string
  service: string
  topic: string
  communityId: string
  compoundId: string
  isUrgent: boolean
  askerId: string
  forId: string
  enteredBy: string
  isAnonymous: boolean
  otherParty: { id: string; name: string; phone: string } | null
  mine: string[]
  followers: string[]
  /** Who rang up; those of what was put together with it, `of` whom they rang up for. Missing where nobody did. */
  caller?: { name: string; phone: string } | null
  joinedCallers?: { of: string; name: string; phone: string }[]
  /** Accounts that asked what was put together with it, and wait for it too. */
  joinedAskers?: string[]
  /** Whose words it begins with, once somebody else asks. */
  firstAsked?: { askerId: string; forId: string }
  state: CaseState
  before: CaseState | null
  outcome: Outcome | null
  level: Level
  turn: number
  steps: CaseStepFact[]
  clock: Clock
  doClock: Clock
  dueAt: number
  left: number
  nextAt: number
  overdue: number
  desk: string
  isOpen: boolean
  openIn: string
  sealedIn: string
  shown: '' | 'open' | 'done'
  units: CaseUnitFact[]
  unitIds: string[]
  helpers: string[]
  wanted: number
  doerId: string
  pictures: { of: string; turn: number; state: 'pending' | 'fine' | 'refused' }[]
  project: { id: string; day: string; title: string } | null
  agreement: { words: string; turn: number; agreed: string[] } | null
  reopened: number
  stars: number | null
  createdAt: number
  closedAt: number
}

/** What a move sets and adds; saved with one conditional update that starts from the turn it was decided on. */
export interface Change {
  set: Partial<Omit<CaseFacts, 'pictures' | 'steps' | 'turn' | '_id'>>
  step: Omit<CaseStepFact, 'turn' | 'key'>
}

/** Why a move is not made. */
export type MoveRefusal = Refusal<(typeof moveCase)['refuses'][number]>

/** Whether only its parties see it: not even the community's staff. */
export const isSealed = (rules: Pick<CaseRules, 'seenBy'>) => rules.seenBy === 'parties'

/** What kind of place it is about: some topics are about a home, whatever the rest of the service is about. */
export const whereOf = (rules: Pick<CaseRules, 'where' | 'topics'>, topic: string): CaseRules['where'] =>
  rules.topics.find(({ id }) => id === topic)?.where ?? rules.where

/** Whether what is said on the way may be read by everybody who sees it: never of what only helpers see, nor of a home. */
export const saysOpenly = (rules: Pick<CaseRules, 'seenBy' | 'where' | 'topics'>, topic: string): boolean =>
  rules.seenBy === 'neighbours' && whereOf(rules, topic) !== 'home'

/** Whether anybody may know the very spot: what lies in the open, of somebody who does not mind. */
export const isOutdoors = (
  rules: Pick<CaseRules, 'where' | 'topics'>,
  kase: Pick<CaseFacts, 'topic' | 'isAnonymous'>,
): boolean => whereOf(rules, kase.topic) === 'spot' && !kase.isAnonymous

/** Whether somebody with an account can answer for who asked: herself, or the worker who wrote a sealed one down. */
export const isReachable = (kase: CaseFacts, rules: Pick<CaseRules, 'seenBy'>) => answererOf(kase, rules) !== ''

/** The account that answers for who asked; '' for a caller without one, whom the community rings. */
export const answererOf = (kase: Pick<CaseFacts, 'askerId' | 'enteredBy'>, rules: Pick<CaseRules, 'seenBy'>) =>
  kase.askerId || (isSealed(rules) ? kase.enteredBy : '')

/** The next level up; the county has none above it. */
export const above = (level: Level): Level => (level === 'compound' ? 'community' : 'county')

/** The unit that leads; undefined where none does. */
export const leadOf = (kase: Pick<CaseFacts, 'units'>) =>
  kase.units.find((unit) => unit.isLead && unit.state !== 'declined')

/** Whether it is in the hands of who does it, also while she waits for an answer. */
export const isInHands = (kase: Pick<CaseFacts, 'state' | 'before'>) =>
  kase.state === 'doing' || (kase.state === 'waiting' && kase.before === 'doing')
