import { actions } from '@core/contract'
import { dayOf, momentOfDay } from '@core/domain/times'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useInfiniteAction, useWhere } from '@/client'
import { go, useEndReached } from '@/device'
import { LongList, Ticket, TicketSkeleton } from '@/parts'
import { TroubleView } from '@/parts/Asked'
import { Empty, Link, TextField } from '@/ui'
import { ListEnd } from './ListEnd'

const mostLetters = 20
/** Asks once she pauses, not at every letter. */
const pauseMs = 400

/** Looks for activities by words of their title, team or place, among what is still to come. */
export function SearchPanel({ now, onClose }: { now: number; onClose: () => void }) {
  const { communityId, words } = useWhere()
  const [text, setText] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  const found = useInfiniteAction(
    actions.listActivities,
    { communityId, colour: null, from: momentOfDay(dayOf(now)), to: null, search, week: false },
    { enabled: search.length > 0 },
  )
  useEndReached(found.more)

  return (
    <>
      <View className="row g3 mt2">
        <View className="grow">
          <TextField
            label="找"
            value={text}
            onChange={setText}
            hint="义诊、插花、反诈…"
            most={mostLetters}
            focus
            confirm="search"
            onConfirm={() => setSearch(text.trim())}
          />
        </View>
        <Link onTap={onClose}>不找了</Link>
      </View>
      <View className="cards mt4">
        {search === '' && <View className="small i2 ctr mt6">写两个字就行，找的是{words}接下来的活动。</View>}
        {search !== '' && found.loading && <TicketSkeleton />}
        {found.trouble && !found.data && <TroubleView trouble={found.trouble} onRetry={found.again} />}
        <LongList
          key={search}
          rows={found.items}
          size={6}
          rowHeight={180}
          draw={(cards) => (
            <View className="cards">
              {cards.map((card) => (
                <Ticket
                  key={card.id}
                  card={card}
                  now={now}
                  onTap={() => void go.activity(card.id)}
                  withDay
                  withCommunity={communityId === null}
                />
              ))}
            </View>
          )}
        />
        {found.items.length > 0 && (
          <ListEnd hasMore={found.hasMore} failed={Boolean(found.trouble)} onMore={found.more} />
        )}
        {found.data && found.items.length === 0 && (
          <Empty
            drawing="no-activity"
            title={`没找到「${search}」`}
            say={'换个短一点的词，\n或者按颜色看看。'}
            action={{ label: '看全部活动', onTap: onClose }}
          />
        )}
      </View>
    </>
  )
}
