import { View } from '@tarojs/components'
import { actions, mostWards, type Dependent } from '@core/contract'
import { useEffect } from 'react'
import { useAction } from '@/client'
import { go, keepPrivate, usePulled } from '@/device'
import { faceOf } from '@/parts'
import { Asked } from '@/parts/Asked'
import { ActionBar, Avatar, BigButton, Card, Empty, ListRow, Page } from '@/ui'
import { aboutWords, keeperWords } from '../../words'
import { Claims } from './Claims'

export default function Family() {
  const asking = useAction(actions.family, {})
  usePulled(asking.again)
  useEffect(keepPrivate, [])
  const items = asking.data?.items ?? []
  return (
    <Page
      busy={asking.loading}
      bar={
        items.length > 0 &&
        items.length < mostWards && (
          <ActionBar>
            <BigButton grow icon="plus" onTap={() => void go.relative()}>
              添一位家人
            </BigButton>
          </ActionBar>
        )
      }
    >
      <Claims />
      <Asked asking={asking}>
        {(data) => (data.items.length === 0 ? <NoOne /> : <Relatives items={data.items} />)}
      </Asked>
    </Page>
  )
}

function Relatives({ items }: { items: readonly Dependent[] }) {
  return (
    <>
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
    />
  )
}
