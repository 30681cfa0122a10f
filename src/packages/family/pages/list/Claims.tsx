import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useAction, useDo } from '@/client'
import { say, useNow } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { nearMoment } from '@/parts'
import { BigButton, Card } from '@/ui'

/** What an organiser once entered under her own name and number: one tap makes it hers. */
export function Claims() {
  const now = useNow()
  const found = useAction(actions.claimable, {})
  const { run, busy, trouble } = useDo(actions.claim, {
    invalidates: [actions.claimable, actions.myActivities, actions.getActivity, actions.myHours],
  })
  const [asked, setAsked] = useState('')
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  const claim = async (id: string) => {
    setAsked(id)
    const answer = await run({ id })
    if (answer?.ok) say('归到您名下了')
  }
  return (
    <View className="col g3 mt2">
      {items.map((each) => (
        <Card key={each.id}>
          <View className="title">这是您吗？</View>
          <View className="i2 mt1">队长替「{each.name}」登记过，称呼和电话都跟您一样：</View>
          {each.activities.map((activity) => (
            <View key={activity.id} className="mt2">
              {nearMoment(activity.startsAt, now)} {activity.title}
            </View>
          ))}
          {asked === each.id && (
            <View className="mt3">
              <TroubleNotice trouble={trouble} />
            </View>
          )}
          <View className="mt4">
            <BigButton variant="quiet" busy={busy && asked === each.id} onTap={() => void claim(each.id)}>
              {busy && asked === each.id ? '正在归到您名下…' : '是我，归到我名下'}
            </BigButton>
          </View>
        </Card>
      ))}
    </View>
  )
}
