// Who sees how much of a case, and as what somebody stands before it. docs/rules-case.md tells the same in prose.
import type { CasePart } from '../contract'
import { answererOf, isOneOf, isSealed, type CaseFacts, type CaseRules, type Viewer } from './case'

export { ownerOf, deskOf, type Owner } from './case-owner'

/**
 * How much somebody sees: everything; what neighbours see, with no name, contact or picture of a home; that there is one
 * more, as a number; nothing at all.
 */
export type Sight = 'all' | 'public' | 'outline' | 'none'

/** What the cloud found out about somebody, for `partsOf`. */
export interface Who {
  id: string
  hasProfile: boolean
  communityId: string
  staffOf: readonly string[]
  gridOf: readonly string[]
  unitOf: readonly string[]
  isCounty: boolean
  /** Those she may sign up. */
  wards: readonly string[]
  /** Teams that she leads. */
  leads: readonly string[]
}

const keeps = (kase: CaseFacts, who: Who) => who.wards.includes(kase.forId)

/** Whether she is the one who answers for who asked, and is still what made her so: she keeps her, or works there. */
function answers(kase: CaseFacts, who: Who, rules: Pick<CaseRules, 'seenBy'>): boolean {
  if (who.id !== answererOf(kase, rules)) return false
  if (kase.askerId !== '') return kase.forId === '' || kase.forId === who.id || keeps(kase, who)
  return who.staffOf.includes(kase.communityId) || (kase.compoundId !== '' && who.gridOf.includes(kase.compoundId))
}

/** Of a sealed one only who asked and whom it is for: others who keep her may be the very ones it is about. */
const asking = (kase: CaseFacts, who: Who, rules: Pick<CaseRules, 'seenBy'>) =>
  answers(kase, who, rules) || who.id === kase.forId || (!isSealed(rules) && keeps(kase, who))

/** What keeps nobody from taking it as a neighbour. */
const besides: readonly CasePart[] = ['follower', 'grid', 'staff']

/** Whether her team named her to come: the only one of it, beside who leads it, to whom the case is anything. */
const comesFor = (kase: CaseFacts, { id: me }: Who, unitId: string) =>
  me !== '' && kase.units.some(({ id, kind, personId }) => id === unitId && kind === 'team' && personId === me)

/** What somebody is to a case, most particular first. */
export function partsOf(kase: CaseFacts, who: Who, rules: Pick<CaseRules, 'seenBy'>): Viewer {
  const units = kase.unitIds.filter(
    (id) => who.unitOf.includes(id) || who.leads.includes(id) || comesFor(kase, who, id),
  )
  const isAsker = asking(kase, who, rules)
  const is: [CasePart, boolean][] = [
    ['asker', isAsker],
    // Nobody stands on both sides.
    ['party', !isAsker && kase.otherParty !== null && who.id === kase.otherParty.id],
    ['helper', kase.helpers.includes(who.id)],
    ['unit', units.length > 0],
    ['grid', kase.compoundId !== '' && who.gridOf.includes(kase.compoundId)],
    ['staff', who.staffOf.includes(kase.communityId)],
    ['county', who.isCounty],
    ['follower', kase.followers.includes(who.id)],
  ]
  const parts = who.id === '' ? [] : is.flatMap(([part, isHers]) => (isHers ? [part] : []))
  // Who works there may lend a hand like everybody else.
  const isNeighbour = who.hasProfile && parts.every((part) => besides.includes(part))
  return {
    id: who.id,
    parts: isNeighbour ? [...parts, 'neighbour'] : parts,
    units,
    communityId: who.communityId,
  }
}

/** How much of a case somebody sees. */
export function sightOf(kase: CaseFacts, viewer: Viewer, rules: Pick<CaseRules, 'seenBy'>): Sight {
  if (isOneOf(viewer, ['asker', 'party', 'unit'])) return 'all'
  const isAtDesk = isOneOf(viewer, ['grid', 'staff'])
  if (isSealed(rules)) return isAtDesk || isOneOf(viewer, ['county']) ? 'outline' : 'none'
  if (isAtDesk || isOneOf(viewer, ['helper'])) return 'all'
  const isCounty = isOneOf(viewer, ['county'])
  if (isCounty && kase.level === 'county') return 'all'
  if (rules.seenBy === 'helpers') {
    const mayHelp = isOneOf(viewer, ['neighbour', 'follower']) && viewer.communityId === kase.communityId
    if (mayHelp && kase.state === 'open') return 'public'
    return isCounty ? 'outline' : 'none'
  }
  const isOver = kase.state === 'closed' && kase.outcome !== 'done'
  return isOver && !isOneOf(viewer, ['follower', 'county']) ? 'none' : 'public'
}

/**
 * Whether somebody who sees it whole may know the door, the number and the prescription: a helper only once all who come
 * together are there.
 */
export const knowsHome = ({ state }: Pick<CaseFacts, 'state'>, viewer: Viewer): boolean =>
  state !== 'open' || !isOneOf(viewer, ['helper']) || isOneOf(viewer, ['asker', 'unit', 'grid', 'staff'])

/** Whether somebody who sees it whole may know who asked. Who comes to an unnamed asker calls the community instead. */
export function knowsAsker(
  { isAnonymous, level }: Pick<CaseFacts, 'isAnonymous' | 'level'>,
  viewer: Viewer,
  rules: Pick<CaseRules, 'seenBy'>,
): boolean {
  if (!isAnonymous || isSealed(rules) || isOneOf(viewer, ['asker', 'grid', 'staff'])) return true
  return level === 'county' && isOneOf(viewer, ['county'])
}

/** Whether somebody sees the picture of a prescription: who asked, and who helps. */
export const seesMedicine = (viewer: Viewer) => isOneOf(viewer, ['asker', 'helper'])
