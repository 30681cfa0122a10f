import { View } from '@tarojs/components'
import { actions, type CaseCard } from '@core/contract'
import { useEffect, useState } from 'react'
import { useInfiniteAction } from '@/client'
import { keepPrivate, nameNavBar, useNow, useParam, usePulled, useShown } from '@/device'
import { Asked } from '@/parts/Asked'
import { Empty, Page, Segmented } from '@/ui'
import { CaseList } from '../../card/CaseList'
import { LateNumber } from '../../card/LateNumber'
import { DeclineSheet } from './DeclineSheet'
import { UnitCase } from './UnitCase'

const views = [
  { value: 'asked', label: '待接' },
  { value: 'doing', label: '在办' },
  { value: 'done', label: '办过' },
] as const
type Which = (typeof views)[number]['value']

const nothing: Record<Which, { title: string; say: string }> = {
  asked: { title: '没有等着接的', say: '社区吹哨的事会到这里，\n微信里也会收到一条。' },
  doing: { title: '手上没有在办的', say: '接下的事都在这里，快到期的排在前面。' },
  done: { title: '还没有办过的', say: '办好的事留在这里，随时翻得到。' },
}

/** 单位事务台: what a unit was whistled for, what is late, and the answer in one tap. */
export default function Unit() {
  const unitId = useParam('id')
  const now = useNow()
  const [which, setWhich] = useState<Which>('asked')
  const [declining, setDeclining] = useState<CaseCard | null>(null)
  const list = useInfiniteAction(actions.unitCases, { partnerId: unitId, which }, { holdPrevious: true, fresh: 5_000 })
  usePulled(list.again)
  useShown(keepPrivate)
  const name = list.data?.name
  useEffect(() => {
    if (name) nameNavBar(name)
  }, [name])
  const close = () => setDeclining(null)
  return (
    <Page busy={list.loading} over={declining && <DeclineSheet card={declining} unitId={unitId} onClose={close} />}>
      <Asked asking={list}>
        {({ counts }) => (
          <>
            <Figures counts={counts} onOverdue={() => setWhich('doing')} />
            <View className="mt3">
              <Segmented
                name="看哪些"
                value={which}
                onChange={setWhich}
                options={views.map((view) => ({
                  ...view,
                  count: counts && view.value !== 'done' ? counts[view.value] : undefined,
                }))}
              />
            </View>
            {list.items.length === 0 ? (
              <Empty drawing="all-done" {...nothing[which]} />
            ) : (
              <View className="mt4 col">
                <CaseList
                  list={list}
                  of={which}
                  draw={(card) => (
                    <UnitCase
                      key={card.id}
                      card={card}
                      unitId={unitId}
                      now={now}
                      isAsked={which === 'asked'}
                      onDecline={setDeclining}
                    />
                  )}
                />
              </View>
            )}
          </>
        )}
      </Asked>
    </Page>
  )
}

type Counts = { asked: number; overdue: number } | null

/** The red number first; without one, how many wait for an answer. */
function Figures({ counts, onOverdue }: { counts: Counts; onOverdue: () => void }) {
  if (!counts) return null
  if (counts.overdue > 0) {
    return (
      <View className="mt2">
        <LateNumber count={counts.overdue} onTap={onOverdue} />
      </View>
    )
  }
  return (
    <View className="head mt2" aria-role="heading">
      {counts.asked > 0 ? `${counts.asked} 件等您一句话` : '没有过期的'}
    </View>
  )
}
