/** Hours with at most two decimals: 41, 2.5, 2.25. */
export const hoursOf = (minutes: number) => String(Math.round((minutes / 60) * 100) / 100)

/** 11 月 22 日, from yyyy-mm-dd. */
export function dayOfMonth(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

/** 2026 年 11 月 22 日 */
export const wholeDay = (day: string) => `${day.slice(0, 4)} 年 ${dayOfMonth(day)}`
