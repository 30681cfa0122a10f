// The other side of a quarrel: nobody is it by a name that somebody typed. Who mediates lets her in, by a link of her own.
import { isOneOf, type CaseFacts, type CaseRules, type Change, type Viewer } from './case'
import { changed } from './case-change'

/** Whether the other side is still to come in. */
export const isPartyMissing = ({ state, otherParty }: Pick<CaseFacts, 'state' | 'otherParty'>) =>
  state !== 'closed' && otherParty !== null && otherParty.id === ''

/**
 * Somebody comes in as the other side; null when she may not: there is none to come, or she stands on the side of who
 * asked, keeps whom it is for, or mediates it.
 */
export function comeIn(
  kase: CaseFacts,
  viewer: Viewer,
  { wards, ...scene }: { rules: CaseRules; now: number; wards: readonly string[] },
): Change | null {
  const { otherParty } = kase
  if (!otherParty || !isPartyMissing(kase) || viewer.id === '') return null
  const isOnOtherSide = isOneOf(viewer, ['asker', 'unit']) || wards.includes(kase.forId)
  if (isOnOtherSide || [kase.askerId, kase.enteredBy, kase.forId].includes(viewer.id)) return null
  const set = { otherParty: { ...otherParty, id: viewer.id }, mine: [...new Set([...kase.mine, viewer.id])] }
  return changed({ kase, viewer, part: 'party', ...scene }, 'party', set)
}
