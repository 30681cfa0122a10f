// What the clock does when its time comes: it reminds, lets a case climb, or lets it end. Each is a step like any other.
import { above, isInHands, isSealed, leadOf, type CaseFacts, type CaseRules, type Change } from './case'
import { changed, entering, inNobodysHands, type UnitAtHand } from './case-change'
import { answerClock, clockFor, resume, start } from './case-clock'
import { goesOn } from './case-ends'
import { declinedSealed } from './case-hands'
import { goesOnWithout } from './case-others'
import { ownerOf } from './case-owner'
import { moneyOf } from './money'

const clock = { id: '', parts: ['clock'], units: [], communityId: '' } as const

type Ticking = {
  kase: CaseFacts
  viewer: typeof clock
  part: 'clock'
  rules: CaseRules
  now: number
  units: readonly UnitAtHand[]
}

const late = (kase: CaseFacts) => ({ overdue: kase.overdue + 1 })

/** Nobody looked at it, took it or answered: the next level has it. At the county it stays, and is told again. */
function climbed(scene: Ticking): Change {
  const { kase, rules, now } = scene
  const lead = leadOf(kase)
  if (isSealed(rules) && lead) return passedOn(scene, lead.id)
  // Who took it already is not sent away because nobody came to go with her: the desk looks first, and has it the next time.
  if (kase.state === 'open' && kase.helpers.length > 0 && kase.overdue === 0)
    return changed(scene, 'overdue', { ...clockFor(kase, rules, now), ...late(kase) })
  const silent = kase.units.map((unit) => ({ ...unit, state: 'declined' as const }))
  const set = { ...inNobodysHands, units: silent, level: above(kase.level) }
  return changed(
    scene,
    'overdue',
    { ...entering(scene, 'asked', set), ...late(kase) },
    { to: silent.map(({ id }) => id) },
  )
}

/** The professional of a sealed one said nothing, which is a no: no desk may have it, so the next one does, or it ends. */
function passedOn(scene: Ticking, silent: string): Change {
  const set = declinedSealed(scene, silent)
  const next = leadOf({ units: set.units ?? [] })
  if (set.outcome) return changed(scene, 'overdue', set, { of: silent, outcome: set.outcome })
  return changed(scene, 'overdue', { ...set, ...late(scene.kase) }, { of: silent, to: next ? [next.id] : [] })
}

/** Whoever does it keeps it, and who stands above learns of it. */
function lateInHands(scene: Ticking): Change {
  const { kase, now, rules } = scene
  const level = isSealed(rules) ? kase.level : above(kase.level)
  const said = isSealed(rules) ? { of: leadOf(kase)?.id ?? '' } : {}
  return changed(scene, 'overdue', { level, ...start('24h', now), ...late(kase) }, said)
}

/** No answer came. Who asked has let it be; but not while helpers hold her money, nor where the community did not ring. */
function unanswered(scene: Ticking): Change {
  const { kase, now, rules } = scene
  const holdsMoney = isInHands(kase) && moneyOf(kase.steps).balance !== 0
  const isSilent = !holdsMoney && ownerOf(kase, rules).kind === 'asker'
  if (isSilent && goesOnWithout(kase, rules)) return goesOn(scene, 'lapse', '')
  if (isSilent)
    return changed(scene, 'lapse', entering(scene, 'closed', { outcome: 'unanswered' }), { outcome: 'unanswered' })
  const state = kase.before ?? 'asked'
  return changed(scene, 'overdue', { state, before: null, ...resume(kase, now), ...late(kase) })
}

/** Who asked said nothing to it: the community asks her. Nobody may ask the parties of a sealed one, so it ends. */
function unconfirmed(scene: Ticking): Change {
  const { kase, now, rules } = scene
  if (isSealed(rules))
    return changed(scene, 'lapse', entering(scene, 'closed', { outcome: 'done' }), { outcome: 'done' })
  return changed(scene, 'overdue', { ...start(answerClock, now), ...late(kase) })
}

/** Whether the clock passes it on to the next professional now: those have to be known then. */
export const needsUnits = (kase: CaseFacts, rules: CaseRules, now: number) =>
  isSealed(rules) && kase.state === 'dispatched' && now >= kase.dueAt

/**
 * What the clock does now; null while nothing is due. `nextAt` is when to ask again; `units` are the professionals to whom a
 * sealed one can go.
 */
export function tick(kase: CaseFacts, rules: CaseRules, now: number, units: readonly UnitAtHand[] = []): Change | null {
  if (kase.nextAt === 0 || now < kase.nextAt || kase.state === 'closed') return null
  const scene: Ticking = { kase, viewer: clock, part: 'clock', rules, now, units }
  if (now < kase.dueAt) return changed(scene, 'remind', { nextAt: kase.dueAt })
  switch (kase.state) {
    case 'asked':
    case 'open':
    case 'dispatched':
      return climbed(scene)
    case 'doing':
      return lateInHands(scene)
    case 'waiting':
      return unanswered(scene)
    case 'resolved':
      return unconfirmed(scene)
    case 'followUp':
      return changed(scene, 'overdue', { level: above(kase.level), ...start('7d', now), ...late(kase) })
  }
}
