// How screens say time, always UTC+8; moments are ms. The plainer words live in core/domain/times.
import { calendar, clockWords, dayOf, momentOfDay, startOfDay } from '@core/domain/times'

const minute = 60_000
const hour = 60 * minute
const dayLong = 24 * hour

/** Whole days from now to a moment: 0 today, 1 tomorrow, negative when past. */
export const daysAway = (at: number, now: number) => Math.round((startOfDay(at) - startOfDay(now)) / dayLong)

/** 今天, 明天, 周六 within the week, 11 月 28 日 beyond it. */
export function nearDay(at: number, now: number): string {
  const away = daysAway(at, now)
  if (away === 0) return '今天'
  if (away === 1) return '明天'
  const { year, month, date, weekday } = calendar(at)
  if (away > 1 && away < 7) return weekday
  const isThisYear = year === calendar(now).year
  return `${isThisYear ? '' : `${year} 年 `}${month} 月 ${date} 日`
}

/** 周六 9:00 */
export const nearMoment = (at: number, now: number) => `${nearDay(at, now)} ${clockWords(at)}`

/** 周六 11 月 28 日 9:00; 今天 and 明天 go without their date. */
export function fullMoment(at: number, now: number): string {
  const away = daysAway(at, now)
  if (away === 0 || away === 1) return nearMoment(at, now)
  const { month, date, weekday, year } = calendar(at)
  const isThisYear = year === calendar(now).year
  return `${weekday} ${isThisYear ? '' : `${year} 年 `}${month} 月 ${date} 日 ${clockWords(at)}`
}

/**
 * A deadline or draw of an event: 周三 20:00 on its own day; with its date on another, that it may not read as the
 * weekday after: 11 月 25 日周三 20:00. 今天 and 明天 go without.
 */
export function datedMoment(at: number, eventAt: number, now: number): string {
  const away = daysAway(at, now)
  if (away === 0 || away === 1 || dayOf(at) === dayOf(eventAt)) return nearMoment(at, now)
  const { month, date, weekday, year } = calendar(at)
  return `${year === calendar(now).year ? '' : `${year} 年 `}${month} 月 ${date} 日${weekday} ${clockWords(at)}`
}

/** 上午 9 点半, as one says it. */
export function spokenHour(at: number): string {
  const { hour, minute } = calendar(at)
  const part = hour < 6 ? '清晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
  const said = hour > 12 ? hour - 12 : hour
  if (minute === 0) return `${part} ${said} 点`
  return minute === 30 ? `${part} ${said} 点半` : `${part} ${said} 点 ${minute} 分`
}

/** 今天下午 4 点 */
export const spokenMoment = (at: number, now: number) => {
  const day = nearDay(at, now)
  return /\d/.test(day) ? `${day} ${spokenHour(at)}` : `${day}${spokenHour(at)}`
}

/** 还有 6 天, 还有 7 个多小时, 还有 20 分钟; 正在进行 between start and end; empty once over. */
export function awayWords(startsAt: number, endsAt: number, now: number): string {
  if (now >= endsAt) return ''
  if (now >= startsAt) return '正在进行'
  const away = daysAway(startsAt, now)
  if (away >= 2) return `还有 ${away} 天`
  const left = startsAt - now
  if (away === 1 && left > 12 * hour) return '明天见'
  const hours = Math.floor(left / hour)
  if (hours === 0) return `还有 ${Math.max(1, Math.ceil(left / minute))} 分钟`
  return left - hours * hour > 20 * minute ? `还有 ${hours} 个多小时` : `还有 ${hours} 小时`
}

/** 2 小时, 1 个半小时, 40 分钟, 3 天. */
export function lengthWords(startsAt: number, endsAt: number): string {
  const minutes = Math.round((endsAt - startsAt) / minute)
  if (minutes >= 24 * 60) return `${Math.ceil(minutes / 60 / 24)} 天`
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (rest === 0) return `${hours} 小时`
  return rest === 30 ? `${hours} 个半小时` : `${hours} 小时 ${rest} 分`
}

/** The heading of a day in a list: 今天, 明天 · 周一, 周六 · 28 日. */
export function dayHeading(day: string, now: number): string {
  const at = momentOfDay(day)
  const { month, date, weekday } = calendar(at)
  const away = daysAway(at, now)
  if (away === 0) return '今天'
  if (away === 1) return `明天 · ${weekday}`
  if (month === calendar(now).month) return `${weekday} · ${date} 日`
  return `${weekday} · ${month} 月 ${date} 日`
}

/** A day's two lines in the week: 今天 or 周六, and 28. */
export function weekCell(day: string, now: number): { weekday: string; date: string; spoken: string } {
  const at = momentOfDay(day)
  const { month, date, weekday } = calendar(at)
  const isToday = dayOf(now) === day
  return {
    weekday: isToday ? '今天' : weekday,
    date: String(date),
    spoken: `${isToday ? '今天' : weekday}，${month} 月 ${date} 日`,
  }
}
