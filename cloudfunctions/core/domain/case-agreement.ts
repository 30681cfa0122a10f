// An agreement: written down by the unit that mediates, and in force once both sides and the unit agreed to the same words.
import type { CasePart } from '../contract'
import { isOneOf, type CaseFacts, type Viewer } from './case'

type Agreeing = Pick<CaseFacts, 'agreement' | 'otherParty' | 'askerId'>
/** A side that signs on paper, where she has no account. */
export type Side = 'asker' | 'party'

/** Who has to agree still, before it is in force: both sides and the unit; none without words. */
export function mustAgree({ agreement }: Pick<CaseFacts, 'agreement'>): CasePart[] {
  if (!agreement) return []
  return (['asker', 'unit', 'party'] as const).filter((part) => !agreement.agreed.includes(part))
}

/** Whether an agreement is in force. */
export const isAgreed = (kase: Pick<CaseFacts, 'agreement'>) => kase.agreement !== null && mustAgree(kase).length === 0

/** As what somebody agrees by her own account: a worker who wrote it down for a caller does not agree for her. */
export const agreesAs = (kase: Agreeing, viewer: Viewer): CasePart | undefined =>
  mustAgree(kase).find((part) => viewer.parts.includes(part) && (part !== 'asker' || kase.askerId !== ''))

/** The sides that are missing and have no account: of each the unit shows the sheet that she signed. */
export function signOnPaper(kase: Agreeing, viewer: Viewer): Side[] {
  if (!isOneOf(viewer, ['unit'])) return []
  const missing = mustAgree(kase)
  const sides: [Side, boolean][] = [
    ['asker', kase.askerId === ''],
    ['party', !kase.otherParty?.id],
  ]
  return sides.flatMap(([side, isWithout]) => (isWithout && missing.includes(side) ? [side] : []))
}
