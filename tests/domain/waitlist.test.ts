import fc from 'fast-check'
import { hourOf } from '../../cloudfunctions/core/domain/times'
import { answerBy, askFrom } from '../../cloudfunctions/core/domain/waitlist'

const minute = 60_000
const hour = 60 * minute
/** A moment in November 2026, UTC+8. */
const at = (day: number, clock: string) => Date.parse(`2026-11-${String(day).padStart(2, '0')}T${clock}:00+08:00`)

describe('a seat that comes free', () => {
  test('is simply hers when the start is a day away or more', () => {
    expect(answerBy(at(1, '09:00'), at(2, '09:00'))).toBeNull()
    expect(answerBy(at(1, '09:00'), at(2, '08:59'))).not.toBeNull()
  })

  test.each([
    ['two hours to answer by day', at(1, '10:00'), at(1, '20:00'), at(1, '12:00')],
    ['no later than half an hour before the start', at(1, '10:00'), at(1, '11:30'), at(1, '11:00')],
    ['at least a quarter of an hour', at(1, '10:00'), at(1, '10:35'), at(1, '10:15')],
    ['never beyond the start', at(1, '10:00'), at(1, '10:10'), at(1, '10:10')],
    ['late in the evening: till half past eight', at(1, '21:00'), at(2, '15:00'), at(2, '08:30')],
    ['in the small hours: till half past eight', at(2, '03:00'), at(2, '15:00'), at(2, '08:30')],
    ['early in the morning: till half past eight', at(2, '05:30'), at(2, '15:00'), at(2, '08:30')],
    ['at night before an early start: till half an hour before it', at(1, '21:00'), at(2, '08:00'), at(2, '07:30')],
    ['an answer due exactly at eight is due at eight', at(2, '06:00'), at(2, '15:00'), at(2, '08:00')],
  ])('near the start gives %s', (_, now, startsAt, due) => {
    expect(answerBy(now, startsAt)).toBe(due)
  })

  test('always leaves time to answer, and never past the start', () => {
    const moments = fc.tuple(fc.integer({ min: 0, max: 3 * 24 * 60 }), fc.integer({ min: 1, max: 24 * 60 - 1 }))
    fc.assert(
      fc.property(moments, ([from, away]) => {
        const now = at(1, '00:00') + from * minute
        const startsAt = now + away * minute
        const due = answerBy(now, startsAt) ?? 0
        expect(due).toBeGreaterThanOrEqual(Math.min(now + 15 * minute, startsAt))
        expect(due).toBeLessThanOrEqual(startsAt)
      }),
    )
  })

  test('asks for no answer between 22:00 and 8:00 when the start is late enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 60 }), (minutes) => {
        const now = at(1, '00:00') + minutes * minute
        const due = answerBy(now, now + askFrom - minute) ?? 0
        expect(hourOf(due)).toBeGreaterThanOrEqual(8)
        expect(hourOf(due)).toBeLessThan(22)
        expect(due - now).toBeLessThanOrEqual(13 * hour)
      }),
    )
  })
})
