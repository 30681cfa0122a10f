import './index.scss'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useWhere } from '@/client'
import { callPhone, useEndReached, usePulled, useShare } from '@/device'
import { sharePicture } from '@/parts/share/pictures'
import { ColourFilter, TicketSkeleton, WeekStrip } from '@/parts'
import { OlderAnswer, TroubleView } from '@/parts/Asked'
import { useWhereBar } from '@/parts/WhereBar'
import { Bone, Empty, Icon, Link, Page, useLook } from '@/ui'
import { CareFoot } from './CareFoot'
import { DayList } from './DayList'
import { HomeHead } from './HomeHead'
import { ListEnd } from './ListEnd'
import { SearchPanel } from './SearchPanel'
import { news } from './news'
import { useList } from './use-list'

/** Fewer than this many tickets do not fill a screen: the next page is asked for at once. */
const screenful = 5

export default function Home() {
  const { care } = useLook()
  const { communityId, words } = useWhere()
  const [isSearching, setSearching] = useState(false)
  const home = useList()
  const { list, items, now } = home
  const { bar, over } = useWhereBar(
    <View
      className="home-search"
      hoverClass="pressed"
      onClick={() => setSearching(!isSearching)}
      aria-role="button"
      aria-label="找活动"
    >
      <Icon name="search" size={22} />
    </View>,
  )
  usePulled(home.again)
  useEndReached(() => !isSearching && list.more())
  useShare(() => ({ title: `${words}有哪些活动，来看看`, path: '/pages/home/index', imageUrl: sharePicture }))

  const { more, hasMore, trouble } = list
  const left = items.filter((card) => card.endsAt > now).length
  const isShort = hasMore && !trouble && left < screenful
  useEffect(() => {
    if (isShort && !list.asking) more()
  }, [isShort, list.asking, more])

  if (isSearching) {
    return (
      <Page nav={bar} over={over}>
        <SearchPanel now={now} onClose={() => setSearching(false)} />
      </Page>
    )
  }
  if (trouble && !list.data) {
    return (
      <Page nav={bar} over={over}>
        <TroubleView trouble={trouble} onRetry={home.again} />
      </Page>
    )
  }
  const line = home.week && news({ week: home.week, colour: home.colour, from: home.from, items, now, short: care })
  const isAll = home.colour === null && home.from === home.today
  const showAll = () => {
    home.pickColour(null)
    home.pickDay(home.today)
  }
  return (
    <Page nav={bar} over={over} busy={list.loading}>
      <HomeHead line={line} onAll={isAll ? undefined : showAll} />
      {!care && <Choice home={home} />}
      {trouble && list.data && <OlderAnswer trouble={trouble} onRetry={home.again} />}
      <View className="mt3">
        <DayList items={items} now={now} plainToday={isAll} withCommunity={communityId === null} />
        {list.loading && items.length === 0 && <TicketSkeleton />}
        {list.data && items.length === 0 && <Nothing isAll={isAll} onAll={showAll} />}
        {care && <CareFoot />}
        {items.length > 0 && <ListEnd hasMore={hasMore || list.loading} failed={Boolean(trouble)} onMore={more} />}
      </View>
    </Page>
  )
}

/** The week and the seven colours, to choose from. */
function Choice({ home }: { home: ReturnType<typeof useList> }) {
  const { week, colour, from, today } = home
  const onDay = colour !== null && from === today ? null : from
  return (
    <>
      <View className="mt3">
        {week ? (
          <WeekStrip days={week.days} on={onDay} onPick={home.pickDay} now={home.now} />
        ) : (
          <View className="week-bones">
            {Array.from({ length: 7 }, (_, index) => (
              <Bone key={index} height={64} round={18} />
            ))}
          </View>
        )}
      </View>
      <View className="mt2">
        <ColourFilter on={colour} onPick={home.pickColour} counts={week?.byColour} />
      </View>
    </>
  )
}

/** Nothing fits what was chosen, or nothing is on at all. */
function Nothing({ isAll, onAll }: { isAll: boolean; onAll: () => void }) {
  const { community, lookAt } = useWhere()
  const call = community?.phone
  return (
    <Empty
      drawing="no-activity"
      title={isAll ? '这阵子还没有活动' : '没有合适的'}
      say={isAll ? '新活动一发出来，这里就能看到。' : '换一天、换一种颜色，\n或者看看全部。'}
      action={
        isAll && community
          ? { label: '看看全县的', onTap: () => lookAt(null) }
          : isAll
            ? undefined
            : { label: '看全部', onTap: onAll }
      }
    >
      {isAll && community && call && (
        <View className="mt2">
          <Link icon="phone" onTap={() => void callPhone(call)}>
            打给{community.name}
          </Link>
        </View>
      )}
    </Empty>
  )
}
