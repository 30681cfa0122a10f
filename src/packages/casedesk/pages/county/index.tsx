import './index.scss'
import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useInfiniteAction } from '@/client'
import { go, keepPrivate, useNow, usePulled, useShown } from '@/device'
import { Asked } from '@/parts/Asked'
import { Empty, Link, Notice, Page, SectionTitle } from '@/ui'
import { CaseList } from '../../card/CaseList'
import { DeskCard } from '../../card/DeskCard'
import { quickKeys } from '../../card/quick-keys'
import { CommunityBars } from './CommunityBars'

/** So many communities are shown at first; the rest on a tap. */
const shownAtFirst = 6

/** 全县事务: the red number, by community, and what climbed up to the county. */
export default function County() {
  const now = useNow()
  const [isWhole, setWhole] = useState(false)
  const list = useInfiniteAction(actions.countyCases, {}, { fresh: 5_000 })
  usePulled(list.again)
  useShown(keepPrivate)
  return (
    <Page busy={list.loading}>
      <Asked asking={list}>
        {({ communities }) => {
          if (communities.length === 0) {
            return <Empty drawing="all-done" title="全县没有正在办的事" say="有人提出来，这里就看得到。" />
          }
          const late = communities.reduce((sum, { overdue }) => sum + overdue, 0)
          const behind = communities.filter(({ overdue }) => overdue > 0).length
          const open = communities.reduce((sum, each) => sum + each.open, 0)
          const ranked = [...communities].sort((a, b) => b.overdue - a.overdue || b.open - a.open)
          const shown = isWhole ? ranked : ranked.slice(0, Math.max(shownAtFirst, behind))
          return (
            <>
              <View className="mt2">
                {late > 0 ? (
                  <View className="row g3 late">
                    <View className="numeral no">{late}</View>
                    <View className="lead no b">件过期了，在 {behind} 个社区</View>
                  </View>
                ) : (
                  <View className="head" aria-role="heading">
                    全县没有过期的
                  </View>
                )}
                <View className="small i2">正在办 {open} 件</View>
              </View>
              <SectionTitle say="过期的在前">各社区</SectionTitle>
              <CommunityBars communities={shown} />
              {shown.length < ranked.length && (
                <View className="row mt2">
                  <Link icon="down" onTap={() => setWhole(true)}>
                    还有 {ranked.length - shown.length} 个社区
                  </Link>
                </View>
              )}
              <SectionTitle>报到县里的</SectionTitle>
              {list.items.length === 0 ? (
                <Notice tone="success" icon="check">
                  没有等县里办的事
                </Notice>
              ) : (
                <CaseList
                  list={list}
                  of="county"
                  draw={(card) => (
                    <DeskCard key={card.id} card={card} now={now}>
                      {quickKeys(card)}
                    </DeskCard>
                  )}
                />
              )}
              <View className="row mt4">
                <Link icon="info" onTap={() => void go.system()}>
                  系统状况
                </Link>
              </View>
            </>
          )
        }}
      </Asked>
    </Page>
  )
}
