import type { CaseView, MoveName } from '@core/contract'
import { callPhone } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { ActionBar, BarSmall, BigButton } from '@/ui'
import { moveLabel, type Moves as Order } from './next-moves'
import type { Moves } from './use-moves'

interface CaseBarProps {
  view: CaseView
  order: Order
  moves: Moves
  /** She may say 我也是 here. */
  canFollow: boolean
  canShare: boolean
  onMove: (move: MoveName) => void
  onMore: () => void
}

/** Whether the bar has anything to offer to this viewer. */
export const hasBar = (view: CaseView, order: Order, canFollow: boolean) =>
  Boolean(order.first ?? order.second ?? order.rest[0]) || canFollow || Boolean(view.contact?.phone)

/** What is expected next from this viewer, what else is near at hand, and the rest behind 更多. */
export function CaseBar({ view, order, moves, canFollow, canShare, onMove, onMore }: CaseBarProps) {
  const { first, second, rest } = order
  const { contact } = view
  const trouble = moves.following.trouble
  const follow = async () => {
    if (!view.isFollowed) await moves.beTold()
    await moves.follow(!view.isFollowed)
  }
  const small =
    rest.length > 0 ? (
      <BarSmall icon="list" label="更多" onTap={onMore} />
    ) : canShare ? (
      <BarSmall icon="share" label="转发" openType="share" />
    ) : undefined
  return (
    <ActionBar small={small} note={trouble && <TroubleNotice trouble={trouble} />}>
      {second && (
        <BigButton grow variant="line" onTap={() => onMove(second)}>
          {moveLabel(second, view)}
        </BigButton>
      )}
      {canFollow && (
        <BigButton grow variant="line" busy={moves.following.busy} onTap={() => void follow()}>
          {view.isFollowed ? '不用告诉我' : first ? '我也是' : '我也是，办好告诉我'}
        </BigButton>
      )}
      {first ? (
        <BigButton grow onTap={() => onMove(first)}>
          {moveLabel(first, view)}
        </BigButton>
      ) : (
        contact?.phone && (
          <BigButton
            grow
            variant={view.state === 'closed' ? 'line' : 'primary'}
            icon={small ? undefined : 'phone'}
            onTap={() => void callPhone(contact.phone)}
            name={`问问进展，打给${contact.name}`}
          >
            {small ? '打个电话' : '问问进展'}
          </BigButton>
        )
      )}
    </ActionBar>
  )
}
