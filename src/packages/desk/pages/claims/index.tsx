import './index.scss'
import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useInfiniteAction } from '@/client'
import { go, keepPrivate, useEndReached, useNow, usePulled, useShown } from '@/device'
import { LongList } from '@/parts'
import { Asked } from '@/parts/Asked'
import { Empty, Notice, Page } from '@/ui'
import { ClaimCard } from './ClaimCard'

/** Those who say that somebody the team entered by name is themselves; each waits for a yes or a no. */
export default function Claims() {
  const now = useNow()
  const list = useInfiniteAction(actions.claims, {}, { fresh: 5_000 })
  usePulled(list.again)
  useEndReached(list.more)
  useShown(keepPrivate)
  return (
    <Page busy={list.loading}>
      <Asked asking={list}>
        {() =>
          list.items.length === 0 ? (
            <Empty
              drawing="all-done"
              title="没有等着认领的"
              say={'您替人登记过以后，\n本人自己来了，会在这里等您认一认。'}
              action={{ label: '返回', onTap: () => void go.back() }}
            />
          ) : (
            <>
              <View className="mt2">
                <Notice tone="warn" icon="phone">
                  电话是各人自己填的，没有验证过。认得出再点「是本人」，拿不准先打个电话。
                </Notice>
              </View>
              <LongList
                rows={list.items}
                rowHeight={260}
                draw={(block) => (
                  <View className="cards mt4">
                    {block.map((each) => (
                      <ClaimCard key={`${each.id} ${each.by}`} claim={each} now={now} />
                    ))}
                  </View>
                )}
              />
              <View className="small i3 ctr mt4">{list.hasMore ? '往下拉，还有' : `一共 ${list.items.length} 位`}</View>
            </>
          )
        }
      </Asked>
    </Page>
  )
}
