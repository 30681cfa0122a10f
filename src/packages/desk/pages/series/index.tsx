import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useEffect, useState } from 'react'
import { useInfiniteAction } from '@/client'
import { go, keepPrivate, nameNavBar, useEndReached, useNow, useParam, usePulled } from '@/device'
import { LongList } from '@/parts'
import { Asked } from '@/parts/Asked'
import { ActionBar, BarSmall, BigButton, Card, Empty, Page, SectionTitle, Segmented } from '@/ui'
import type { MeetingCard } from '../../form/series-plan'
import { EndSheet } from './EndSheet'
import { MeetingRow } from './MeetingRow'
import { MeetingSheet } from './MeetingSheet'
import { RuleCard } from './RuleCard'

type Over = { kind: 'end' } | { kind: 'meeting'; meeting: MeetingCard } | null

/** A series as its leader runs it: its rule, its meetings, and what changes all that follow. */
export default function Series() {
  const id = useParam('id')
  const now = useNow()
  const [which, setWhich] = useState<'coming' | 'past'>('coming')
  const [over, setOver] = useState<Over>(null)
  const list = useInfiniteAction(actions.getSeries, { id, which }, { fresh: 5_000, holdPrevious: true })
  const series = list.data
  usePulled(list.again)
  useEndReached(list.more)
  useEffect(keepPrivate, [])
  const title = series?.title
  useEffect(() => {
    if (title) nameNavBar(`系列 · ${title}`)
  }, [title])
  const close = () => setOver(null)
  // What follows is changed from the first meeting on that is held and was not changed by itself.
  const next = which === 'coming' ? list.items.find((each) => isOpen(each) && !each.isChanged) : undefined

  return (
    <Page
      busy={list.loading}
      bar={
        series?.canManage &&
        next && (
          <ActionBar small={<BarSmall icon="close" label="以后不办了" onTap={() => setOver({ kind: 'end' })} />}>
            <BigButton grow icon="edit" onTap={() => void go.publish({ id: next.id, series: id })}>
              改后面的每一场
            </BigButton>
          </ActionBar>
        )
      }
      over={
        series && (
          <>
            {over?.kind === 'end' && (
              <EndSheet id={id} meetings={list.items.filter(isOpen)} isAll={!list.hasMore} onClose={close} />
            )}
            {over?.kind === 'meeting' && (
              <MeetingSheet seriesId={id} meeting={over.meeting} now={now} onClose={close} />
            )}
          </>
        )
      }
    >
      <Asked asking={list}>
        {(first) => (
          <>
            <View className="display mt2" aria-role="heading">
              {first.title}
            </View>
            <View className="small i2">{first.teamName}</View>
            <RuleCard rule={first.rule} />
            <SectionTitle>每一场</SectionTitle>
            <Segmented
              name="看哪些场"
              options={[
                { value: 'coming', label: '还没办的' },
                { value: 'past', label: '办过的' },
              ]}
              value={which}
              onChange={setWhich}
            />
            <View className="mt3">
              {list.items.length > 0 ? (
                <Card kind="rows">
                  <LongList
                    key={which}
                    rows={list.items}
                    rowHeight={72}
                    draw={(block, from) =>
                      block.map((meeting, index) => (
                        <MeetingRow
                          key={meeting.id}
                          meeting={meeting}
                          first={from + index === 0}
                          onTap={
                            first.canManage
                              ? () => setOver({ kind: 'meeting', meeting })
                              : () => void go.activity(meeting.id)
                          }
                        />
                      ))
                    }
                  />
                </Card>
              ) : (
                <Empty
                  drawing="all-done"
                  title={which === 'coming' ? '都办完了' : '还没有办过'}
                  say={which === 'coming' ? '想接着办，照样再发一个系列。' : '办过的每一场都会记在这里。'}
                />
              )}
            </View>
            {list.hasMore && <View className="small i3 ctr mt4">往下拉，还有</View>}
          </>
        )}
      </Asked>
    </Page>
  )
}

const isOpen = ({ state }: MeetingCard) => state === 'published' || state === 'closed'
