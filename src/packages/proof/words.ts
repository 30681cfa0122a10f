/** 41 小时, 2.5 小时, 45 分钟: hours as people say them, from minutes. */
export function hoursWords(minutes: number): string {
  if (minutes !== 0 && Math.abs(minutes) < 60) return `${minutes} 分钟`
  return `${hoursOf(minutes)} 小时`
}

/** Hours with at most two decimals: 41, 2.5, 2.25. */
export const hoursOf = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

/** 11 月 22 日, from yyyy-mm-dd. */
export function dayOfMonth(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

/** 2026 年 11 月 22 日 */
export const wholeDay = (day: string) => `${day.slice(0, 4)} 年 ${dayOfMonth(day)}`
