import { View } from '@tarojs/components'
import type { CaseCard } from '@core/contract'
import type { ReactNode } from 'react'
import { useEndReached } from '@/device'
import { LongList } from '@/parts'
import { ListFoot } from '@/parts/case'

interface CaseListProps {
  list: { items: CaseCard[]; hasMore: boolean; loading: boolean; trouble: unknown; more: () => void }
  /** What the list is of: while it changes, the list begins anew. */
  of: string
  draw: (card: CaseCard) => ReactNode
}

/** Cases page by page, and what stands at their end. */
export function CaseList({ list, of, draw }: CaseListProps) {
  useEndReached(list.more)
  return (
    <>
      <View className="cards">
        <LongList
          key={of}
          rows={list.items}
          rowHeight={210}
          draw={(block) => <View className="cards">{block.map(draw)}</View>}
        />
      </View>
      <ListFoot list={list} all={`一共 ${list.items.length} 件`} />
    </>
  )
}
