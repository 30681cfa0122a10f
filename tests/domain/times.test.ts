import {
  atHour,
  clockWords,
  datedSpanWords,
  dayOf,
  dayWords,
  hourOf,
  momentOfDay,
  momentWords,
  spanWords,
  startOfDay,
  weekFrom,
} from '../../cloudfunctions/core/domain/times'

const at = (text: string) => Date.parse(`${text}:00+08:00`)
const now = at('2026-11-22T20:15')

describe('time words', () => {
  test.each([
    ['2026-11-22T21:00', '今天'],
    ['2026-11-22T00:00', '今天'],
    ['2026-11-23T00:00', '明天'],
    ['2026-11-24T23:59', '后天'],
    ['2026-11-25T09:00', '11 月 25 日 周三'],
    ['2026-11-21T09:00', '11 月 21 日 周六'],
    ['2027-01-03T09:00', '2027 年 1 月 3 日 周日'],
  ])('%s is called %s', (moment, words) => {
    expect(dayWords(at(moment), now)).toBe(words)
  })

  test('the day changes at midnight in the county, wherever the cloud stands', () => {
    expect(dayOf(at('2026-11-22T00:00'))).toBe('2026-11-22')
    expect(dayOf(at('2026-11-22T00:00') - 1)).toBe('2026-11-21')
    expect(startOfDay(now)).toBe(at('2026-11-22T00:00'))
    expect(momentOfDay('2026-11-22')).toBe(startOfDay(now))
  })

  test('an hour is read as people say it', () => {
    expect(clockWords(at('2026-11-22T09:00'))).toBe('9:00')
    expect(clockWords(at('2026-11-22T14:05'))).toBe('14:05')
    expect(momentWords(at('2026-11-23T09:00'), now)).toBe('明天 9:00')
  })

  test('a span names its day once, and both when it ends on another', () => {
    expect(spanWords(at('2026-11-23T09:00'), at('2026-11-23T11:00'), now)).toBe('明天 9:00–11:00')
    expect(spanWords(at('2026-11-23T22:00'), at('2026-11-24T06:00'), now)).toBe('明天 22:00–后天 6:00')
  })

  test('a span for a kept message names its date, however near it is', () => {
    expect(datedSpanWords(at('2026-11-23T09:00'), at('2026-11-23T11:00'), now)).toBe('11 月 23 日 周一 9:00–11:00')
  })

  test('a week is seven days from today on, across the end of a month', () => {
    expect(weekFrom(at('2026-11-28T23:00'))).toEqual([
      ...['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'],
    ])
  })

  test('half past eight is eight and a half', () => {
    expect(hourOf(atHour(now, 8.5))).toBe(8.5)
    expect(clockWords(atHour(now, 8.5))).toBe('8:30')
  })
})
