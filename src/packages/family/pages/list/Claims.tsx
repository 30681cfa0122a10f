import { View } from '@tarojs/components'
import { actions, type OutputOf } from '@core/contract'
import { clockWords, dayWords } from '@core/domain/times'
import { useAction, useDo } from '@/client'
import { say, useNow } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Card, Link, Notice } from '@/ui'

/** What an organiser once entered under her own name and number: she says it is she, and the leader confirms it. */
export function Claims() {
  const found = useAction(actions.claimable, {})
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <>
      <View className="cards mt2">
        {items.map((each) => (
          <ClaimCard key={each.id} record={each} />
        ))}
      </View>
      <View className="mt4" />
    </>
  )
}

type Claimable = OutputOf<typeof actions.claimable>['items'][number]

function ClaimCard({ record: { id, name, count, askedAt } }: { record: Claimable }) {
  const now = useNow()
  const asking = useDo(actions.claim, { invalidates: [actions.claimable] })
  const takingBack = useDo(actions.unclaim, {
    invalidates: [actions.claimable, actions.myActivities, actions.myHours],
  })
  const trouble = asking.trouble ?? takingBack.trouble
  const claim = async () => {
    const answer = await asking.run({ id })
    if (answer?.ok) say('告诉队长了')
  }
  const takeBack = async () => {
    const answer = await takingBack.run({ id })
    if (answer?.ok) say('收回了')
  }
  return (
    <Card>
      <View className="title">这是您吗？</View>
      <View className="i2 mt1">
        队长替一位「{name}」登记过 {count} 场活动，称呼和电话都跟您一样。
      </View>
      {askedAt !== null && (
        <View className="mt3">
          <Notice tone="warn" title="等队长确认">
            {dayWords(askedAt, now)} {clockWords(askedAt)} 告诉队长的。认出是您，就归到您名下，也会通知您。
          </Notice>
        </View>
      )}
      {trouble && (
        <View className="mt3">
          <TroubleNotice trouble={trouble} />
        </View>
      )}
      {askedAt === null ? (
        <View className="mt4">
          <BigButton variant="quiet" busy={asking.busy} onTap={() => void claim()}>
            {asking.busy ? '正在告诉队长…' : '是我，请队长确认'}
          </BigButton>
        </View>
      ) : (
        <View className="mt2">
          <Link plain onTap={() => void takeBack()} name="收回，不认领了">
            {takingBack.busy ? '正在收回…' : '收回，不认领了'}
          </Link>
        </View>
      )}
    </Card>
  )
}
