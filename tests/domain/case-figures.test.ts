// Figures and money of cases against a recount, over ten thousand random steps.
import fc from 'fast-check'
import { isRefusal } from '../../cloudfunctions/core/contract'
import type { CaseFacts, Viewer } from '../../cloudfunctions/core/domain/case'
import { effectsOf } from '../../cloudfunctions/core/domain/case-effects'
import { addFigures, figuresOf, noFigures } from '../../cloudfunctions/core/domain/case-figures'
import { decide, tick } from '../../cloudfunctions/core/domain/case-flow'
import { after } from '../../cloudfunctions/core/domain/case-then'
import { moneyOf } from '../../cloudfunctions/core/domain/money'
import { caseServices } from '../../cloudfunctions/core/services/cases'
import { attempts, beginnings, names, units, viewerOf, type Name, type Rules } from './case-cast'
import { saved } from './case-space'

const hour = 3_600_000
/** What changes nothing; and what ends a case for good, or takes every end back: that comes seldom. */
const dull = ['say', 'look']
const seldom = ['withdraw', 'merge', 'reopen']

/** What one throw does to a case: somebody tries something, or so many hours pass. */
interface Throw {
  who: number
  what: number
  hours: number
}
const each: fc.Arbitrary<Throw> = fc.record({
  who: fc.nat(names.length - 1),
  what: fc.nat(attempts.length - 1),
  hours: fc.nat(60),
})

/** A case after one throw: the moves that can be made in turn, else the clock. */
function after1(kase: CaseFacts, { who, what, hours }: Throw, rules: Rules): CaseFacts {
  const now = (kase.steps.at(-1)?.at ?? 0) + hours * hour
  const change = tick(kase, rules, now)
  if (change) return saved(kase, change)
  const viewers = new Map<Name, Viewer>()
  const into = { ...kase, _id: 'other' }
  for (let n = 0; n < names.length * attempts.length; n++) {
    const name = names[(who + n) % names.length] ?? 'guest'
    const move = attempts[(what + Math.floor(n / names.length)) % attempts.length]
    if (!move || dull.includes(move.move) || (hours > 8 && seldom.includes(move.move))) continue
    const viewer = viewers.get(name) ?? viewerOf(kase, name, rules)
    viewers.set(name, viewer)
    const decided = decide(kase, move, viewer, { now, rules, units, into })
    if (!isRefusal(decided)) return saved(kase, decided)
  }
  return kase
}

/** Quarrels that end without the words of an agreement, which chance seldom finds. */
const settled = caseServices.flatMap((rules) => (rules.needsAgreement ? [{ ...rules, needsAgreement: false }] : []))

const history = fc.tuple(
  fc.constantFrom<Rules[]>(...caseServices, ...settled),
  fc.nat(2),
  fc.array(each, { minLength: 20, maxLength: 40, size: 'max' }),
)
const seeded = { seed: 20260310, numRuns: 700 }

/** Every case that such a history goes through, in order. */
function walked(rules: Rules, beginning: number, throws: Throw[]): CaseFacts[] {
  const first = beginnings(rules)[beginning]?.[1]
  if (!first) throw new Error('no such beginning')
  return throws.reduce((all, one) => [...all, after1(all.at(-1) as CaseFacts, one, rules)], [first])
}

