import { calendar, dayOf } from '@core/domain/times'
import { daysAway } from '@/parts/say-time'

/** Messages, or groups of them, that came on one day. */
export interface Day<T> {
  day: string
  heading: string
  messages: T[]
  /** The day began above these, or goes on below them. */
  goesOn: { above: boolean; below: boolean }
}

/**
 * Messages under the day they came, in the order given: 今天, 昨天, 周五 · 11 月 20 日.
 * `before` and `after` are the neighbours of these in the whole list.
 */
export function byDay<T extends { at: number }>(messages: readonly T[], now: number, before?: T, after?: T): Day<T>[] {
  const days: Day<T>[] = []
  for (const message of messages) {
    const day = dayOf(message.at)
    const last = days[days.length - 1]
    if (last?.day === day) last.messages.push(message)
    else {
      const goesOn = { above: isOn(day, before), below: isOn(day, after) }
      days.push({ day, heading: headingOf(message.at, now), messages: [message], goesOn })
    }
  }
  return days
}

const isOn = (day: string, message: { at: number } | undefined) => message !== undefined && dayOf(message.at) === day

function headingOf(at: number, now: number): string {
  const away = daysAway(at, now)
  if (away === 0) return '今天'
  if (away === -1) return '昨天'
  const { year, month, date, weekday } = calendar(at)
  return year === calendar(now).year ? `${month} 月 ${date} 日 · ${weekday}` : `${year} 年 ${month} 月 ${date} 日`
}
