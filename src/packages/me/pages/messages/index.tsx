import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Message } from '@core/contract'
import { useEffect } from 'react'
import { useDo, useInfiniteAction } from '@/client'
import { go, keepPrivate, useEndReached, useNow, usePulled } from '@/device'
import { LongList } from '@/parts'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { Card, Empty, Link, Page, SectionTitle, classes } from '@/ui'
import { MessageRow } from './MessageRow'
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

  const unread = list.items.filter((message) => !message.read).map((message) => message.id)
  const open = (message: Message) => {
    if (!message.read) void run({ ids: [message.id] })
    void go.page(message.page)
  }

  return (
    <Page busy={list.loading}>
      <Asked asking={list}>
        {() =>
          list.items.length === 0 ? (
            <Empty
              drawing="all-done"
              title="还没有消息"
              say={'报名的活动有变动、候补有了座，\n都会记在这里。'}
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
                rows={list.items}
                rowHeight={110}
                draw={(rows, from) =>
                  byDay(rows, now, list.items[from - 1], list.items[from + rows.length]).map((day, index) => (
                    <DayOfMessages key={day.day} day={day} first={from + index === 0} onOpen={open} />
                  ))
                }
              />
              <View className="small i3 ctr mt5">{list.hasMore ? '往下拉，还有' : '没有更早的了'}</View>
            </>
          )
        }
      </Asked>
    </Page>
  )
}

interface DayOfMessagesProps {
  day: Day
  first: boolean
  onOpen: (message: Message) => void
}

/** A day's card; where the day is cut between two blocks, the two halves look like one card. */
function DayOfMessages({ day: { heading, messages, goesOn }, first, onOpen }: DayOfMessagesProps) {
  return (
    <>
      {!goesOn.above && <SectionTitle first={first}>{heading}</SectionTitle>}
      <Card kind="rows" className={classes(goesOn.above && 'messages--on', goesOn.below && 'messages--off')}>
        {messages.map((message, at) => (
          <MessageRow
            key={message.id}
            message={message}
            first={at === 0 && !goesOn.above}
            onTap={() => onOpen(message)}
          />
        ))}
      </Card>
    </>
  )
}