describe('figures', () => {
  test('counted step by step agree with the recount, after ten thousand random steps', () => {
    const live = new Map<string, typeof noFigures>()
    const cases: { steps: CaseFacts['steps']; counts: Rules['counts'] }[] = []
    let steps = 0
    fc.assert(
      fc.property(history, ([rules, beginning, throws]) => {
        const end = walked(rules, beginning, throws).at(-1) as CaseFacts
        cases.push({ steps: end.steps, counts: rules.counts })
        steps += end.steps.length
        for (const step of end.steps)
          for (const { month, deltas } of effectsOf(end, step, rules).count)
            live.set(month, addFigures(live.get(month) ?? noFigures, deltas))
      }),
      seeded,
    )
    expect(steps).toBeGreaterThan(10_000)
    const counted = figuresOf(cases)
    const months = [...new Set([...live.keys(), ...counted.keys()])].sort()
    for (const month of months)
      expect([month, live.get(month) ?? noFigures]).toEqual([month, counted.get(month) ?? noFigures])
    const total = [...counted.values()].reduce(addFigures, noFigures)
    for (const figure of ['asked', 'solved', 'mediated', 'reopened', 'declined', 'scored'] as const)
      expect([figure, total[figure] > 0]).toEqual([figure, true])
  }, 120_000)

  test('of a quarrel that ended count as mediated, those of an order as no opinion', () => {
    const at = Date.parse('2026-03-10T09:00:00+08:00')
    const steps = [
      { turn: 1, at, state: 'asked' as const },
      { turn: 2, at, state: 'closed' as const, outcome: 'done' as const, stars: 5 },
    ]
    expect(figuresOf([{ steps, counts: 'opinion' }]).get('2026-03')).toMatchObject({ asked: 1, solved: 1, mediated: 0 })
    expect(figuresOf([{ steps, counts: 'dispute' }]).get('2026-03')).toMatchObject({ asked: 1, solved: 0, mediated: 1 })
    expect(figuresOf([{ steps, counts: 'order' }]).get('2026-03')).toMatchObject({ asked: 0, solved: 0, scored: 1 })
  })

  test('taken back by a reopening are taken from the month in which it had ended', () => {
    const day = (words: string) => Date.parse(`${words}T09:00:00+08:00`)
    const steps = [
      { turn: 1, at: day('2026-03-10'), state: 'asked' as const },
      { turn: 2, at: day('2026-03-30'), state: 'closed' as const, outcome: 'done' as const },
      { turn: 3, at: day('2026-04-02'), state: 'asked' as const },
    ]
    const months = figuresOf([{ steps, counts: 'opinion' }])
    expect(months.get('2026-03')).toMatchObject({ asked: 1, solved: 0 })
    expect(months.get('2026-04')).toMatchObject({ reopened: 1 })
  })
})

describe('money', () => {
  test('in hands is never less than nothing, and nothing when it is done', () => {
    fc.assert(
      fc.property(history, ([rules, beginning, throws]) => {
        for (const kase of walked(rules, beginning, throws)) {
          const { advance, spent, returned, cleared = 0, balance } = moneyOf(kase.steps)
          expect(balance).toBeGreaterThanOrEqual(0)
          expect(advance - spent - returned - cleared).toBe(balance)
          if (kase.state === 'resolved' || kase.outcome === 'done') expect(balance).toBe(0)
        }
      }),
      { ...seeded, numRuns: 150 },
    )
  }, 120_000)

  const step = (
    move: 'begin' | 'take' | 'spend' | 'giveChange' | 'giveBack',
    state: CaseFacts['state'],
    fen?: number,
  ) => ({
    move,
    state,
    ...(fen === undefined ? {} : { fen }),
  })
  const taken = [step('begin', 'open', 10_000), step('take', 'doing')]

  test('that came back from who gave it up is handed to the next', () => {
    const given = [...taken, step('spend', 'doing', 4_000), step('giveChange', 'doing', 6_000)]
    expect(moneyOf(given)).toEqual({ advance: 10_000, spent: 4_000, returned: 6_000, balance: 0 })
    expect(moneyOf([...given, step('giveBack', 'open'), step('take', 'doing')]).balance).toBe(6_000)
  })
})

test('in whose hands a case is can be read from its steps alone', () => {
  fc.assert(
    fc.property(history, ([rules, beginning, throws]) => {
      for (const kase of walked(rules, beginning, throws)) {
        if (!['dispatched', 'doing'].includes(kase.state)) continue
        const then = after(kase, kase.turn)
        expect([...then.helpers].sort()).toEqual([...kase.helpers].sort())
        expect([...then.units].sort()).toEqual([...kase.unitIds].sort())
        expect(then.doerId).toBe(kase.doerId)
      }
    }),
    { ...seeded, numRuns: 150 },
  )
}, 120_000)
