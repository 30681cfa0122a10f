import {
  awayWords,
  dayHeading,
  fullMoment,
  lengthWords,
  nearDay,
  nearMoment,
  spokenHour,
  spokenMoment,
  weekCell,
} from '@/parts/say-time'
import { at, now } from './moments'

test.each([
  ['2026-11-22T00:00', '今天'],
  ['2026-11-22T23:59', '今天'],
  ['2026-11-23T00:00', '明天'],
  ['2026-11-24T00:00', '周二'],
  ['2026-11-28T23:59', '周六'],
  ['2026-11-29T00:00', '11 月 29 日'],
  ['2026-11-21T23:59', '11 月 21 日'],
  ['2027-01-01T09:00', '2027 年 1 月 1 日'],
])('near: %s is %s', (moment, words) => expect(nearDay(at(moment), now)).toBe(words))

test('a minute before midnight, a minute later is tomorrow', () => {
  const late = at('2026-11-22T23:59')
  expect(nearMoment(late + 60_000, late)).toBe('明天 0:00')
  expect(nearMoment(late, late)).toBe('今天 23:59')
})

test.each([
  ['2026-11-22T09:00', '今天 9:00'],
  ['2026-11-23T09:00', '明天 9:00'],
  ['2026-11-28T09:00', '周六 11 月 28 日 9:00'],
  ['2027-01-02T14:05', '周六 2027 年 1 月 2 日 14:05'],
])('in full: %s is %s', (moment, words) => expect(fullMoment(at(moment), now)).toBe(words))

test.each([
  ['05:30', '清晨 5 点半'],
  ['09:00', '上午 9 点'],
  ['12:00', '中午 12 点'],
  ['12:30', '中午 12 点半'],
  ['13:00', '下午 1 点'],
  ['16:05', '下午 4 点 5 分'],
  ['18:00', '晚上 6 点'],
  ['23:59', '晚上 11 点 59 分'],
])('spoken: %s is %s', (clock, words) => expect(spokenHour(at(`2026-11-22T${clock}`))).toBe(words))

test('a spoken moment keeps a space only behind a date', () => {
  expect(spokenMoment(at('2026-11-22T16:00'), now)).toBe('今天下午 4 点')
  expect(spokenMoment(at('2026-12-05T16:00'), now)).toBe('12 月 5 日 下午 4 点')
})

describe('how long until it starts', () => {
  const start = at('2026-11-25T09:00')
  const end = at('2026-11-25T11:00')
  test.each([
    ['2026-11-22T23:59', '还有 3 天'],
    ['2026-11-23T00:00', '还有 2 天'],
    ['2026-11-24T20:59', '明天见'],
    ['2026-11-24T21:00', '还有 12 小时'],
    ['2026-11-25T00:00', '还有 9 小时'],
    ['2026-11-25T06:30', '还有 2 个多小时'],
    ['2026-11-25T08:00', '还有 1 小时'],
    ['2026-11-25T08:40', '还有 20 分钟'],
    ['2026-11-25T08:59', '还有 1 分钟'],
    ['2026-11-25T09:00', '正在进行'],
    ['2026-11-25T10:59', '正在进行'],
    ['2026-11-25T11:00', ''],
  ])('at %s: %s', (moment, words) => expect(awayWords(start, end, at(moment))).toBe(words))
})

test.each([
  [40, '40 分钟'],
  [60, '1 小时'],
  [90, '1 个半小时'],
  [100, '1 小时 40 分'],
  [24 * 60 - 1, '23 小时 59 分'],
  [24 * 60, '1 天'],
  [49 * 60, '3 天'],
])('%s minutes are %s', (minutes, words) => expect(lengthWords(now, now + minutes * 60_000)).toBe(words))

test.each([
  ['2026-11-22', '今天'],
  ['2026-11-23', '明天 · 周一'],
  ['2026-11-28', '周六 · 28 日'],
  ['2026-12-05', '周六 · 12 月 5 日'],
])('the heading of %s is %s', (day, words) => expect(dayHeading(day, now)).toBe(words))

test('a cell of the week says its date aloud, and today by its name', () => {
  expect(weekCell('2026-11-22', now)).toEqual({ weekday: '今天', date: '22', spoken: '今天，11 月 22 日' })
  expect(weekCell('2026-11-28', now)).toEqual({ weekday: '周六', date: '28', spoken: '周六，11 月 28 日' })
})
