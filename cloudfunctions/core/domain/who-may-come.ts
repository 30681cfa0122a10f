// Who may come, said beforehand and judged again when she signs up. docs/rules-signup.md says the same in prose.
import { refuse, type Question, type Refusal } from '../contract'
import { ageAt, isGuarded } from './ages'

interface Contact {
  name: string
  phone: string
}

/** What an activity asks of those who come. */
export interface Invitation {
  audience: 'anyone' | 'community' | 'members'
  communityId: string
  communityName: string
  teamName: string
  contact: Contact
  startsAt: number
  ages?: { from: number | null; to: number | null }
  perMonth?: number | null
}

/** What the rules look at in somebody who would come. */
export interface Comer {
  kind: 'self' | 'elder' | 'child' | 'care'
  /** What the family calls her; '' for the caller herself. */
  called: string
  communityId: string | null
  isMember: boolean
  /** yyyy-mm; an account has none. */
  born: string | null
  /** Other activities of this team that she has signed up for in the month of this one. */
  thisMonth: number
}

const whomToAsk = ({ name, phone }: Contact) => ({ contactName: name, contactPhone: phone })
/** Left out for the caller herself, so that the sentence says 您. */
const named = ({ called }: Comer): Record<string, string> => (called ? { name: called } : {})

/** Why this person is not among those an activity is for; null when she is. */
export function notInvited(
  activity: Pick<Invitation, 'audience' | 'communityId' | 'communityName' | 'teamName' | 'contact'>,
  person: { communityId: string | null; isMember: boolean },
): Refusal<'activity.community_only' | 'activity.members_only'> | null {
  if (activity.audience === 'community' && person.communityId !== activity.communityId) {
    return refuse('activity.community_only', { community: activity.communityName, ...whomToAsk(activity.contact) })
  }
  if (activity.audience === 'members' && !person.isMember) {
    return refuse('activity.members_only', { team: activity.teamName })
  }
  return null
}

/** Ages in words: 6–12 岁, 60 岁以上. */
export function ageWords({ from, to }: { from: number | null; to: number | null }): string {
  if (from !== null && to !== null) return `${from}–${to} 岁`
  return from !== null ? `${from} 岁以上` : `${to ?? ''} 岁以下`
}

/** From this age on a person with an account is taken to be; we do not know her birthday and do not ask. */
const grownUp = 18

/**
 * Why somebody is too young or too old on the day; null when she is not. Of those a family keeps the month of birth
 * decides. Whoever has an account is taken at her word, except where only children are asked.
 */
export function notOfAge(
  { ages, startsAt, contact }: Pick<Invitation, 'ages' | 'startsAt' | 'contact'>,
  comer: Comer,
): Refusal<'activity.age' | 'activity.age_unknown'> | null {
  if (!ages || (ages.from === null && ages.to === null)) return null
  const facts = { ages: ageWords(ages), ...named(comer), ...whomToAsk(contact) }
  if (comer.kind === 'self') return ages.to !== null && ages.to < grownUp ? refuse('activity.age', facts) : null
  const age = ageAt(comer.born, startsAt)
  if (age === null) return refuse('activity.age_unknown', named(comer))
  const isFitting = age >= (ages.from ?? 0) && age <= (ages.to ?? age)
  return isFitting ? null : refuse('activity.age', facts)
}

/** Why she has had her share of this month; null when she has not. */
export function monthFull(
  { perMonth, teamName, contact }: Pick<Invitation, 'perMonth' | 'teamName' | 'contact'>,
  comer: Comer,
): Refusal<'activity.month_limit'> | null {
  if (!perMonth || comer.thisMonth < perMonth) return null
  return refuse('activity.month_limit', { ...named(comer), team: teamName, limit: perMonth, ...whomToAsk(contact) })
}

/** The first reason why this person cannot come, of all the rules; null when she can. */
export const notToCome = (activity: Invitation, comer: Comer) =>
  notInvited(activity, comer) ?? notOfAge(activity, comer) ?? monthFull(activity, comer)

/** Whether a guardian has to agree: for children under 14, till the month of that birthday is over, or of unknown age. */
export function needsGuardian({ kind, born }: Pick<Comer, 'kind' | 'born'>, startsAt: number): boolean {
  if (kind === 'self') return false
  return isGuarded(born, startsAt) ?? kind === 'child'
}

type Values = Readonly<Record<string, string | number | boolean>>

/** Whether a value answers a question in its own kind; a consent only by yes. */
function answers({ kind, options }: Question, value: Values[string] | undefined): boolean {
  if (kind === 'consent') return value === true
  if (kind === 'number') return typeof value === 'number'
  if (typeof value !== 'string' || value === '') return false
  return kind === 'text' || options.includes(value)
}

/** The first required question that is not answered; null when all are. */
export const unanswered = (questions: readonly Question[], values: Values = {}): Question | null =>
  questions.find((question) => question.required && !answers(question, values[question.id])) ?? null

/** Only what answers the activity's own questions is kept. */
export const answersKept = (questions: readonly Question[], values: Values = {}): Record<string, Values[string]> =>
  Object.fromEntries(
    questions
      .map((question) => [question, values[question.id]] as const)
      .flatMap(([question, value]) => (value !== undefined && answers(question, value) ? [[question.id, value]] : [])),
  )
