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
  /** The quick ways on, below the words. */
  children?: ReactNode
}

/** A case as a desk reads it: beside what neighbours see, who has it, what came back, and what comes next. */
export function DeskCard({ card, now, children }: DeskCardProps) {
  const { id, owner, last, reopened, followers } = card
  const marks = [reopened > 0 && `重开过 ${reopened} 次`, followers > 0 && `另有 ${followers} 位邻居也说了`].filter(
    Boolean,
  )
  const hasFoot = Boolean(owner || last || marks.length > 0 || children)
  return (
    <CaseTicket
      card={card}
      now={now}
      service={serviceOf(card.service)}
      onTap={() => void go.case(id)}
      foot={
        hasFoot ? (
          <>
            {owner && <View className="small b">现在在：{owner}</View>}
            {last && <View className="small i2">{last}</View>}
            {marks.length > 0 && <View className="small b wa">{marks.join(' · ')}</View>}
            {children && <View className="desk-card__keys mt3">{children}</View>}
          </>
        ) : undefined
      }
    />
  )
}
