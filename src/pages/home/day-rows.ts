import type { ActivityCard } from '@core/contract'
import { dayOf } from '@core/domain/times'

/** A line of the home list: an activity, or how many of its day are over and folded away. */
export type DayRow = {
  /** yyyy-mm-dd */
  day: string
  /** First of its day: the heading stands above it. */
  opensDay: boolean
} & ({ card: ActivityCard; over?: undefined } | { card?: undefined; over: number })

/** Activities day by day in the order given; in each day what is over stands last, or as one folded line. */
export function dayRows(items: readonly ActivityCard[], now: number, showsOver: boolean): DayRow[] {
  const days = new Map<string, ActivityCard[]>()
  for (const card of items) {
    const day = dayOf(card.startsAt)
    days.set(day, [...(days.get(day) ?? []), card])
  }
  return [...days].flatMap(([day, cards]) => {
    const coming = cards.filter((card) => card.endsAt > now)
    const over = cards.filter((card) => card.endsAt <= now)
    const shown = showsOver ? [...coming, ...over] : coming
    const folded = showsOver || over.length === 0 ? [] : [{ over: over.length }]
    return [...shown.map((card) => ({ card })), ...folded].map((row, index) => ({ ...row, day, opensDay: index === 0 }))
  })
}
