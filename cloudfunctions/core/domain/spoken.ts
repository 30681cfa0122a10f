// Moments as they are said aloud, for paper and large type that is read to somebody.
import { calendar } from './times'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 0 to 99 as it is said: 二十五. */
export function spokenNumber(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  if (tens === 0) return digits[ones] ?? ''
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}

/** 上午九点, 下午两点半, 晚上七点零五分 */
export function spokenClock(at: number): string {
  const { hour, minute } = calendar(at)
  const part = hour < 6 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  const onDial = hour > 12 ? hour - 12 : hour
  const clock = `${part}${onDial === 2 ? '两' : spokenNumber(onDial)}点`
  if (minute === 0) return clock
  if (minute === 30) return `${clock}半`
  return `${clock}${minute < 10 ? '零' : ''}${spokenNumber(minute)}分`
}

/** 11月28日 周六, whatever day it is read on. */
export function spokenDay(at: number): string {
  const { month, date, weekday } = calendar(at)
  return `${month}月${date}日 ${weekday}`
}
