import './index.scss'
import { View } from '@tarojs/components'
import { actions, type CallRow } from '@core/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { newKey, useDo, useInfiniteAction } from '@/client'
import { copy, go, keepPrivate, useEndReached, useNow, useParam, usePulled } from '@/device'
import { LongList, NumbersHeld, Sense, heldIn } from '@/parts'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { Card, Chip, Chips, Empty, Link, Page, SectionTitle } from '@/ui'
import { PersonToCall, type Outcome } from './PersonToCall'
import { ReachCard } from './ReachCard'

/** 还没通知到: whom no message about an activity has reached, to be called one by one and ticked off. */
export default function Calls() {
  const id = useParam('id')
  const asked = useParam('notice')
  const now = useNow()
  const [notice, setNotice] = useState<string | null>(asked || null)
  const list = useInfiniteAction(actions.callList, { id, notice }, { fresh: 5_000, holdPrevious: true })
  const ticks = useTicks(id, notice ?? list.data?.notice ?? null)
  const held = heldIn(list.pages)
  useEndReached(list.more)
  useEffect(keepPrivate, [])
  usePulled(() => {
    ticks.forget()
    return list.again()
  })
  return (
    <Page busy={list.loading}>
      <Asked asking={list}>
        {({ card, notices, notice: shown, say: script }) => {
          const reach = notices.find((each) => each.notice === shown)
          if (!reach) {
            return (
              <Empty
                drawing="all-done"
                title="没有要打的电话"
                say={'改了时间地点、取消活动，\n微信通知不到的邻居会列在这里。'}
                action={{ label: '返回', onTap: () => void go.back() }}
              />
            )
          }
          return (
            <>
              <View className="head mt2" aria-role="heading">
                {card.title}
              </View>
              {notices.length > 1 && (
                <View className="mt2">
                  <Chips name="看哪一次通知">
                    {notices.map((each) => (
                      <Chip
                        key={each.notice}
                        on={each.notice === shown}
                        onTap={() => {
                          ticks.forget()
                          setNotice(each.notice)
                        }}
                        name={`${each.title}，还有 ${each.open} 位`}
                      >
                        {`${kindWords(each.notice)} ${each.open}`}
                      </Chip>
                    ))}
                  </Chips>
                </View>
              )}
              <View className="mt4">
                <ReachCard reach={reach} open={ticks.open ?? reach.open} now={now} />
              </View>
              <NumbersHeld held={held} />
              {list.items.length > 0 && <Script words={script} />}
              {ticks.trouble && (
                <View className="mt3">
                  <TroubleNotice trouble={ticks.trouble} />
                </View>
              )}
              <LongList
                rows={list.items}
                rowHeight={190}
                draw={(block) => (
                  <View className="cards mt4">
                    {block.map((row) => (
                      <PersonToCall
                        key={row.personId}
                        row={ticks.rowOf(row)}
                        held={held}
                        script={script}
                        ticked={ticks.of(row.personId)}
                        busy={ticks.busy}
                        onTick={(outcome) => void ticks.tick(row.personId, outcome)}
                      />
                    ))}
                  </View>
                )}
              />
              <View className="small i3 ctr mt4">
                {list.hasMore ? '往下拉，还有' : list.items.length > 0 ? '都在这里了' : '每一位都知道了'}
              </View>
            </>
          )
        }}
      </Asked>
    </Page>
  )
}

/** What the notice was about, for a chip. */
const kindWords = (notice: string) =>
  notice.startsWith('cancelled') ? '不办了' : notice.startsWith('changed') ? '有改动' : '有座位了'

function Script({ words }: { words: string }) {
  return (
    <>
      <SectionTitle>电话里可以这样说</SectionTitle>
      <Card>
        <Sense className="" text={words} />
        <View className="mt2">
          <Link plain onTap={() => void copy(words)}>
            复制这段话
          </Link>
        </View>
      </Card>
    </>
  )
}

/** What was ticked on this phone; a tick is shown at once and stays until the list is asked for again. */
function useTicks(id: string, notice: string | null) {
  const client = useQueryClient()
  const [ticked, setTicked] = useState<Record<string, { outcome: Outcome; row: CallRow | null }>>({})
  const [open, setOpen] = useState<number | null>(null)
  const { run, busy, trouble } = useDo(actions.tickCall, { invalidates: [actions.desk] })
  const forget = () => {
    setTicked({})
    setOpen(null)
  }
  const tick = async (personId: string, outcome: Outcome) => {
    if (!notice) return
    const answer = await run({ id, notice, personId, outcome, key: newKey() })
    if (!answer?.ok) return
    setTicked((before) => ({ ...before, [personId]: { outcome, row: answer.data.row } }))
    setOpen(answer.data.open)
  }
  // Whoever comes back to this page finds those still to call, without those just ticked.
  useEffect(() => () => void client.invalidateQueries({ queryKey: [actions.callList.name] }), [client])
  return {
    tick,
    busy,
    trouble,
    open,
    forget,
    of: (personId: string) => ticked[personId]?.outcome,
    // A number that the list has shown stays, also where the answer to the tick came without it.
    rowOf: (row: CallRow) => {
      const newer = ticked[row.personId]?.row
      return newer ? { ...newer, phone: newer.phone || row.phone } : row
    },
  }
}
