// Working time: what counts for a deadline, on real days of 2026.
import fc from 'fast-check'
import { clocks, type Clock } from '../../cloudfunctions/core/contract'
import { festivalsBetween } from '../../cloudfunctions/core/domain/festivals'
import { madeUp } from '../../cloudfunctions/core/domain/holidays'
import { dayOf, hourOf, momentOfDay } from '../../cloudfunctions/core/domain/times'
import { addWorking, clockLengths, isWorkingDay, workingBetween } from '../../cloudfunctions/core/domain/working-time'
import { pause, resume, runFor } from '../../cloudfunctions/core/domain/case-clock'

const hour = 3_600_000
const at = (words: string) => Date.parse(`${words.replace(' ', 'T')}:00+08:00`)
const moment = fc.integer({ min: at('2026-01-01 00:00'), max: at('2026-12-31 23:59') })
const length = fc.integer({ min: 1, max: 150 * hour })
const clock = fc.constantFrom<Clock>(...clocks)

describe('working time', () => {
  test.each<[string, Clock, string, string]>([
    ['two hours in the afternoon', '2h', '2026-11-24 14:00', '2026-11-24 16:00'],
    ['two hours late in the evening end the next morning', '2h', '2026-11-24 19:00', '2026-11-25 09:00'],
    ['two hours count on a Sunday too', '2h', '2026-11-22 21:00', '2026-11-23 10:00'],
    ['a working day asked for at noon ends at noon', '24h', '2026-11-24 12:00', '2026-11-25 12:00'],
    ['a working day asked for on a Friday ends on Monday', '24h', '2026-11-20 15:00', '2026-11-23 15:00'],
    ['seven working days pass over a weekend', '7d', '2026-11-23 08:00', '2026-12-01 18:00'],
    ['a working day asked for before the National Day ends after it', '24h', '2026-09-30 16:00', '2026-10-08 16:00'],
    ['a Saturday on which people work counts', '24h', '2026-10-09 16:00', '2026-10-10 16:00'],
  ])('%s', (_, kind, from, to) => {
    expect(addWorking(at(from), clockLengths[kind], kind)).toBe(at(to))
  })

  test('there and back is the same length', () => {
    fc.assert(
      fc.property(moment, length, clock, (from, ms, kind) => {
        expect(workingBetween(from, addWorking(from, ms, kind), kind)).toBe(ms)
      }),
    )
  })

  test('more time never ends earlier, and asking later never ends earlier', () => {
    fc.assert(
      fc.property(moment, length, length, clock, (from, one, other, kind) => {
        const [less, more] = one < other ? [one, other] : [other, one]
        expect(addWorking(from, less, kind)).toBeLessThanOrEqual(addWorking(from, more, kind))
        expect(addWorking(from, less, kind)).toBeLessThanOrEqual(addWorking(from + more, less, kind))
      }),
    )
  })

  test('a deadline of working days never falls into a holiday, a weekend or the night', () => {
    fc.assert(
      fc.property(moment, length, fc.constantFrom<Clock>('24h', '7d', '15d'), (from, ms, kind) => {
        const due = addWorking(from, ms, kind)
        const off = festivalsBetween(dayOf(due), dayOf(due)).some((festival) => festival.isDayOff)
        expect(off).toBe(false)
        expect(isWorkingDay(due)).toBe(true)
        expect(hourOf(due)).toBeGreaterThan(8)
        expect(hourOf(due)).toBeLessThanOrEqual(18)
      }),
    )
  })

  test('a deadline of two hours never falls into the night', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 2 * hour }), (from, ms) => {
        const due = hourOf(addWorking(from, ms, '2h'))
        expect(due).toBeGreaterThan(8)
        expect(due).toBeLessThanOrEqual(20)
      }),
    )
  })

  test('a clock that stood still goes on with what was left of it', () => {
    fc.assert(
      fc.property(moment, length, clock, fc.nat(200 * hour), (from, ms, kind, wait) => {
        const running = { clock: kind, dueAt: addWorking(from, ms, kind) }
        const still = pause(running, from)
        expect(still.left).toBe(ms)
        const again = resume({ ...still, project: null, state: 'waiting', before: 'doing' }, from + wait)
        expect(workingBetween(from + wait, again.dueAt, kind)).toBe(Math.max(ms, hour / 2))
      }),
    )
  })

  test('a reminder comes when a quarter is left, and half an hour before at the latest', () => {
    fc.assert(
      fc.property(moment, length, clock, (from, ms, kind) => {
        const { dueAt, nextAt } = runFor(ms, kind, from)
        expect(nextAt).toBeLessThanOrEqual(dueAt)
        if (ms > hour / 2) expect(workingBetween(nextAt, dueAt, kind)).toBe(Math.max(Math.ceil(ms / 4), hour / 2))
      }),
    )
  })

  test('every working day made up for a holiday is a weekend that is no holiday', () => {
    for (const day of madeUp) {
      expect([0, 6]).toContain(new Date(`${day}T12:00:00+08:00`).getUTCDay())
      expect(festivalsBetween(day, day).some((festival) => festival.isDayOff)).toBe(false)
      expect(isWorkingDay(momentOfDay(day))).toBe(true)
    }
  })
})
