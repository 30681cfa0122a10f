// What the desks call deadlines, levels and units.
import type { Clock, Level, Partner, Resource } from '@core/contract'

/** Deadlines, as one who dispatches chooses them. */
export const clockChoices: Record<Clock, string> = {
  '2h': '2 小时',
  '24h': '1 个工作日',
  '7d': '7 个工作日',
  '15d': '15 个工作日',
}

/** Desks, from the compound up. */
export const levelWords: Record<Level, string> = { compound: '小区', community: '社区', county: '县里' }

/** What somebody lends or gives. */
export const resourceKinds: Record<Resource['kind'], string> = {
  room: '场地',
  thing: '物件',
  skill: '手艺',
  hours: '人手',
}

/** What a unit is. */
export const partnerKinds: Record<Partner['kind'] | 'team', string> = {
  bureau: '单位',
  clinic: '卫生服务',
  shop: '商家',
  property: '物业',
  mediation: '调解室',
  law: '法律服务',
  team: '志愿队',
}

const weekdayWords = ['一', '二', '三', '四', '五', '六', '日'] as const

/** 周二、四; 每天 for all seven. ISO weekdays, Monday is 1. */
export function weekdaysWords(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return '每天'
  const days = [...weekdays].sort((a, b) => a - b).map((day) => weekdayWords[day - 1] ?? '')
  return `周${days.join('、')}`
}

/** 周一 to 周日 by ISO number. */
export const weekdayWord = (day: number) => `周${weekdayWords[day - 1] ?? ''}`

/** 2027 年 11 月 22 日, of a day written yyyy-mm-dd. */
export function dayInFull(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}
