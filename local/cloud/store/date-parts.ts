const DAY = 86_400_000

/** Milliseconds of a calendar day; months and days out of bounds carry over, years below 100 are themselves. */
export const utc = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day)

/** 1 to 366. */
export const dayOfYear = (date: Date): number =>
  Math.floor((date.getTime() - utc(date.getUTCFullYear(), 1, 1)) / DAY) + 1

/** 0 to 53: weeks begin on Sunday, days before the year's first Sunday are in week 0. */
export const week = (date: Date): number => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)

/** ISO 8601: weeks begin on Monday and belong to the year that has their Thursday. */
export function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY)
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 }
}

/** The Monday, in milliseconds, on which an ISO year begins. */
export function isoWeekStart(year: number): number {
  const fourth = utc(year, 1, 4)
  return fourth - ((new Date(fourth).getUTCDay() || 7) - 1) * DAY
}
