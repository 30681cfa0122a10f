// Days and hours as people in the county say them: always UTC+8, whatever the phone or the cloud is set to.
const hour = 3_600_000
/** A day, ms. */
export const dayLong = 24 * hour
const east8 = 8 * hour
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** The calendar of a moment in UTC+8; `weekday` is 周一 and so on. */
export function calendar(at: number) {
  const date = new Date(at + east8)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    weekday: weekdays[date.getUTCDay()] ?? '',
  }
}

const two = (n: number) => String(n).padStart(2, '0')

/** The day of a moment: yyyy-mm-dd. */
export function dayOf(at: number): string {
  const { year, month, date } = calendar(at)
  return `${year}-${two(month)}-${two(date)}`
}

/** Midnight at which the day of a moment began. */
export const startOfDay = (at: number) => Math.floor((at + east8) / dayLong) * dayLong - east8

/** Midnight of a day written yyyy-mm-dd. */
export const momentOfDay = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/** Where the month of a moment begins, and where the next does. */
export function monthAround(at: number): [number, number] {
  const { year, month } = calendar(at)
  const first = (y: number, m: number) => momentOfDay(`${y}-${two(m)}-01`)
  return [first(year, month), month === 12 ? first(year + 1, 1) : first(year, month + 1)]
}

/** The seven days from the day of a moment on, each yyyy-mm-dd. */
export const weekFrom = (at: number) => Array.from({ length: 7 }, (_, n) => dayOf(startOfDay(at) + n * dayLong))

/** The hour of the day, with its fraction: 9.5 is half past nine. */
export const hourOf = (at: number) => (at - startOfDay(at)) / hour

/** A moment on the same day, at an hour such as 8.5. */
export const atHour = (at: number, wanted: number) => startOfDay(at) + wanted * hour

/** 9:00 */
export function clockWords(at: number): string {
  const { hour, minute } = calendar(at)
  return `${hour}:${two(minute)}`
}

/** 9 月 3 日 周三; with its year when that is another one. For what is read on another day than it was written. */
export function dateWords(at: number, now: number): string {
  const { year, month, date, weekday } = calendar(at)
  return `${year === calendar(now).year ? '' : `${year} 年 `}${month} 月 ${date} 日 ${weekday}`
}

/** 今天, 明天, 后天, or 9 月 3 日 周三; with its year when that is another one. */
export function dayWords(at: number, now: number): string {
  const away = Math.round((startOfDay(at) - startOfDay(now)) / dayLong)
  if (away === 0) return '今天'
  if (away === 1) return '明天'
  if (away === 2) return '后天'
  return dateWords(at, now)
}

/** 明天 9:00 */
export const momentWords = (at: number, now: number) => `${dayWords(at, now)} ${clockWords(at)}`

/** 明天 9:00–11:00; both days are named when it ends on another one. */
export const spanWords = (startsAt: number, endsAt: number, now: number) => span(startsAt, endsAt, now, dayWords)

/** 9 月 3 日 周三 9:00–11:00, whatever day it is read on. */
export const datedSpanWords = (startsAt: number, endsAt: number, now: number) => span(startsAt, endsAt, now, dateWords)

function span(startsAt: number, endsAt: number, now: number, words: typeof dayWords): string {
  const moment = (at: number) => `${words(at, now)} ${clockWords(at)}`
  return `${moment(startsAt)}–${dayOf(startsAt) === dayOf(endsAt) ? clockWords(endsAt) : moment(endsAt)}`
}
