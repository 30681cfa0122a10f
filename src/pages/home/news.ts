import { colourWords, type ActivityCard, type Colour } from '@core/contract'
import { dayOf, momentOfDay } from '@core/domain/times'
import { nearDay } from '@/parts/say-time'
import type { Week } from '@/parts/use-week'

interface NewsOf {
  week: Week
  colour: Colour | null
  /** First day shown, yyyy-mm-dd. */
  from: string
  /** What is known of today, to see what is over already. */
  items: readonly ActivityCard[]
  now: number
  /** In as few words as an elder needs. */
  short: boolean
}

/** The display line: what matters now, in one short sentence. */
export function news({ week, colour, from, items, now, short: isShort }: NewsOf): string {
  const totalOf = (day: string) => week.days.find((each) => each.day === day)?.total ?? 0
  if (colour !== null) {
    const { short } = colourWords[colour]
    const n = week.byColour[colour]
    return n > 0 ? `这周${short} ${n} 场` : `这周没有${short}活动`
  }
  const today = dayOf(now)
  if (from !== today) {
    const day = nearDay(momentOfDay(from), now)
    return totalOf(from) > 0 ? `${day}有 ${totalOf(from)} 场活动` : `${day}没有活动`
  }
  const over = items.filter((card) => dayOf(card.startsAt) === today && card.endsAt <= now).length
  const left = totalOf(today) - over
  if (left > 0 && isShort) return `今天 ${left} 场`
  if (left > 0) return over > 0 ? `今天还有 ${left} 场活动` : `今天有 ${left} 场活动`
  const tomorrow = week.days[1]?.total ?? 0
  if (tomorrow > 0) return `明天有 ${tomorrow} 场活动`
  const rest = week.total - totalOf(today)
  return rest > 0 ? `这周还有 ${rest} 场活动` : '这周还没有活动'
}
