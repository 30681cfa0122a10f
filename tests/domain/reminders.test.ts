import fc from 'fast-check'
import { eveOf, soonOf, startsDue, type Reminding } from '../../cloudfunctions/core/domain/reminders'

const minute = 60_000
const hour = 60 * minute
const at = (text: string) => Date.parse(`${text}:00+08:00`)

describe('a reminder', () => {
  test('comes at six in the evening before', () => {
    expect(eveOf(at('2026-09-05T09:00'))).toBe(at('2026-09-04T18:00'))
    expect(eveOf(at('2026-09-05T00:10'))).toBe(at('2026-09-04T18:00'))
    expect(eveOf(at('2026-09-05T23:50'))).toBe(at('2026-09-04T18:00'))
  })
  test('comes two hours before the start', () => {
    expect(soonOf(at('2026-09-05T09:00'))).toBe(at('2026-09-05T07:00'))
  })
  test('wakes nobody: what would be due between ten at night and six is left to the evening before', () => {
    const starts = ['07:59', '08:00', '00:00', '23:59'].map((clock) => at(`2026-09-05T${clock}`))
    expect(starts.map((start) => soonOf(start) !== null)).toEqual([false, true, false, true])
  })
  test('is found once by rounds at any moments, while what it is about has not begun', () => {
    const base = at('2026-09-04T00:00')
    const starts = fc.integer({ min: 0, max: 4 * 24 * 60 }).map((minutes) => base + minutes * minute)
    const steps = fc.array(fc.integer({ min: 1, max: 5 * hour }), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(starts, steps, fc.constantFrom<Reminding>('eve', 'soon'), (startsAt, gaps, which) => {
        const due = which === 'eve' ? eveOf(startsAt) : startsAt - 2 * hour
        let since = base - hour
        const found: number[] = []
        for (const gap of gaps) {
          const now = since + gap
          const starting = startsDue(which, since, now)
          if (starting && starting.from <= startsAt && startsAt < starting.until) found.push(now)
          since = now
        }
        const first = gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? base - hour) + gap], [])
        const round = first.find((now) => now >= due)
        const isInTime = round !== undefined && round < startsAt && due > base - hour
        expect(found).toEqual(isInTime ? [round] : [])
      }),
      { numRuns: 2000, seed: 4 },
    )
  })
})
