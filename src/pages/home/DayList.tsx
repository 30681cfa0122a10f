import type { ActivityCard } from '@core/contract'
import { dayOf } from '@core/domain/times'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { go, routes } from '@/device'
import { CareTicket, LongList, Ticket, dayHeading } from '@/parts'
import { Link, SectionTitle, useLook } from '@/ui'
import { dayRows, type DayRow } from './day-rows'

interface DayListProps {
  items: readonly ActivityCard[]
  now: number
  /** The heading of today is left out where the page's own line says it. */
  plainToday: boolean
  withCommunity: boolean
}

/** Activities under the headings of their days; what is over today is folded away. */
export function DayList({ items, now, plainToday, withCommunity }: DayListProps) {
  const { care } = useLook()
  const [showsOver, setShowsOver] = useState(false)
  const rows = useMemo(() => dayRows(items, now, showsOver), [items, now, showsOver])
  const today = dayOf(now)

  const ticket = (card: ActivityCard) => {
    const open = () => void go.activity(card.id)
    if (!care) return <Ticket key={card.id} card={card} now={now} onTap={open} withCommunity={withCommunity} />
    const join = () => void go.page(`${routes.activity}?id=${card.id}&join=1`)
    return <CareTicket key={card.id} card={card} now={now} onTap={open} onGo={join} />
  }
  const fold = (count: number) => (
    <Link key="over" plain onTap={() => setShowsOver(true)}>
      今天办完的 {count} 场
    </Link>
  )
  const heading = ({ day }: DayRow, place: number) =>
    plainToday && place === 0 && day === today ? null : (
      <SectionTitle first={place === 0}>{dayHeading(day, now)}</SectionTitle>
    )
  return (
    <LongList
      rows={rows}
      size={6}
      rowHeight={180}
      draw={(block, from) =>
        byDay(block).map(({ day, at }) => {
          const [first] = at
          if (!first) return null
          const place = from + block.indexOf(first)
          return (
            <View key={day} className={first.opensDay ? '' : 'mt3'}>
              {first.opensDay && heading(first, place)}
              <View className="cards">{at.map((row) => (row.card ? ticket(row.card) : fold(row.over)))}</View>
            </View>
          )
        })
      }
    />
  )
}

function byDay(rows: readonly DayRow[]): { day: string; at: DayRow[] }[] {
  const days: { day: string; at: DayRow[] }[] = []
  for (const row of rows) {
    const last = days[days.length - 1]
    if (last?.day === row.day) last.at.push(row)
    else days.push({ day: row.day, at: [row] })
  }
  return days
}
