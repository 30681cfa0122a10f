import type { CaseView, MoveName } from '@core/contract'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton } from '@/ui'
import type { Moves } from './use-moves'

interface SendProps {
  view: CaseView
  move: MoveName
  moves: Moves
  label: string
  doing: string
  onSend: () => Promise<unknown>
  onClose: () => void
  /** Not in pine: it ends something. */
  isEnd?: boolean
  /** Pictures are on their way up. */
  isUploading?: boolean
}

/** What went wrong the last time, and the button that sends; once the move is hers no more, it leads back. */
export function Send({ view, move, moves, label, doing, onSend, onClose, isEnd, isUploading }: SendProps) {
  const isGone = moves.trouble?.refusal !== undefined && !view.may.includes(move)
  return (
    <>
      <TroubleNotice trouble={moves.trouble} />
      {isGone ? (
        <BigButton variant="quiet" onTap={onClose}>
          看看现在到哪一步
        </BigButton>
      ) : (
        <BigButton
          variant={isEnd ? 'line' : 'primary'}
          busy={moves.busy}
          disabled={isUploading}
          onTap={() => void onSend()}
        >
          {moves.busy ? doing : isUploading ? '等照片传完' : label}
        </BigButton>
      )}
    </>
  )
}
