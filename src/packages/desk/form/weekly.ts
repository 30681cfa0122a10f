import type { SeriesRule } from '@core/contract'
import { festivalsBetween } from '@core/domain/festivals'
import { daysOf } from '@core/domain/series'
import { calendar, dayOf, momentOfDay } from '@core/domain/times'

const dayMs = 24 * 3_600_000
const usualWeeks = 8
/** Between a number and its unit, so that they stay in one line. */
const tie = '\u00a0'
const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** How a leader sets a series: which weekdays, until when, and what of it is left out. */
export interface Weekly {
  /** 1 is Monday, 7 is Sunday. */
  weekdays: number[]
  /** Last day, yyyy-mm-dd. */
  to: string
  /** Days left out by hand. */
  left: string[]
  /** Days off on which it is held all the same. */
  held: string[]
}

/** 周三 */
export const weekdayName = (weekday: number) => names[weekday - 1] ?? ''
/** The weekday of a moment, 1 Monday to 7 Sunday. */
export const weekdayAt = (at: number) => names.indexOf(calendar(at).weekday as (typeof names)[number]) + 1
/** 每周二、周四 */
export const weekdaysWords = (weekdays: readonly number[]) =>
  `每${[...weekdays]
    .sort((a, b) => a - b)
    .map(weekdayName)
    .join('、')}`

/** Once a week on the day of a moment, for eight weeks. */
export const weeklyFrom = (startsAt: number): Weekly => ({
  weekdays: [weekdayAt(startsAt)],
  to: dayOf(startsAt + (usualWeeks - 1) * 7 * dayMs),
  left: [],
  held: [],
})

const daysOff = (from: string, to: string) =>
  festivalsBetween(from, to).flatMap(({ day, isDayOff }) => (isDayOff ? [day] : []))

/** The rule that a series would have: public holidays are left out unless they are held by hand. */
export function ruleOf({ weekdays, to, left, held }: Weekly, from: string): SeriesRule {
  const all = { weekdays: [...weekdays].sort((a, b) => a - b), from, to, skip: [] }
  const meant = new Set([...left, ...daysOff(from, to).filter((day) => !held.includes(day))])
  // The cloud keeps what matters only: days on which there would be a meeting.
  return { ...all, skip: daysOf(all).filter((day) => meant.has(day)) }
}

/** How the rule of a series was set. */
export function weeklyOf({ weekdays, from, to, skip }: SeriesRule): Weekly {
  return { weekdays, to, left: skip, held: daysOff(from, to).filter((day) => !skip.includes(day)) }
}

/** A festival on which a meeting falls, and whether that one is left out. */
export interface FestivalMet {
  day: string
  name: string
  isOut: boolean
}

/** Festivals that fall on days of the series, by name; several of one day in one. */
export function festivalsMet(weekly: Weekly, from: string): FestivalMet[] {
  const out = ruleOf(weekly, from).skip
  const meant = daysOf({ weekdays: weekly.weekdays, from, to: weekly.to, skip: [] })
  const byDay = new Map<string, string[]>()
  for (const { day, name } of festivalsBetween(from, weekly.to)) {
    if (meant.includes(day)) byDay.set(day, [...(byDay.get(day) ?? []), name])
  }
  return [...byDay].map(([day, names]) => ({ day, name: [...new Set(names)].join('、'), isOut: out.includes(day) }))
}

/** Leaves a day out, or holds it. */
export function withDay(weekly: Weekly, day: string, isOut: boolean): Weekly {
  const left = weekly.left.filter((each) => each !== day)
  const held = weekly.held.filter((each) => each !== day)
  return isOut ? { ...weekly, left: [...left, day], held } : { ...weekly, left, held: [...held, day] }
}

/** Another first day takes the weekday along. */
export function onWeekdayOf(weekly: Weekly, startsAt: number): Weekly {
  const weekday = weekdayAt(startsAt)
  if (weekly.weekdays.includes(weekday)) return weekly
  return { ...weekly, weekdays: weekly.weekdays.length === 1 ? [weekday] : [...weekly.weekdays, weekday] }
}

/** The days of a month in one line: 12 月：5、12、19、26 日; the year is named where it changes. */
export function monthLines(days: readonly string[]): string[] {
  const months = new Map<string, number[]>()
  for (const day of [...days].sort()) {
    const { year, month, date } = calendar(momentOfDay(day))
    const key = `${year} ${month}`
    months.set(key, [...(months.get(key) ?? []), date])
  }
  const [firstYear] = [...months.keys()][0]?.split(' ') ?? []
  return [...months].map(([key, dates]) => {
    const [year, month] = key.split(' ')
    return `${year === firstYear ? '' : `${year} 年 `}${month} 月：${dates.join('、')}${tie}日`
  })
}
