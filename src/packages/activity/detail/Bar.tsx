import type { ActivityPage } from '@core/contract'
import { callPhone, go } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { seatState } from '@/parts'
import { ActionBar, BarSmall, BigButton } from '@/ui'
import { useNotInvited } from './use-invited'
import type { Part } from './use-part'

interface BarProps {
  page: ActivityPage
  part: Part
  now: number
  onJoin: () => void
}

/** What she can do now: sign up, wait, answer, give up her seat, or call. */
export function Bar({ page, part, now, onJoin }: BarProps) {
  const trouble = part.leaving.trouble ?? part.answering.trouble
  return (
    <ActionBar
      small={<BarSmall icon="share" label="转发" openType="share" />}
      note={trouble && <TroubleNotice trouble={trouble} />}
    >
      <Act page={page} part={part} now={now} onJoin={onJoin} />
    </ActionBar>
  )
}

function Act({ page, part, now, onJoin }: BarProps) {
  const state = seatState(page, now)
  const outside = useNotInvited(page)
  const call = () => void callPhone(page.contact.phone)
  if (outside && ['seats', 'open', 'full'].includes(state.kind)) {
    return <Outside page={page} isForMembers={outside.code === 'activity.members_only'} onCall={call} />
  }
  switch (state.kind) {
    case 'seats':
    case 'open':
      return (
        <BigButton grow onTap={onJoin}>
          报名
        </BigButton>
      )
    case 'full':
      return (
        <BigButton grow onTap={onJoin}>
          满了，排个队
        </BigButton>
      )
    case 'offered':
      return <Answer part={part} />
    case 'waiting':
      return (
        <BigButton grow variant="line" busy={part.leaving.busy} onTap={() => void part.leave()}>
          {part.leaving.busy ? '正在退出…' : '不排队了'}
        </BigButton>
      )
    case 'mine':
      return now < page.cancelBy ? (
        <BigButton grow variant="line" busy={part.leaving.busy} onTap={() => void part.leave()}>
          {part.leaving.busy ? '正在退座…' : '来不了'}
        </BigButton>
      ) : (
        <BigButton grow variant="line" icon="phone" onTap={call}>
          来不了，打给{page.contact.name}
        </BigButton>
      )
    case 'not-open':
      return (
        <BigButton grow disabled>
          {state.word}
        </BigButton>
      )
    case 'closed':
    case 'on':
      return (
        <BigButton grow variant="line" icon="phone" onTap={call}>
          {state.kind === 'on' ? '正在进行' : '报名截止了'}，打给{page.contact.name}
        </BigButton>
      )
    case 'over':
    case 'off':
      return (
        <BigButton grow variant="quiet" onTap={() => void go.home()}>
          看看别的活动
        </BigButton>
      )
  }
}

/** A seat is kept for her: 我来, or 这次不来. */
function Answer({ part }: { part: Part }) {
  const { busy } = part.answering
  return (
    <>
      <BigButton grow variant="line" disabled={busy} onTap={() => void part.answer(false)}>
        这次不来
      </BigButton>
      <BigButton grow busy={busy} onTap={() => void part.answer(true)}>
        我来
      </BigButton>
    </>
  )
}

/** It is for others: the way to become one of them, or someone to ask. */
function Outside(props: { page: ActivityPage; isForMembers: boolean; onCall: () => void }) {
  const { page, isForMembers, onCall } = props
  return isForMembers ? (
    <BigButton grow onTap={() => void go.team(page.teamId)}>
      去看看这支队伍
    </BigButton>
  ) : (
    <BigButton grow variant="line" icon="phone" onTap={onCall}>
      打给{page.contact.name}
    </BigButton>
  )
}
