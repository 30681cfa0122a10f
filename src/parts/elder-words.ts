// How the pages and pictures made for elders say things: as one says them at the door.
import { calendar, dateWords, dayOf } from '@core/domain/times'
import { daysAway, spokenHour } from './say-time'

/** A moment as it is said to an elder: 后天, 上午 9 点半, and the date for whoever reads it on another day. */
export interface ElderMoment {
  day: string
  hour: string
  /** 11 月 24 日 周二 */
  dated: string
}

const near = ['今天', '明天', '后天']

/** 后天 and 周六 within the week, else 12 月 5 日; with its hour, and always with its date beside it. */
export function elderMoment(at: number, now: number): ElderMoment {
  const away = daysAway(at, now)
  const { month, date, weekday } = calendar(at)
  const day = near[away] ?? (away > 2 && away < 7 ? weekday : `${month} 月 ${date} 日`)
  return { day, hour: spokenHour(at), dated: dateWords(at, now) }
}

/** 后天上午 9 点半 in one go. */
export function elderMomentWords(at: number, now: number): string {
  const { day, hour } = elderMoment(at, now)
  return /\d/.test(day) ? `${day} ${hour}` : `${day}${hour}`
}

/** Until when it lasts, as one says it: 到 11 点; nothing where it ends on another day. */
export function elderEnd(startsAt: number, endsAt: number): string {
  if (dayOf(startsAt) !== dayOf(endsAt)) return ''
  const [from, to] = [spokenHour(startsAt), spokenHour(endsAt)]
  const isSamePart = from.slice(0, 2) === to.slice(0, 2)
  return `到${isSamePart ? to.slice(2) : to}`
}

/** Who invites, as it stands on the card: 女儿; 家里人 where it was not said. */
export const inviter = (as: string) => as || '家里人'

/** What one can be to an elder, in the order in which it is offered; each is among the words the cloud knows. */
export const relations = ['女儿', '儿子', '儿媳', '女婿', '孙女', '孙子', '外孙女', '外孙', '老伴', '邻居'] as const
