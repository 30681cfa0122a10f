// On which days a standing project of a team can be ordered, and what is left of them.
import { calendar, dayOf, startOfDay } from './times'

const dayLong = 86_400_000
/** How far ahead a day can be ordered. */
const daysAhead = 14
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

interface Standing {
  /** ISO weekdays: Monday is 1. */
  weekdays: readonly number[]
  perDay: number
  isOn: boolean
  booked: Readonly<Record<string, readonly string[]>>
}

/** The days that can be ordered (yyyy-mm-dd): from tomorrow on, two weeks ahead; none while it rests. */
export function bookableDays({ weekdays: on, isOn }: Pick<Standing, 'weekdays' | 'isOn'>, now: number): string[] {
  if (!isOn) return []
  const days = Array.from({ length: daysAhead }, (_, n) => startOfDay(now) + (n + 1) * dayLong)
  return days.filter((at) => on.includes(weekdays.indexOf(calendar(at).weekday) + 1)).map(dayOf)
}

/** How many more can be ordered for a day. */
export const leftOn = ({ perDay, booked }: Pick<Standing, 'perDay' | 'booked'>, day: string) =>
  Math.max(0, perDay - (booked[day]?.length ?? 0))
