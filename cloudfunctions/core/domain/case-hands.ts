// Moves that put a case into somebody's hands, or take it out of them.
import { refuse } from '../contract'
import { above, isInHands, isSealed, leadOf, type CaseFacts, type CaseUnitFact } from './case'
import {
  changed,
  communityAtLeast,
  entering,
  inNobodysHands,
  type Decided,
  type MoveOf,
  type Scene,
} from './case-change'
import { doClockOf } from './case-clock'
import { moneyOf, yuan } from './money'

/** Why it cannot leave the hands it is in: they hold money. */
export function moneyInHands(kase: CaseFacts) {
  const { balance } = moneyOf(kase.steps)
  return isInHands(kase) && balance !== 0 ? refuse('case.money_open', { yuan: yuan(balance) }) : null
}

/** Neighbours may take it. */
export function offer(scene: Scene, { words }: MoveOf<'offer'>): Decided {
  return changed(scene, 'offer', entering(scene, 'open', { ...inNobodysHands, wanted: scene.rules.helpers }), { words })
}

/** One more helper; when all are there they have it. */
export function take(scene: Scene): Decided {
  const { kase, viewer } = scene
  const helpers = [...kase.helpers, viewer.id]
  const set = helpers.length >= kase.wanted ? entering(scene, 'doing', { helpers }) : { helpers }
  return changed(scene, 'take', set, { to: [viewer.id] })
}

/** It goes to units, the first of which leads. */
export function dispatch(scene: Scene, move: MoveOf<'dispatch'>): Decided {
  const { kase, rules } = scene
  const money = moneyInHands(kase)
  if (money) return money
  const units: CaseUnitFact[] = []
  for (const id of new Set(move.units)) {
    const found = scene.units.find((unit) => unit.id === id)
    const personId = move.people[id] ?? ''
    if (!found || (personId && !found.people.includes(personId))) return refuse('case.no_such_unit')
    units.push({ id, kind: found.kind, isLead: units.length === 0, state: 'asked', personId })
  }
  const doClock = move.clock ?? doClockOf(rules, kase.topic, kase.isUrgent)
  const set = entering(scene, 'dispatched', { ...inNobodysHands, units, doClock })
  return changed(scene, 'dispatch', set, { words: move.words, to: units.map((unit) => unit.id) })
}

const isHers = ({ kase, viewer }: Scene, unit: string) =>
  viewer.units.includes(unit) && kase.units.some(({ id, state }) => id === unit && state !== 'declined')

const marked = (kase: CaseFacts, id: string, change: Partial<CaseUnitFact>) =>
  kase.units.map((unit) => (unit.id === id ? { ...unit, ...change } : unit))

/** A unit takes it on; it is being done once the leading one has. */
export function accept(scene: Scene, { unit, words }: MoveOf<'accept'>): Decided {
  const { kase } = scene
  if (!isHers(scene, unit)) return refuse('case.not_yours')
  if (kase.units.find(({ id }) => id === unit)?.state !== 'asked') return refuse('case.not_now')
  const units = marked(kase, unit, { state: 'accepted' })
  const begins = kase.state === 'dispatched' && leadOf(kase)?.id === unit
  return changed(scene, 'accept', begins ? entering(scene, 'doing', { units }) : { units }, {
    words,
    of: unit,
    to: [unit],
  })
}

/** What becomes of a sealed one whose professional declines: the next of them has it, else it ends with the reason. */
export function declinedSealed(scene: Pick<Scene, 'kase' | 'rules' | 'now' | 'units'>, unit: string) {
  const { kase } = scene
  const units = marked(kase, unit, { state: 'declined' })
  const next = scene.units.find(({ id }) => !units.some((each) => each.id === id))
  if (!next) return entering(scene, 'closed', { units, agreement: null, outcome: 'declined' })
  const asked: CaseUnitFact = { id: next.id, kind: next.kind, isLead: true, state: 'asked', personId: '' }
  const others = units.map((each) => ({ ...each, isLead: false }))
  return entering(scene, 'dispatched', { units: [...others, asked], agreement: null })
}

