import { actions } from '@core/contract'
import { useDo } from '@/client'
import { say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Sheet } from '@/ui'
import type { TeamPage } from './team'

/** Takes an application back or leaves the team, after saying what that means. */
export function LeaveSheet({ team, onClose }: { team: TeamPage; onClose: () => void }) {
  const hasApplied = team.mine === 'applied'
  const { run, busy, trouble } = useDo(actions.withdraw, {
    invalidates: [actions.getTeam, actions.listTeams, actions.me],
  })
  const leave = async () => {
    const answer = await run({ id: team.id })
    if (!answer?.ok) return
    say(hasApplied ? '申请收回了' : '已经退出')
    onClose()
  }
  return (
    <Sheet
      title={hasApplied ? '收回申请？' : '退出这支队伍？'}
      say={hasApplied ? '想来的时候，随时可以再申请。' : '已经报名的活动不受影响。想回来，再申请就行。'}
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton variant="line" busy={busy} onTap={() => void leave()}>
            {hasApplied ? '收回申请' : '退出队伍'}
          </BigButton>
          <BigButton onTap={onClose}>{hasApplied ? '再等等' : '留下'}</BigButton>
        </>
      }
    />
  )
}
