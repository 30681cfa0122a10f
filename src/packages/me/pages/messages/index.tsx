import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Message } from '@core/contract'
import { useEffect } from 'react'
import { useDo, useInfiniteAction } from '@/client'
import { go, keepPrivate, useEndReached, useNow, usePulled } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { Card, Empty, Link, Page, SectionTitle } from '@/ui'
import { MessageRow } from './MessageRow'
import { byDay } from './by-day'

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
              {byDay(list.items, now).map(({ day, heading, messages }, index) => (
                <View key={day}>
                  <SectionTitle first={index === 0}>{heading}</SectionTitle>
                  <Card kind="rows">
                    {messages.map((message, at) => (
                      <MessageRow key={message.id} message={message} first={at === 0} onTap={() => open(message)} />
                    ))}
                  </Card>
                </View>
              ))}
              <View className="small i3 ctr mt5">{list.hasMore ? '往下拉，还有' : '没有更早的了'}</View>
            </>
          )
        }
      </Asked>
    </Page>
  )
}
