import './desk-card.scss'
import { View } from '@tarojs/components'
import type { CaseCard } from '@core/contract'
import { serviceOf } from '@core/services/cases'
import type { ReactNode } from 'react'
import { go } from '@/device'
import { CaseTicket } from '@/parts/case'

interface DeskCardProps {
  card: CaseCard
  now: number
  /** By when an answer is wanted, where the state does not say it. */
  due?: string
  /** What went wrong with what was tapped last. */
  note?: ReactNode
  /** The quick ways on, below the words. */
  children?: ReactNode
}

/** A case as a desk reads it: beside what neighbours see, who has it, what came back, and what comes next. */
export function DeskCard({ card, now, due, note, children }: DeskCardProps) {
  const { id, last, reopened, followers } = card
  // A unit's own desk need not say that the unit has it.
  const owner = card.as === 'unit' ? '' : card.owner
  const marks = [reopened > 0 && `重开过 ${reopened} 次`, followers > 0 && `另有 ${followers} 位邻居也说了`].filter(
    Boolean,
  )
  const hasFoot = Boolean(due || owner || last || marks.length > 0 || children)
  return (
    <CaseTicket
      card={card}
      now={now}
      service={serviceOf(card.service)}
      onTap={() => void go.case(id)}
      foot={
        hasFoot ? (
          <>
            {due && <View className="small b wa">{due}</View>}
            {owner && <View className="small b">现在在：{owner}</View>}
            {last && <View className="small i2">{last}</View>}
            {marks.length > 0 && <View className="small b wa">{marks.join(' · ')}</View>}
            {note && <View className="mt3">{note}</View>}
            {children && <View className="desk-card__keys mt3">{children}</View>}
          </>
        ) : undefined
      }
    />
  )
}
