// Moves that end a case, and the one that truly takes the end back.
import { refuse, type Level } from '../contract'
import { above, isSealed, leadOf, type CaseFacts, type CaseRules, type Change } from './case'
import { isAgreed } from './case-agreement'
import {
  changed,
  communityAtLeast,
  entering,
  inNobodysHands,
  type Decided,
  type MoveOf,
  type Scene,
} from './case-change'
import { resume } from './case-clock'
import { moneyInHands } from './case-hands'
import { goesOnWithout, handedOver } from './case-others'

/** Stars up to which somebody else looks at it again. */
export const fewStars = 2

/** Whether it is seen how it is now: a picture from before it went back shows what was not good. */
function hasAfterPicture({ pictures, steps }: CaseFacts): boolean {
  const wentBack = steps
    .filter(({ move, state }) => move === 'reopen' || (move === 'score' && state !== 'closed'))
    .at(-1)
  const since = wentBack?.turn ?? 0
  return pictures.some(({ of, state, turn }) => of === 'after' && state !== 'refused' && turn > since)
}

/** Whoever does it says it is done. */
export function resolve(scene: Scene, { words, pictures }: MoveOf<'resolve'>): Decided {
  const { kase, rules } = scene
  const money = moneyInHands(kase)
  if (money) return money
  if (rules.needsAgreement && !isAgreed(kase)) return refuse('case.agreement_missing')
  if (rules.needsAfterPicture && pictures.length === 0 && !hasAfterPicture(kase)) return refuse('case.picture_needed')
  return changed(scene, 'resolve', entering(scene, 'resolved'), { words })
}

/** Where a bad score is looked into: above who did it. */
function levelAboveDoers(kase: CaseFacts): Level {
  const byDesk = kase.doerId !== '' && kase.helpers.length === 0 && !leadOf(kase)
  const settled = kase.steps.filter((step) => step.move === 'settle').at(-1)
  const wanted = byDesk && settled ? above(settled.level) : communityAtLeast(kase.level)
  return kase.level === 'county' ? 'county' : wanted
}

/** Few stars go to who stands above the doers; a sealed case stays sealed, and its asker can reopen it. */
function scored(scene: Scene, stars: number | null) {
  const { kase, rules } = scene
  const known = stars === null ? {} : { stars }
  if (stars !== null && stars <= fewStars && !isSealed(rules))
    return entering(scene, 'followUp', { ...known, level: levelAboveDoers(kase) })
  return kase.state === 'closed' ? known : entering(scene, 'closed', { ...known, outcome: 'done' })
}

const said = (stars: number | null, set: Change['set'], words: string) => ({
  words,
  ...(stars === null ? {} : { stars }),
  ...(set.state === 'followUp' ? {} : { outcome: 'done' as const }),
})

/** Who asked says that it is good, and how good. */
export function confirm(scene: Scene, { stars, words }: MoveOf<'confirm'>): Decided {
  const set = scored(scene, stars)
  return changed(scene, 'confirm', set, said(stars, set, words))
}

/** Back to where it began: the desk of its level, or the professional of a sealed one. */
function anew(scene: Scene): Change['set'] {
  const { kase, rules } = scene
  const set = { ...inNobodysHands, reopened: kase.reopened + 1, stars: null }
  const professional = kase.units.find((unit) => unit.isLead)
  if (!isSealed(rules) || !professional) return entering(scene, 'asked', set)
  return entering(scene, 'dispatched', { ...set, units: [{ ...professional, state: 'asked' }] })
}

/** It was not done: it goes back, counts, and nobody can switch that off. */
export function reopen(scene: Scene, { words }: MoveOf<'reopen'>): Decided {
  const set = anew(scene)
  return changed(scene, 'reopen', set, { words, to: set.units?.map(({ id }) => id) ?? [] })
}

/** Somebody other than who did it asked, by phone or at the door. */
export function score(scene: Scene, { stars, isDone, words }: MoveOf<'score'>): Decided {
  if (!isDone) return changed(scene, 'score', anew(scene), { words, stars })
  const set = scored(scene, stars)
  return changed(scene, 'score', set, said(stars, set, words))
}

/** A bad score was looked into and made good. */
export function makeGood(scene: Scene, { words }: MoveOf<'makeGood'>): Decided {
  return changed(scene, 'makeGood', entering(scene, 'closed', { outcome: 'done' }), { words, outcome: 'done' })
}

/** The desk cannot do it, and says why. */
export function turnDown(scene: Scene, { words }: MoveOf<'turnDown'>): Decided {
  return changed(scene, 'turnDown', entering(scene, 'closed', { outcome: 'declined' }), { words, outcome: 'declined' })
}

/** Who asked does not want it any more. */
export function withdraw(scene: Scene, { words }: MoveOf<'withdraw'>): Decided {
  const money = moneyInHands(scene.kase)
  if (money) return money
  if (goesOnWithout(scene.kase, scene.rules)) return goesOn(scene, 'withdraw', words)
  const set = entering(scene, 'closed', { outcome: 'withdrawn' })
  return changed(scene, 'withdraw', set, { words, outcome: 'withdrawn' })
}

/** Who asked waits no more, by her own word or by saying nothing; others do, and it goes on where it was. */
export function goesOn(scene: Omit<Scene, 'units' | 'into'>, move: 'withdraw' | 'lapse', words: string): Change {
  const { kase, now } = scene
  const { set, to } = handedOver(kase)
  const again = kase.state === 'waiting' ? { state: kase.before ?? ('asked' as const), before: null } : {}
  return changed(scene, move, { ...set, ...again, ...('state' in again && resume(kase, now)) }, { words, to })
}

/** The same thing asked twice goes on as one: this one ends, its asker follows the other. */
export function merge(scene: Scene): Decided {
  const { kase, into } = scene
  const isSame = into !== null && into.service === kase.service && into.communityId === kase.communityId
  if (!isSame || into._id === kase._id || into.state === 'closed') return refuse('case.cannot_merge')
  const money = moneyInHands(kase)
  if (money) return money
  const set = entering(scene, 'closed', { outcome: 'merged' })
  return changed(scene, 'merge', set, { to: [into._id], outcome: 'merged' })
}

/** What the one that goes on takes over from the one that ends; null when it has already. Its turn has to come before that of `merge`. */
export function joined(into: CaseFacts, from: CaseFacts, scene: { rules: CaseRules; now: number }): Change | null {
  if (into.steps.some((step) => step.move === 'joined' && step.to.includes(from._id))) return null
  const followers = [...new Set([...into.followers, ...from.followers, ...(from.askerId ? [from.askerId] : [])])]
  const mine = [...new Set([...into.mine, ...from.mine])]
  const askers = [...(into.joinedAskers ?? []), ...(from.askerId ? [from.askerId] : []), ...(from.joinedAskers ?? [])]
  const joinedAskers = [...new Set(askers)].filter((id) => id !== into.askerId)
  const rang = from.askerId === '' && from.caller ? [{ of: from.forId, ...from.caller }] : []
  const joinedCallers = [...(into.joinedCallers ?? []), ...rang, ...(from.joinedCallers ?? [])]
  const clock = { id: '', parts: ['clock' as const], units: [], communityId: '' }
  return changed(
    { kase: into, viewer: clock, part: 'clock', ...scene },
    'joined',
    { followers: followers.filter((id) => id !== into.askerId), mine, joinedAskers, joinedCallers },
    { to: [from._id] },
  )
}
