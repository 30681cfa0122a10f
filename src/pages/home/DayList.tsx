import type { ActivityCard } from '@core/contract'
import { dayOf } from '@core/domain/times'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { go, routes } from '@/device'
import { CareTicket, Ticket, dayHeading } from '@/parts'
import { Link, SectionTitle, useLook } from '@/ui'

interface DayListProps {
  items: readonly ActivityCard[]
  now: number
  /** The heading of today is left out where the page's own line says it. */
  plainToday: boolean
  withCommunity: boolean
}

/** Activities under the headings of their days; what is over today is folded away. */
export function DayList({ items, now, plainToday, withCommunity }: DayListProps) {
  const today = dayOf(now)
  const days = useMemo(() => byDay(items), [items])
  return (
    <>
      {days.map(({ day, cards }, index) => (
        <View key={day}>
          {!(plainToday && index === 0 && day === today) && (
            <SectionTitle first={index === 0}>{dayHeading(day, now)}</SectionTitle>
          )}
          <Day cards={cards} now={now} withCommunity={withCommunity} />
        </View>
      ))}
    </>
  )
}

function Day({ cards, now, withCommunity }: { cards: ActivityCard[]; now: number; withCommunity: boolean }) {
  const { care } = useLook()
  const [showsOver, setShowsOver] = useState(false)
  const over = cards.filter((card) => card.endsAt <= now)
  const coming = cards.filter((card) => card.endsAt > now)
  const draw = (card: ActivityCard) => {
    const open = () => void go.activity(card.id)
    if (!care) return <Ticket key={card.id} card={card} now={now} onTap={open} withCommunity={withCommunity} />
    const join = () => void go.page(`${routes.activity}?id=${card.id}&join=1`)
    return <CareTicket key={card.id} card={card} now={now} onTap={open} onGo={join} />
  }
  return (
    <View className="cards">
      {coming.map(draw)}
      {over.length > 0 && !showsOver && (
        <Link plain onTap={() => setShowsOver(true)}>
          今天办完的 {over.length} 场
        </Link>
      )}
      {showsOver && over.map(draw)}
    </View>
  )
}

function byDay(items: readonly ActivityCard[]): { day: string; cards: ActivityCard[] }[] {
  const days = new Map<string, ActivityCard[]>()
  for (const card of items) {
    const day = dayOf(card.startsAt)
    const cards = days.get(day)
    if (cards) cards.push(card)
    else days.set(day, [card])
  }
  return [...days].map(([day, cards]) => ({ day, cards }))
}
