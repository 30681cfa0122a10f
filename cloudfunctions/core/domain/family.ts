// When somebody may be kept for sign-up, and what of a name a stranger sees.
import { consentVersion, refuse, type May, type Refusal } from '../contract'
import { isGuarded } from './ages'

/** What was agreed to, by whom (an id) and when; `asGuardian` for a child under 14. */
export interface Consent {
  at: number
  by: string
  version: number
  asGuardian: boolean
}

/** What is said of somebody who is to be kept. */
export interface Said {
  kind: 'elder' | 'child' | 'care'
  born: string | null
  /** Whether she, or her guardian, agreed just now. */
  consent: boolean
}

/**
 * The consent under which somebody is kept: the one given before while it still covers what is said, else the one
 * given now. A refusal when there is neither, or when a child's month of birth is missing.
 */
export function consentFor(
  said: Said,
  before: Consent | null,
  by: string,
  now: number,
): Consent | Refusal<'family.born_needed' | 'family.consent_needed'> {
  if (said.kind === 'child' && !said.born) return refuse('family.born_needed')
  const asGuardian = isGuarded(said.born, now) === true
  const isCovered = before?.version === consentVersion && (before.asGuardian || !asGuardian)
  if (before && isCovered) return before
  return said.consent ? { at: now, by, version: consentVersion, asGuardian } : refuse('family.consent_needed')
}

/** Somebody who acts for her, as the rules look at it. */
export interface Acting {
  id: string
  /** Since when she acts for her; for ever when missing. */
  since?: number
  isSelf?: boolean
  may?: May
}
interface Kept {
  keepers: readonly Acting[]
  consent: Pick<Consent, 'by'> | null
  /** The community that entered her at her door; '' or missing for none. */
  station?: string
}

/** What a keeper may do when nobody said otherwise. */
export const mayAll: May = { signUp: true, told: true }
/** Whether she may sign her up, cancel and answer for her; without it she only sees her. */
export const maySignUp = ({ may = mayAll }: Pick<Acting, 'may'>) => may.signUp
/** Whether she is told what happens. */
export const isTold = ({ may = mayAll }: Pick<Acting, 'may'>) => may.told

/** Whether a community's staff see her and act for her: never a child, whose guardian does. */
export const isElder = (ward: { kind: string; born: string | null; consent: unknown }, now: number): boolean =>
  (ward.kind === 'elder' || ward.kind === 'care') && ward.consent !== null && isGuarded(ward.born, now) !== true

/** Her own account among those who act for her. */
export const selfOf = ({ keepers }: Pick<Kept, 'keepers'>): string | null =>
  keepers.find(({ isSelf }) => isSelf)?.id ?? null

/**
 * The one besides herself who may take the consent back and have all of it deleted: who gave it; once she keeps her no
 * longer, whoever has kept her longest. Of one a community entered, nobody: it was given to the community. The others
 * can only keep her no longer.
 */
export const whoMayTakeBack = ({ keepers, consent, station }: Kept): string | null =>
  (
    keepers.find(({ id }) => id === consent?.by) ??
    (station ? undefined : (keepers.find(({ isSelf }) => !isSelf) ?? keepers[0]))
  )?.id ?? null

/**
 * So long after a card was accepted on it an account has no say over others, and can be taken away again by those who
 * could before: nobody can tell whose hands held the phone. ms
 */
export const selfOnTrial = 7 * 24 * 3_600_000

/** Her own account, once nobody has said for so long that it is not hers. */
export const settledSelfOf = ({ keepers }: Pick<Kept, 'keepers'>, now: number): string | null =>
  keepers.find(({ isSelf, since = 0 }) => isSelf && since + selfOnTrial <= now)?.id ?? null

/** Whether this account may take the consent back: she herself, or the one who may besides her. */
export const mayTakeBack = (ward: Kept, id: string, now: number): boolean =>
  id === settledSelfOf(ward, now) || id === whoMayTakeBack(ward)

/** Whether this account may end or change what others do: she herself; only without her the one who may take it back. */
export const mayManage = (ward: Kept, id: string, now: number): boolean =>
  id === (settledSelfOf(ward, now) ?? whoMayTakeBack(ward))

/**
 * Who may change what others do, for somebody who may not: she herself, her family, or the community alone; `trial`
 * when it is her own account, once it is known to be.
 */
export function whoManages(ward: Kept, id: string, now: number): 'trial' | 'self' | 'family' | 'station' {
  if (settledSelfOf(ward, now) !== null) return 'self'
  if (selfOf(ward) === id) return 'trial'
  return whoMayTakeBack(ward) === null ? 'station' : 'family'
}

/** A name as somebody sees it who may not know the person: 何＊珍, 何＊. */
export function maskedName(name: string): string {
  const letters = [...name]
  if (letters.length <= 1) return name
  return letters.map((letter, at) => (at === 0 || (at === letters.length - 1 && at > 1) ? letter : '＊')).join('')
}

/** 138****0000; of any other number the last four. */
export const maskedPhone = (phone: string) =>
  /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : phone.replace(/^.*(?=.{4}$)/, '****')
