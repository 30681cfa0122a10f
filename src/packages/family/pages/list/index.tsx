import { View } from '@tarojs/components'
import { actions, mostWards, type Dependent } from '@core/contract'
import { useEffect } from 'react'
import { useAction, useMe } from '@/client'
import { go, keepPrivate, usePulled } from '@/device'
import { faceOf } from '@/parts'
import { Asked } from '@/parts/Asked'
import { ActionBar, Avatar, BigButton, Card, Empty, ListRow, Page, SectionTitle } from '@/ui'
import { ScanInvite } from '../../invite/ScanInvite'
import { aboutWords, keeperWords } from '../../words'
import { Claims } from './Claims'
import { Myself } from './Myself'

export default function Family() {
  const asking = useAction(actions.family, {})
  const hasProfile = useMe().data?.hasProfile === true
  usePulled(asking.again)
  useEffect(keepPrivate, [])
  const items = asking.data?.items ?? []
  const others = items.filter((each) => !each.isSelf)
  const canAdd = others.length > 0 && others.length < mostWards
  return (
    <Page
      busy={asking.loading}
      bar={
        canAdd && (
          <ActionBar>
            <BigButton grow icon="plus" onTap={() => void go.relative()}>
              添一位家人
            </BigButton>
          </ActionBar>
        )
      }
    >
      {hasProfile && <Claims />}
      <Asked asking={asking}>
        {(data) =>
          data.items.length === 0 ? (
            <NoOne />
          ) : (
            <>
              {data.items.map((each) => each.isSelf && <Myself key={each.id} known={each} />)}
              {others.length > 0 && <Relatives items={others} isFirst={others.length === items.length} />}
            </>
          )
        }
      </Asked>
    </Page>
  )
}

function Relatives({ items, isFirst }: { items: readonly Dependent[]; isFirst: boolean }) {
  return (
    <>
      {!isFirst && <SectionTitle>我照管的</SectionTitle>}
      <View className="i2 mt2">没有手机的老人、孩子，都可以由您替他报名。提醒会发到您这里。</View>
      <View className="mt4">
        <Card kind="rows">
          {items.map((each, index) => (
            <ListRow
              key={each.id}
              first={index === 0}
              lead={<Avatar face={faceOf(each.called)} />}
              title={each.called}
              say={
                <>
                  <View>{aboutWords(each)}</View>
                  <View>{keeperWords(each)}</View>
                </>
              }
              onTap={() => void go.relative(each.id)}
              name={`${each.called}，${aboutWords(each)}，${keeperWords(each)}`}
            />
          ))}
        </Card>
      </View>
      {items.length >= mostWards && <View className="small i2 ctr mt4">最多记 {mostWards} 位家人</View>}
      <View className="mt4">
        <ScanInvite />
      </View>
    </>
  )
}

function NoOne() {
  return (
    <Empty
      drawing="no-signup"
      title="替家人报名"
      say="没有手机的老人、还小的孩子，记在这里，就能和您一起报。"
      action={{ label: '添一位家人', onTap: () => void go.relative() }}
    >
      <View className="mt2">
        <ScanInvite />
      </View>
    </Empty>
  )
}
