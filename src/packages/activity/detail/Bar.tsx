import type { ActivityPage } from '@core/contract'
import { callPhone, go } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { ourParts, seatState, type OurPart } from '@/parts'
import { ActionBar, BarSmall, BigButton } from '@/ui'
import { useNotInvited } from './use-invited'
import type { Part } from './use-part'

interface BarProps {
  page: ActivityPage
  part: Part
  now: number
  onJoin: () => void
  /** Opens the sheet that asks which of hers do not come. */
  onLeave: () => void
}

/** What she can do now: sign up, wait, answer, give up her seat, or call. */
export function Bar(props: BarProps) {
  const { part } = props
  const trouble = part.leaving.trouble ?? part.answering.trouble
  return (
    <ActionBar
      small={<BarSmall icon="share" label="转发" openType="share" />}
      note={trouble && <TroubleNotice trouble={trouble} />}
    >
      <Act {...props} />
    </ActionBar>
  )
}

function Act({ page, part, now, onJoin, onLeave }: BarProps) {
  const parts = ourParts(page)
  const state = seatState({ ...page, mine: null, ours: [] }, now)
  const outside = useNotInvited(page)
  const call = () => void callPhone(page.contact.phone)
  const isOver = state.kind === 'over' || state.kind === 'off'
  const isOpen = state.kind === 'seats' || state.kind === 'open' || state.kind === 'full'
  const offered = parts.filter(({ mine }) => mine.state === 'offered')
  if (!isOver && offered.length > 0) return <Answer part={part} offered={offered} />
  if (!isOver && parts.length > 0 && (page.mine || !isOpen)) {
    return <Leave page={page} part={part} parts={parts} now={now} onLeave={onLeave} onCall={call} />
  }
  if (outside && isOpen) {
    return <Outside page={page} isForMembers={outside.code === 'activity.members_only'} onCall={call} />
  }
  switch (state.kind) {
    case 'seats':
    case 'open':
      return (
        <BigButton grow onTap={onJoin}>
          {page.drawAt === null ? '报名' : '报名抽签'}
        </BigButton>
      )
    case 'full':
      return (
        <BigButton grow onTap={onJoin}>
          满了，排个队
        </BigButton>
      )
    case 'not-open':
      return (
        <BigButton grow disabled>
          {state.word}
        </BigButton>
      )
    case 'over':
    case 'off':
      return (
        <BigButton grow variant="quiet" onTap={() => void go.home()}>
          看看别的活动
        </BigButton>
      )
    default:
      return (
        <BigButton grow variant="line" icon="phone" onTap={call}>
          {state.kind === 'on' ? '正在进行' : '报名截止了'}，打给{page.contact.name}
        </BigButton>
      )
  }
}

interface LeaveProps {
  page: ActivityPage
  part: Part
  parts: OurPart[]
  now: number
  onLeave: () => void
  onCall: () => void
}

/** Gives up what she and hers have; with several of them, a sheet asks who. */
function Leave({ page, part, parts, now, onLeave, onCall }: LeaveProps) {
  const hasSeat = parts.some(({ mine }) => mine.state === 'in')
  if (hasSeat && now >= page.cancelBy) {
    return (
      <BigButton grow variant="line" icon="phone" onTap={onCall}>
        来不了，打给{page.contact.name}
      </BigButton>
    )
  }
  const isWaiting = parts.every(({ mine }) => mine.state === 'waiting')
  const label = hasSeat ? '来不了' : isWaiting ? '不排队了' : '不报了'
  const doing = hasSeat ? '正在退座…' : '正在退出…'
  const { busy } = part.leaving
  return (
    <BigButton grow variant="line" busy={busy} onTap={() => (parts.length > 1 ? onLeave() : void part.leave(parts))}>
      {busy ? doing : label}
    </BigButton>
  )
}

/** Seats are kept for her answer: 我来, or 这次不来. */
function Answer({ part, offered }: { part: Part; offered: OurPart[] }) {
  const { busy } = part.answering
  return (
    <>
      <BigButton grow variant="line" disabled={busy} onTap={() => void part.answer(false, offered)}>
        这次不来
      </BigButton>
      <BigButton grow busy={busy} onTap={() => void part.answer(true, offered)}>
        {offered.length > 1 ? '我们来' : '我来'}
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
