import { View } from '@tarojs/components'
import type { Me } from '@core/contract'
import { go } from '@/device'
import { CareSwitch } from '@/parts/CareSwitch'
import { Card } from '@/ui'
import { CaseDoors } from './CaseDoors'
import { Door } from './Door'

interface DoorRowsProps {
  me: Me
  coming: number | undefined
  waiting: number | undefined
  /** Whether her family stands above already. */
  hasFamily: boolean
}

/** The ways on from 我的. */
export function DoorRows({ me, coming = 0, waiting = 0, hasFamily }: DoorRowsProps) {
  const signups = [coming > 0 && `要去 ${coming} 场`, waiting > 0 && `候补 ${waiting} 场`].filter(Boolean).join('，')
  const isLeader = me.leads.length > 0 || me.roles.staffOf.length > 0
  return (
    <View className="mt6">
      <Card kind="rows">
        <Door first icon="calendar" title="我的报名" say={signups} onTap={go.mine} />
        {me.hasProfile && <Door icon="star" title="时长与证明" onTap={() => go.hours()} />}
        {me.hasProfile && !hasFamily && <Door icon="people" title="我的家人" say="替老人孩子报名" onTap={go.family} />}
        <Door
          icon="bell"
          title="消息"
          say={me.unread > 0 ? `${me.unread} 条没看` : ''}
          strong={me.unread > 0}
          onTap={go.messages}
        />
        {isLeader && <Door icon="list" title="队长台" onTap={go.desk} />}
        <CaseDoors me={me} />
        {me.roles.staffOf.length > 0 && <Door icon="heart" title="社区的老人" onTap={go.elders} />}
        <CareSwitch />
        <Door icon="info" title="设置" say="找谁帮忙" onTap={go.settings} />
      </Card>
    </View>
  )
}
