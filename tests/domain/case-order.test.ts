// What is ordered for a day goes by that day, over real weekends and holidays, and keeps its place as long as it is wanted.
import fc from 'fast-check'
import type { CaseFacts, CaseStepFact } from '../../cloudfunctions/core/domain/case'
import { clockFor, pause, resume } from '../../cloudfunctions/core/domain/case-clock'
import { freesPlace } from '../../cloudfunctions/core/domain/case-order'
import { dayOf, hourOf, momentOfDay } from '../../cloudfunctions/core/domain/times'
import { serviceOf } from '../../cloudfunctions/core/services/cases'

const hour = 3_600_000
const dayLong = 24 * hour
const rules = serviceOf('order')
if (!rules) throw new Error('nothing can be ordered')

const at = (written: string) => Date.parse(`${written}+08:00`)
const ordered = (day: string, state: CaseFacts['state'], more: Partial<CaseFacts> = {}) => ({
  ...{ project: { id: 'haircut', day, title: '理发' }, state, before: null, isUrgent: false },
  ...{ doClock: '24h' as const, clock: '24h' as const, left: 0 },
  ...more,
})

/** A rule that holds for every order. */
const holds = (rule: string, check: (order: { now: number; ahead: number }) => void) =>
  test(rule, () => fc.assert(fc.property(orders, check)))

/** Any moment of 2026, and a day that can be ordered then. */
const orders = fc.record({
  now: fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-15T00:00') }),
  ahead: fc.integer({ min: 1, max: 14 }),
})

holds('it is done by eight in the evening of its day, whatever day of the week that is', ({ now, ahead }) => {
  const day = dayOf(now + ahead * dayLong)
  const { dueAt = 0, nextAt = 0 } = clockFor(ordered(day, 'doing'), rules, now)
  expect(dueAt).toBe(momentOfDay(day) + 20 * hour)
  expect(nextAt).toBe(momentOfDay(day) + 8 * hour)
})

holds('somebody has it by six the evening before, two hours of the daytime are left in any case', (order) => {
  const { now, ahead } = order
  const day = dayOf(now + ahead * dayLong)
  const { dueAt = 0, nextAt = 0 } = clockFor(ordered(day, 'dispatched'), rules, now)
  const eve = momentOfDay(day) - 6 * hour
  expect(dueAt - now).toBeGreaterThanOrEqual(2 * hour)
  if (dueAt > eve) expect(dueAt - now).toBeLessThanOrEqual(14 * hour)
  expect(nextAt).toBeGreaterThan(now)
  expect(nextAt).toBeLessThan(dueAt)
  expect(hourOf(nextAt)).toBeGreaterThanOrEqual(8)
  expect(hourOf(nextAt)).toBeLessThanOrEqual(20)
})

holds('a question does not put its day off', ({ now, ahead }) => {
  const day = dayOf(now + ahead * dayLong)
  const doing = ordered(day, 'doing')
  const { dueAt = 0, clock = '24h' } = clockFor(doing, rules, now)
  const waiting = { ...doing, ...pause({ clock, dueAt }, now), state: 'waiting' as const, before: 'doing' as const }
  expect(resume(waiting, now + hour).dueAt).toBe(dueAt)
})

test('ordered on a Friday evening for the Sunday, it does not wait for Monday', () => {
  const friday = at('2026-03-13T19:00')
  expect(clockFor(ordered('2026-03-15', 'dispatched'), rules, friday).dueAt).toBe(at('2026-03-14T18:00'))
  expect(clockFor(ordered('2026-03-15', 'doing'), rules, friday).dueAt).toBe(at('2026-03-15T20:00'))
})

test('ordered in the evening for the next morning, two hours of that morning are left to take it', () => {
  expect(clockFor(ordered('2026-03-14', 'dispatched'), rules, at('2026-03-13T22:00')).dueAt).toBe(
    at('2026-03-14T10:00'),
  )
})

test('opened again once its day is over, it has the time that everything else has', () => {
  const later = at('2026-03-17T09:00')
  expect(clockFor(ordered('2026-03-15', 'doing'), rules, later).dueAt).toBe(at('2026-03-18T09:00'))
})

const step = (turn: number, move: CaseStepFact['move'], more: Partial<CaseStepFact> = {}): CaseStepFact => ({
  ...{ turn, at: turn, move, by: 'x', as: 'staff', of: '', key: '', state: 'dispatched', level: 'community' },
  ...{ words: '', to: [], isOpen: false },
  ...more,
})
const frees = (...steps: CaseStepFact[]) =>
  steps
    .filter((each) => freesPlace({ project: ordered('2026-03-15', 'asked').project, steps }, each))
    .map(({ turn }) => turn)

test('keeps its place while it is wanted, and gives it back when another unit has it or it ends undone', () => {
  const begun = step(1, 'begin', { to: ['green'] })
  const declined = step(2, 'decline', { state: 'asked', to: ['green'] })
  expect(frees(begun, declined)).toEqual([])
  expect(frees(begun, declined, step(3, 'dispatch', { to: ['green'] }))).toEqual([])
  expect(frees(begun, declined, step(3, 'dispatch', { to: ['blue'] }))).toEqual([3])
  expect(frees(begun, declined, step(3, 'turnDown', { state: 'closed', outcome: 'declined' }))).toEqual([3])
  expect(frees(begun, step(2, 'confirm', { state: 'closed', outcome: 'done' }))).toEqual([])
  const back = step(4, 'dispatch', { to: ['green'] })
  expect(frees(begun, declined, step(3, 'dispatch', { to: ['blue'] }), back)).toEqual([])
})
