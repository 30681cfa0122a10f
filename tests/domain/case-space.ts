// Every way in which a case of a service can go: a search through all that anybody, or the clock, can do to it.
import { isRefusal, type Move } from '../../cloudfunctions/core/contract'
import type { CaseFacts, Change } from '../../cloudfunctions/core/domain/case'
import { decide, tick } from '../../cloudfunctions/core/domain/case-flow'
import { moneyOf } from '../../cloudfunctions/core/domain/money'
import { attempts, beginnings, names, units, viewerOf, type Name, type Rules } from './case-cast'

/** One arrow: who did what, and where it led. */
export interface Arrow {
  by: Name | 'clock'
  move: Move | null
  from: CaseFacts
  to: CaseFacts
}

const minute = 60_000

/** A case after a change, as saving makes it. */
export function saved(kase: CaseFacts, { set, step }: Change, key = ''): CaseFacts {
  const turn = kase.turn + 1
  return { ...kase, ...set, turn, steps: [...kase.steps, { ...step, turn, key }] }
}

/** Two of the same kind are the same to the rules: which helper, or which of the staff, makes no difference. */
function kindOf(kase: CaseFacts, id: string): string {
  if (kase.helpers.includes(id)) return 'helper'
  if (kase.doerId === id) return 'doer'
  return id === 'colleague' ? 'staff' : id
}

/** What the rules can tell apart: two cases with the same go on the same. */
export function sameness(kase: CaseFacts): string {
  const last = (move: string) => kase.steps.filter((step) => step.move === move).at(-1)
  const isDone = ['resolved', 'followUp', 'closed'].includes(kase.state)
  return JSON.stringify([
    ...[kase.askerId, kase.compoundId, kase.state, kase.before, kase.outcome, kase.level, kase.desk],
    ...[kase.forId, kase.joinedAskers, kase.followers.length, kase.joinedCallers?.length],
    ...[kase.units, kase.helpers.length, kase.agreement?.agreed, moneyOf(kase.steps).balance],
    ['resolved', 'open'].includes(kase.state) && kase.overdue > 0,
    kase.state === 'closed' && kase.stars !== null,
    isDone && kindOf(kase, last('resolve')?.by ?? ''),
    kase.doerId !== '' && last('settle')?.level,
  ])
}

const now = (kase: CaseFacts) => (kase.steps.at(-1)?.at ?? 0) + minute
const other = (kase: CaseFacts): CaseFacts => ({ ...kase, _id: 'other', state: 'asked' })

/** A case that never changes by itself, whatever a rule does to it. */
function frozen(kase: CaseFacts): CaseFacts {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  freeze(kase)
  return kase
}

/** What the clock does when a deadline passes; null when none runs. */
export function ticked(kase: CaseFacts, rules: Rules): Arrow | null {
  const change = tick(kase, rules, kase.dueAt, units)
  return change && { by: 'clock', move: null, from: kase, to: saved(kase, change) }
}

/** What comes of everything that somebody tries. */
export function tried(kase: CaseFacts, rules: Rules, by: Name) {
  const viewer = viewerOf(kase, by, rules)
  const beside = { now: now(kase), rules, units, into: other(kase) }
  return attempts.map((each) => {
    const move = each.move === 'agree' ? { ...each, turn: kase.agreement?.turn ?? 0 } : each
    return { move, decided: decide(kase, move, viewer, beside) }
  })
}

/** Everything that can be done to a case next. */
export function arrowsFrom(kase: CaseFacts, rules: Rules): Arrow[] {
  const byClock = ticked(kase, rules)
  const byPeople = names.flatMap((by) =>
    tried(kase, rules, by).flatMap(({ move, decided }): Arrow[] =>
      isRefusal(decided) ? [] : [{ by, move, from: kase, to: saved(kase, decided) }],
    ),
  )
  return byClock ? [byClock, ...byPeople] : byPeople
}

/** All cases that can come to be from the beginnings of a service, no two the same to the rules, and all arrows between them. */
export function spaceOf(rules: Rules): { states: CaseFacts[]; arrows: Arrow[] } {
  const known = new Map<string, CaseFacts>()
  const arrows: Arrow[] = []
  let next = beginnings(rules).map(([, kase]) => kase)
  while (next.length > 0) {
    const fresh: CaseFacts[] = []
    for (const kase of next) {
      const key = sameness(kase)
      if (known.has(key)) continue
      known.set(key, frozen(kase))
      fresh.push(kase)
    }
    const found = fresh.flatMap((kase) => arrowsFrom(kase, rules))
    arrows.push(...found)
    next = found.map((arrow) => arrow.to)
  }
  return { states: [...known.values()], arrows }
}
