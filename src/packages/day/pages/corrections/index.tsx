import './index.scss'
import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useInfiniteAction } from '@/client'
import { useEndReached, useNow, usePulled } from '@/device'
import { LongList } from '@/parts'
import { Asked } from '@/parts/Asked'
import { Empty, Page, Segmented } from '@/ui'
import { CorrectionCard } from './CorrectionCard'

type Which = 'asked' | 'decided'

/** Corrections of confirmed hours: those that wait for a second person, and those decided, for ever. */
export default function Corrections() {
  const now = useNow()
  const [which, setWhich] = useState<Which>('asked')
  const list = useInfiniteAction(actions.corrections, { which }, { fresh: 5_000 })
  usePulled(list.again)
  useEndReached(list.more)
  return (
    <Page busy={list.loading}>
      <View className="mt2" />
      <Segmented<Which>
        name="看哪些更正"
        value={which}
        onChange={setWhich}
        options={[
          { value: 'asked', label: '等同意' },
          { value: 'decided', label: '定了的' },
        ]}
      />
      <View className="mt4 col grow">
        <Asked asking={list}>
          {() =>
            list.items.length === 0 ? (
              which === 'asked' ? (
                <Empty drawing="all-done" title="没有等着同意的" say={'确认过的时长要改，\n会在这里等另一个人看。'} />
              ) : (
                <Empty drawing="all-done" title="还没有更正过" say="定下来的更正都会留在这里。" />
              )
            ) : (
              <>
                <LongList
                  key={which}
                  rows={list.items}
                  rowHeight={250}
                  draw={(block) => (
                    <View className="cards mt3">
                      {block.map((each) => (
                        <CorrectionCard key={each.id} correction={each} now={now} />
                      ))}
                    </View>
                  )}
                />
                <View className="small i3 ctr mt4">
                  {list.hasMore ? '往下拉，还有' : `一共 ${list.items.length} 条`}
                </View>
              </>
            )
          }
        </Asked>
      </View>
    </Page>
  )
}
