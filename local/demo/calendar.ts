import { calendar, startOfDay } from '@core/domain/times'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** How long before now the called-off activity of the demo was called off. */
export const calledOffBefore = 2 * hour

/** When in the year something is held, as month × 100 + day; both ends belong to it, and it may run over New Year. */
export interface Season {
  calendar: 'solar' | 'lunar'
  from: number
  to: number
}

/** 0 is Sunday; days are those of UTC+8. */
export const weekdayOf = (at: number) => new Date(at + 8 * hour).getUTCDay()

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
})

const known = new Map<number, number>()

/** Month × 100 + day of the lunar calendar; leap months give 0, since no festival falls into them. */
export function lunarDay(at: number): number {
  const midnight = startOfDay(at)
  const found = known.get(midnight)
  if (found !== undefined) return found
  const parts = lunar.formatToParts(new Date(at))
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const date = /^\d+$/.test(value('month')) ? Number(value('month')) * 100 + Number(value('day')) : 0
  known.set(midnight, date)
  return date
}

function solarDay(at: number): number {
  const { month, date } = calendar(at)
  return month * 100 + date
}

/** Whether a moment falls into one of the seasons. */
export function inSeason(seasons: readonly Season[], at: number): boolean {
  return seasons.some(({ calendar: kind, from, to }) => {
    const today = kind === 'lunar' ? lunarDay(at) : solarDay(at)
    return from <= to ? from <= today && today <= to : today >= from || (today > 0 && today <= to)
  })
}
