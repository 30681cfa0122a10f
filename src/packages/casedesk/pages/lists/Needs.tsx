import { actions } from '@core/contract'
import { useInfiniteAction } from '@/client'
import { go, useNow, usePulled } from '@/device'
import { Asked } from '@/parts/Asked'
import { Empty, Link } from '@/ui'
import { View } from '@tarojs/components'
import { CaseList } from '../../card/CaseList'
import { DeskCard } from '../../card/DeskCard'

/** 需求清单: what is asked for and under way. What was done of it stands on a page of its own. */
export function Needs({ communityId }: { communityId: string }) {
  const now = useNow()
  const list = useInfiniteAction(actions.listCases, { communityId, which: 'open' })
  usePulled(list.again)
  return (
    <Asked asking={list}>
      {({ counts }) => (
        <>
          <View className="row between g3 mt3">
            <View className="small i2">{counts ? `正在办 ${counts.open} 件，今年办好 ${counts.done} 件` : ''}</View>
            <Link onTap={() => void go.outcomes()} name="看成效清单">
              成效清单
            </Link>
          </View>
          {list.items.length === 0 ? (
            <Empty drawing="all-done" title="没有正在办的需求" say={'居民说的、电话里记的，\n都会列在这里。'} />
          ) : (
            <CaseList list={list} of={communityId} draw={(card) => <DeskCard key={card.id} card={card} now={now} />} />
          )}
        </>
      )}
    </Asked>
  )
}
