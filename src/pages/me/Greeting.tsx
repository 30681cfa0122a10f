import { View } from '@tarojs/components'
import type { Me } from '@core/contract'
import { go } from '@/device'
import { faceOf } from '@/parts'
import { Avatar, BigButton, Card, Icon } from '@/ui'

/** Who she is here; a tap leads to what she told about herself. */
export function Greeting({ me }: { me: Me }) {
  if (!me.hasProfile) return <Stranger />
  const community = me.communities.find((each) => each.id === me.communityId)?.name ?? '还没选社区'
  const more = me.phone || '没有留电话'
  return (
    <View
      className="row g4 greeting"
      hoverClass="pressed"
      onClick={() => void go.profile()}
      aria-role="button"
      aria-label={`${me.name}，${community}，改我的资料`}
    >
      <View className="greeting__face">
        <Avatar face={faceOf(me.name)} size="large" />
      </View>
      <View className="grow">
        <View className="head">{me.name}</View>
        <View className="small i2">
          {community} · {more}
        </View>
      </View>
      <Icon name="right" tone="i3" size={18} />
    </View>
  )
}

function Stranger() {
  return (
    <Card>
      <View className="head">怎么称呼您？</View>
      <View className="i2 mt2">写个称呼，选个社区，就能报名参加活动。看活动不用写。</View>
      <View className="mt4">
        <BigButton onTap={() => void go.profile()}>写称呼</BigButton>
      </View>
    </Card>
  )
}
