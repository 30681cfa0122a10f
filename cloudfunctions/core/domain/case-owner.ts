// Who has a case at this moment: there is always somebody, and her desk is where it lies.
import type { Level } from '../contract'
import { answererOf, isSealed, leadOf, type CaseFacts, type CaseRules, type Viewer } from './case'

/** Who has a case; `id` is a compound, community, unit, account or the case itself, '' for the county and for nobody. */
export interface Owner {
  kind: 'grid' | 'staff' | 'county' | 'unit' | 'neighbours' | 'helpers' | 'asker' | 'record'
  id: string
}

type Owned = Pick<
  CaseFacts,
  | '_id'
  | 'askerId'
  | 'enteredBy'
  | 'communityId'
  | 'compoundId'
  | 'state'
  | 'level'
  | 'units'
  | 'helpers'
  | 'doerId'
  | 'overdue'
  | 'steps'
>

/** The desk of a level. */
export function deskOfLevel(kase: Pick<CaseFacts, 'communityId' | 'compoundId'>, level: Level): Owner {
  if (level === 'county') return { kind: 'county', id: '' }
  if (level === 'compound' && kase.compoundId) return { kind: 'grid', id: kase.compoundId }
  return { kind: 'staff', id: kase.communityId }
}

/** The level at whose desk a worker took it into her own hands. */
function settledAt(kase: Pick<CaseFacts, 'steps' | 'level'>): Level {
  return kase.steps.filter((step) => step.move === 'settle').at(-1)?.level ?? kase.level
}

function ownerDoing(kase: Owned): Owner {
  if (kase.helpers.length > 0) return { kind: 'helpers', id: kase._id }
  const lead = leadOf(kase)
  return lead ? { kind: 'unit', id: lead.id } : deskOfLevel(kase, settledAt(kase))
}

/** Who answers for the asking side: her account, or the community, which rings a caller. */
function ownerAsking(kase: Owned, rules: Pick<CaseRules, 'seenBy'>): Owner {
  const id = answererOf(kase, rules)
  return id ? { kind: 'asker', id } : { kind: 'staff', id: kase.communityId }
}

/** Who has a case now: whoever has to do the next thing. A closed one is the community's record. */
export function ownerOf(kase: Owned, rules: Pick<CaseRules, 'seenBy'>): Owner {
  const lead = leadOf(kase)
  switch (kase.state) {
    case 'asked':
    case 'followUp':
      return deskOfLevel(kase, kase.level)
    case 'open':
      return { kind: 'neighbours', id: kase.communityId }
    case 'dispatched':
      return lead ? { kind: 'unit', id: lead.id } : deskOfLevel(kase, kase.level)
    case 'doing':
      return ownerDoing(kase)
    case 'waiting':
      return ownerAsking(kase, rules)
    case 'resolved':
      return kase.overdue > 0 && !isSealed(rules) ? { kind: 'staff', id: kase.communityId } : ownerAsking(kase, rules)
    case 'closed':
      return { kind: 'record', id: kase.communityId }
  }
}

/** The stored form of who has it: `g_<compound>`, `s_<community>`, `county`, `u_<unit>`, `v_<community>`, `h_<case>`, `a_<account>`; '' for the record. */
export function deskOf({ kind, id }: Owner): string {
  if (kind === 'record') return ''
  if (kind === 'county') return 'county'
  const letter = { grid: 'g', staff: 's', unit: 'u', neighbours: 'v', helpers: 'h', asker: 'a' }[kind]
  return `${letter}_${id}`
}

/** What lists find a case by, worked out from its other facts. */
export function placed(kase: Owned & Pick<CaseFacts, 'outcome'>, rules: Pick<CaseRules, 'seenBy'>) {
  const isOpen = kase.state !== 'closed'
  const isDone = kase.state === 'closed' && kase.outcome === 'done'
  const isShown = rules.seenBy === 'neighbours' || (rules.seenBy === 'helpers' && kase.state === 'open')
  const shown = !isShown ? '' : isOpen ? 'open' : isDone ? 'done' : ''
  return {
    desk: deskOf(ownerOf(kase, rules)),
    isOpen,
    openIn: isOpen && !isSealed(rules) ? kase.communityId : '',
    sealedIn: isOpen && isSealed(rules) ? kase.communityId : '',
    shown: shown as CaseFacts['shown'],
    unitIds: kase.units.filter((unit) => unit.state !== 'declined').map((unit) => unit.id),
  }
}

/** Whether it lies on the viewer's own desk. A worker of the community has the desks of its compounds too. */
export function isOwner(kase: Owned, viewer: Viewer, rules: Pick<CaseRules, 'seenBy'>): boolean {
  const { kind, id } = ownerOf(kase, rules)
  const is = (part: Viewer['parts'][number]) => viewer.parts.includes(part)
  switch (kind) {
    case 'grid':
      return is('grid') || is('staff')
    case 'staff':
      return is('staff')
    case 'county':
      return is('county')
    case 'unit':
      return is('unit') && viewer.units.includes(id)
    case 'helpers':
      return is('helper')
    case 'asker':
      return is('asker')
    case 'neighbours':
    case 'record':
      return false
  }
}
