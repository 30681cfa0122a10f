import { calendar } from '@core/domain/times'

/** 11 月 22 日 周日 */
export function dateLine(now: number): string {
  const { month, date, weekday } = calendar(now)
  return `${month} 月 ${date} 日 ${weekday}`
}

function hello(hour: number): string {
  if (hour < 11) return '早'
  if (hour < 13) return '中午好'
  return hour < 18 ? '下午好' : '晚上好'
}

/** 早，苏队长; who works for the community without leading a team is greeted by name. */
export function greeting(now: number, name: string, isLeader: boolean): string {
  const { hour } = calendar(now)
  if (!name) return hello(hour)
  return `${hello(hour)}，${isLeader ? `${name.slice(0, 1)}队长` : name}`
}
