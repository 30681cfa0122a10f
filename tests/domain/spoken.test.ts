import { spokenClock, spokenDay, spokenNumber } from '../../cloudfunctions/core/domain/spoken'

const at = (clock: string) => Date.parse(`2026-11-28T${clock}:00+08:00`)

describe('a moment as it is said', () => {
  test.each([
    ['00:00', '凌晨零点'],
    ['05:05', '凌晨五点零五分'],
    ['09:00', '上午九点'],
    ['11:40', '上午十一点四十分'],
    ['12:30', '中午十二点半'],
    ['14:00', '下午两点'],
    ['15:25', '下午三点二十五分'],
    ['22:10', '晚上十点十分'],
  ])('%s is %s', (clock, said) => {
    expect(spokenClock(at(clock))).toBe(said)
  })

  test('a day has its date and its weekday, whatever day it is read on', () => {
    expect(spokenDay(at('09:00'))).toBe('11月28日 周六')
  })

  test('numbers up to ninety-nine', () => {
    expect([0, 7, 10, 11, 20, 99].map(spokenNumber)).toEqual(['零', '七', '十', '十一', '二十', '九十九'])
  })
})
