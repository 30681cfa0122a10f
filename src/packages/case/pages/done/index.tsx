import './index.scss'
import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { calendar } from '@core/domain/times'
import { useAction, useInfiniteAction, useWhere } from '@/client'
import { go, routes, useEndReached, useNow, usePulled, useShare } from '@/device'
import { LongList } from '@/parts'
import { Asked } from '@/parts/Asked'
import { CaseSkeleton, ListFoot } from '@/parts/case'
import { sharePicture } from '@/parts/share/pictures'
import { BigButton, Empty, Page, SectionTitle } from '@/ui'
import { DoneCard } from './DoneCard'
import { Figures } from './Figures'

/** 成效清单: what was asked for and done, without names, and the numbers of the year. */
export default function Outcomes() {
  const now = useNow()
  const { year } = calendar(now)
  const { communityId, words } = useWhere()
  const figures = useAction(actions.caseFigures, { communityId, year }, { keep: `figures:${communityId ?? 'county'}` })
  const list = useInfiniteAction(actions.listCases, { communityId, which: 'done' })
  usePulled(() => Promise.all([figures.again(), list.again()]))
  useEndReached(list.more)
  useShare(() => ({ title: `${words}今年办好的事，都在这里`, path: routes.outcomes, imageUrl: sharePicture }))
  const total = figures.data?.total
  return (
    <Page busy={list.loading}>
      <View className="display mt2" aria-role="heading">
        <View className="nb">{words}今年</View>
        <View className="nb">{total && total.solved > 0 ? `办好了 ${total.solved} 件事` : '办好的事'}</View>
      </View>
      {total && <Figures total={total} />}
      <SectionTitle>一件一件看</SectionTitle>
      <Asked asking={list} waiting={<CaseSkeleton />}>
        {() =>
          list.items.length === 0 ? (
            <Empty
              drawing="no-wish"
              title="还没有办好的事"
              say={'办好一件，提的人点了头，\n就列在这里。'}
              action={{ label: '看看正在办的', onTap: () => void go.wishes() }}
            />
          ) : (
            <>
              <LongList
                rows={list.items}
                size={6}
                rowHeight={260}
                draw={(cards) => (
                  <View className="cards done__cards">
                    {cards.map((card) => (
                      <DoneCard key={card.id} card={card} now={now} />
                    ))}
                  </View>
                )}
              />
              <ListFoot list={list} all="办好的都在这里了" />
              <BigButton variant="quiet" icon="share" openType="share">
                转发给邻居看看
              </BigButton>
            </>
          )
        }
      </Asked>
    </Page>
  )
}
