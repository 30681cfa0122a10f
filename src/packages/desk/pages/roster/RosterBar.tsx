import type { ActivityCard } from '@core/contract'
import { go } from '@/device'
import { ActionBar, BarSmall, BigButton } from '@/ui'
import type { useApproval } from './use-approval'

/** Check-in opens so long before the start, ms. */
const dayOpens = 3_600_000

interface RosterBarProps {
  card: ActivityCard
  now: number
  isLive: boolean
  onManage: () => void
}

/** What is next for this activity: passing it on, the check-in once its hour has come, settling it afterwards. */
export function RosterBar({ card, now, isLive, onManage }: RosterBarProps) {
  const isDay = card.state !== 'cancelled' && now >= card.startsAt - dayOpens
  return (
    <ActionBar small={<BarSmall icon="list" label="管理" onTap={onManage} />}>
      {isLive && (
        <BigButton
          variant={isDay ? 'quiet' : 'line'}
          icon="plus"
          onTap={() => void go.enter(card.id)}
          name="添人，替邻居登记"
        >
          添人
        </BigButton>
      )}
      {isLive && !isDay && (
        <BigButton grow icon="share" openType="share" name="转发给邻居">
          转发给邻居
        </BigButton>
      )}
      {isLive && isDay && (
        <BigButton grow icon="scan" onTap={() => void go.day(card.id)}>
          去签到
        </BigButton>
      )}
      {!isLive && (
        <BigButton grow icon="plus" onTap={() => void go.publish({ copy: card.id, team: card.teamId })}>
          照样再办一场
        </BigButton>
      )}
    </ActionBar>
  )
}

interface ApprovalBarProps {
  approval: ReturnType<typeof useApproval>
  onAccept: () => Promise<void>
  onDecline: () => void
}

/** Yes or no to those who are picked. */
export function ApprovalBar({ approval, onAccept, onDecline }: ApprovalBarProps) {
  const many = approval.picked.length
  return (
    <ActionBar
      small={
        <BigButton variant="line" disabled={many === 0 || approval.busy} onTap={onDecline}>
          婉拒
        </BigButton>
      }
    >
      <BigButton grow busy={approval.busy} disabled={many === 0} onTap={() => void onAccept()}>
        {approval.busy ? '正在告诉他们…' : many === 0 ? '先点名字选几位' : `同意 ${many} 位`}
      </BigButton>
    </ActionBar>
  )
}
