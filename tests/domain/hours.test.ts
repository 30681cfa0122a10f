import fc from 'fast-check'
import { hoursWords, plannedMinutes, servedMinutes, toQuarter } from '../../cloudfunctions/core/domain/hours'

const minute = 60_000
const hour = 60 * minute
const start = Date.parse('2026-09-05T09:00:00+08:00')
const times = { startsAt: start, endsAt: start + 2 * hour }
const served = (inAt: number, outAt: number) => servedMinutes({ ...times, inAt, outAt })

describe('hours', () => {
  test('count from coming to going, to the nearest quarter of an hour', () => {
    expect(served(start, start + 2 * hour)).toBe(120)
    expect(served(start + 7 * minute, start + 2 * hour)).toBe(120)
    expect(served(start + 8 * minute, start + 2 * hour)).toBe(105)
  })
  test('half a quarter counts up', () => {
    expect(toQuarter(7.5 * minute)).toBe(15)
    expect(toQuarter(7.5 * minute - 1)).toBe(0)
  })
  test('coming early counts from half an hour before the start', () => {
    expect(served(start - hour, start + 2 * hour)).toBe(150)
    expect(served(start - 15 * minute, start + 2 * hour)).toBe(135)
  })
  test('staying late counts until half an hour after the end', () => {
    expect(served(start, start + 5 * hour)).toBe(150)
  })
  test('who came after all was over served no time', () => {
    expect(served(start + 3 * hour, start + 4 * hour)).toBe(0)
    expect(served(start - 3 * hour, start - 2 * hour)).toBe(0)
  })
  test('planned are those of her own part', () => {
    expect(plannedMinutes(times)).toBe(120)
    expect(plannedMinutes({ startsAt: start, endsAt: start + 10 * minute })).toBe(15)
  })
  test('are never below zero, never more than an hour beyond the plan, always quarters', () => {
    const moment = fc.integer({ min: -5 * hour, max: 7 * hour }).map((away) => start + away)
    fc.assert(
      fc.property(moment, moment, (inAt, outAt) => {
        const minutes = served(inAt, outAt)
        expect(minutes % 15).toBe(0)
        expect(minutes).toBeGreaterThanOrEqual(0)
        expect(minutes).toBeLessThanOrEqual(180)
      }),
    )
  })
  test('are said as people say them', () => {
    expect([0, 45, 60, 75, 90, 120, -30].map(hoursWords)).toEqual([
      '0 小时',
      '45 分钟',
      '1 小时',
      '1.25 小时',
      '1.5 小时',
      '2 小时',
      '-30 分钟',
    ])
  })
})
