import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Message } from '@core/contract'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useDo, useInfiniteAction } from '@/client'
import { go, keepPrivate, useEndReached, useNow, usePulled } from '@/device'
import { LongList } from '@/parts'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { Card, Empty, Link, Page, SectionTitle, classes } from '@/ui'
import { GroupRows } from './GroupRows'
import { byAbout, type Group } from './by-about'
import { byDay, type Day } from './by-day'

/** The cloud takes so many at once. */
const atOnce = 50

export default function Messages() {
  const now = useNow()
  const list = useInfiniteAction(actions.messages, {})
  const { run, busy, trouble } = useDo(actions.readMessages, { invalidates: [actions.messages, actions.me] })
  usePulled(list.again)
  useEndReached(list.more)
  useEffect(keepPrivate, [])

  const groups = useMemo(() => byAbout(list.items), [list.items])
  const [unfolded, setUnfolded] = useState<readonly string[]>([])
  const unread = list.items.filter((message) => !message.read).map((message) => message.id)
  const open = (message: Message) => {
    if (!message.read) void run({ ids: [message.id] })
    void go.page(message.page)
  }
  // Unfolded, they stand there word for word: what she sees she has read.
  const fold = ({ id, earlier }: Group) => {
    const isOpen = unfolded.includes(id)
    setUnfolded(isOpen ? unfolded.filter((each) => each !== id) : [...unfolded, id])
    const seen = earlier.filter(({ read }) => !read).map((message) => message.id)
    if (!isOpen && seen.length > 0) void run({ ids: seen.slice(0, atOnce) })
  }

  return (
    <Page busy={list.loading}>
      <Asked asking={list}>
        {() =>
          list.items.length === 0 ? (
            <Empty
              drawing="all-done"
              title="还没有消息"
              say={'报名的活动有变动、提的事有进展，\n都会记在这里。'}
              action={{ label: '看看活动', onTap: () => void go.home() }}
            />
          ) : (
            <>
              {unread.length > 0 && (
                <View className="row between">
                  <View className="small i2">{unread.length} 条没看</View>
                  <Link onTap={() => void (!busy && run({ ids: unread.slice(0, atOnce) }))}>都看过了</Link>
                </View>
              )}
              <TroubleNotice trouble={trouble} />
              <LongList
                rows={groups}
                rowHeight={130}
                draw={(rows, from) =>
                  byDay(rows, now, groups[from - 1], groups[from + rows.length]).map((day, index) => (
                    <DayOfMessages key={day.day} day={day} first={from + index === 0}>
                      {(group, isFirst) => (
                        <GroupRows
                          key={group.id}
                          group={group}
                          now={now}
                          first={isFirst}
                          isOpen={unfolded.includes(group.id)}
                          onOpen={open}
                          onFold={() => fold(group)}
                        />
                      )}
                    </DayOfMessages>
                  ))
                }
              />
              {list.hasMore && list.trouble ? (
                <View className="row mt4">
                  <Link onTap={list.more}>更早的没取到，再试一次</Link>
                </View>
              ) : (
                <View className="small i3 ctr mt5">{list.hasMore ? '往下拉，还有' : '没有更早的了'}</View>
              )}
            </>
          )
        }
      </Asked>
    </Page>
  )
}

interface DayOfMessagesProps {
  day: Day<Group>
  first: boolean
  children: (group: Group, isFirst: boolean) => ReactNode
}

/** A day's card; where the day is cut between two blocks, the two halves look like one card. */
function DayOfMessages({ day: { heading, messages, goesOn }, first, children }: DayOfMessagesProps) {
  return (
    <>
      {!goesOn.above && <SectionTitle first={first}>{heading}</SectionTitle>}
      <Card kind="rows" className={classes(goesOn.above && 'messages--on', goesOn.below && 'messages--off')}>
        {messages.map((group, at) => children(group, at === 0 && !goesOn.above))}
      </Card>
    </>
  )
}