/** The step with which the professional of a sealed one leaves it. */
function leftSealed(scene: Scene, move: 'decline' | 'giveBack', unit: string, words: string): Decided {
  const set = declinedSealed(scene, unit)
  const to = [leadOf({ units: set.units ?? [] })?.id ?? unit]
  return changed(scene, move, set, { words, of: unit, to, ...(set.outcome ? { outcome: set.outcome } : {}) })
}

/** A helper makes room for another; a unit or worker gives it back to the community. */
export function giveBack(scene: Scene, { words }: MoveOf<'giveBack'>): Decided {
  const { kase, viewer, part, rules } = scene
  const money = moneyInHands(kase)
  if (money) return money
  const lead = leadOf(kase)
  if (part === 'unit' && lead && isSealed(rules)) return leftSealed(scene, 'giveBack', lead.id, words)
  const said = { words, to: [viewer.id] }
  if (part !== 'helper') {
    const level = communityAtLeast(kase.level)
    return changed(scene, 'giveBack', entering(scene, 'asked', { ...inNobodysHands, level }), said)
  }
  const helpers = kase.helpers.filter((id) => id !== viewer.id)
  return changed(scene, 'giveBack', kase.state === 'open' ? { helpers } : entering(scene, 'open', { helpers }), said)
}

/** Whoever holds the money is gone: the desk says why, what is left is written off, and it is back at the community. */
export function clearMoney(scene: Scene, { words }: MoveOf<'clearMoney'>): Decided {
  const { balance } = moneyOf(scene.kase.steps)
  const level = communityAtLeast(scene.kase.level)
  const set = entering(scene, 'asked', { ...inNobodysHands, level })
  return changed(scene, 'clearMoney', set, { words, fen: balance })
}

/** A unit does not take it on, or not any more. Without the leading one it is back at the desk; another only leaves. */
export function decline(scene: Scene, { unit, words }: MoveOf<'decline'>): Decided {
  const { kase, rules } = scene
  if (!isHers(scene, unit)) return refuse('case.not_yours')
  const units = marked(kase, unit, { state: 'declined' })
  const said = { words, of: unit, to: [unit] }
  if (leadOf(kase)?.id !== unit) return changed(scene, 'decline', { units }, said)
  const money = moneyInHands(kase)
  if (money) return money
  if (isSealed(rules)) return leftSealed(scene, 'decline', unit, words)
  const declined = units.filter(({ state }) => state === 'declined')
  const level = communityAtLeast(kase.level)
  return changed(scene, 'decline', entering(scene, 'asked', { ...inNobodysHands, units: declined, level }), said)
}

/** A unit names the one of it who comes. */
export function handOn(scene: Scene, { unit, personId, words }: MoveOf<'handOn'>): Decided {
  if (!isHers(scene, unit)) return refuse('case.not_yours')
  const people = scene.units.find(({ id }) => id === unit)?.people ?? []
  if (!people.includes(personId)) return refuse('case.no_such_unit')
  const units = marked(scene.kase, unit, { personId })
  return changed(scene, 'handOn', { units }, { words, of: unit, to: [unit, personId] })
}

/** A worker does it herself, also what was offered to neighbours: so a desk takes it back. */
export function settle(scene: Scene, { words }: MoveOf<'settle'>): Decided {
  const doerId = scene.viewer.id
  return changed(scene, 'settle', entering(scene, 'doing', { ...inNobodysHands, doerId }), { words, to: [doerId] })
}

/** One level up. */
export function escalate(scene: Scene, { words }: MoveOf<'escalate'>): Decided {
  return changed(scene, 'escalate', entering(scene, 'asked', { level: above(scene.kase.level) }), { words })
}

/** One level down, with the reason. */
export function goBack(scene: Scene, { words }: MoveOf<'return'>): Decided {
  const level = scene.kase.level === 'county' ? 'community' : 'compound'
  return changed(scene, 'return', entering(scene, 'asked', { level }), { words })
}
