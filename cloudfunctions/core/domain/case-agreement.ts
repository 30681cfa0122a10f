// An agreement: written down by the unit that mediates, and in force once all who can have agreed to the same words.
import type { CasePart } from '../contract'
import type { CaseFacts } from './case'

/** Who has to agree still, before it is in force: both sides as far as they have an account, and the unit; none without words. */
export function mustAgree(kase: Pick<CaseFacts, 'agreement' | 'otherParty' | 'askerId' | 'enteredBy'>): CasePart[] {
  if (!kase.agreement) return []
  const { agreed } = kase.agreement
  const all: CasePart[] = ['unit']
  if (kase.askerId || kase.enteredBy) all.unshift('asker')
  if (kase.otherParty?.id) all.push('party')
  return all.filter((part) => !agreed.includes(part))
}

/** Whether an agreement is in force. */
export const isAgreed = (kase: Parameters<typeof mustAgree>[0]) =>
  kase.agreement !== null && mustAgree(kase).length === 0
