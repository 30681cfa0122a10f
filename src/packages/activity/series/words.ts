// A series in words: its rule, its months, what a sign-up to it came to.
import { refuse, sentence, type RefusalCode, type SeriesRule } from '@core/contract'
import { festivalsBetween } from '@core/domain/festivals'
import { calendar, dayOf, momentOfDay } from '@core/domain/times'

const weekdayWords = ['一', '二', '三', '四', '五', '六', '日']

/** 每周二、四；每天；周一到周五 */
export function weekdaysWords(weekdays: readonly number[]): string {
  const days = [...new Set(weekdays)].sort((a, b) => a - b)
  if (days.length === 7) return '每天'
  if (days.join() === '1,2,3,4,5') return '周一到周五'
  return `每周${days.map((day) => weekdayWords[day - 1] ?? '').join('、')}`
}

const dateWords = (day: string) => {
  const { month, date } = calendar(momentOfDay(day))
  return `${month} 月 ${date} 日`
}

/** The festivals of a day, without repeating: 除夕、春节. */
export const festivalOn = (day: string): string =>
  [...new Set(festivalsBetween(day, day).map(({ name }) => name))].join('、')

/** 每周二，11 月 24 日到 12 月 29 日 */
export const ruleWords = ({ weekdays, from, to }: SeriesRule) =>
  `${weekdaysWords(weekdays)}，${dateWords(from)}到${from.slice(0, 4) === to.slice(0, 4) ? '' : ` ${to.slice(0, 4)} 年`} ${dateWords(to)}`

/** Days left out that are still to come, with their festival: 1 月 1 日元旦不办; empty when none. */
export function skipWords({ skip }: SeriesRule, now: number): string {
  const today = dayOf(now)
  const days = [...skip].sort().filter((day) => day >= today)
  if (days.length === 0) return ''
  const named = days.slice(0, 3).map((day) => [dateWords(day), festivalOn(day)].filter(Boolean).join(''))
  return `${named.join('、')}${days.length > 3 ? `等 ${days.length} 天` : ''}不办`
}

/** Meetings with the first of each month marked: 12 月, with its year when that is another one. */
export function withMonths<T extends { startsAt: number }>(
  items: readonly T[],
  now: number,
): { item: T; heading: string; isFirst: boolean }[] {
  let before = ''
  return items.map((item, index) => {
    const { year, month } = calendar(item.startsAt)
    const words = `${year === calendar(now).year ? '' : `${year} 年 `}${month} 月`
    const heading = words === before ? '' : words
    before = words
    return { item, heading, isFirst: index === 0 }
  })
}

interface Outcome {
  mine: { state: string } | null
  refused: string
}

/** What a sign-up to several meetings came to: 报上 8 场，候补 1 场，1 场没报上. */
export function outcomeWords(items: readonly Outcome[]): string {
  const count = (state: string) => items.filter(({ mine }) => mine?.state === state).length
  const refused = items.filter(({ mine }) => mine === null).length
  const parts = [
    [count('in') + count('offered'), (n: number) => `报上 ${n} 场`],
    [count('waiting'), (n: number) => `候补 ${n} 场`],
    [count('asked'), (n: number) => `${n} 场等消息`],
    [refused, (n: number) => `${n} 场没报上`],
  ] as const
  return parts.flatMap(([n, say]) => (n > 0 ? [say(n)] : [])).join('，') || '没有可以报的了'
}

/** Why a meeting was not to be had, in one clause. */
export const refusedWords = (code: string) => sentence(refuse(code as RefusalCode)).why
