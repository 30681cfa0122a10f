import type { CaseCard } from '@core/contract'
import { say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { dueWords } from '@/parts/case'
import { BigButton } from '@/ui'
import { DeskCard } from '../../card/DeskCard'
import { useMove } from '../../use-move'

interface UnitCaseProps {
  card: CaseCard
  unitId: string
  now: number
  /** Whether this unit has not answered yet; another that was whistled for with it may have. */
  isAsked: boolean
  onDecline: (card: CaseCard) => void
}

/** One the unit was whistled for; while it asks for an answer, yes is one tap and no asks for the reason. */
export function UnitCase({ card, unitId, now, isAsked, onDecline }: UnitCaseProps) {
  const { move, busy, trouble } = useMove()
  const { dueAt, isOverdue } = card
  const accept = async () => {
    const answer = await move(card.id, { move: 'accept', unit: unitId })
    if (answer?.ok) say('接下了，提的人知道了')
  }
  return (
    <DeskCard
      card={card}
      now={now}
      note={trouble && <TroubleNotice trouble={trouble} />}
      due={
        isAsked && card.state === 'dispatched' && dueAt !== null && !isOverdue
          ? `${dueWords(dueAt, now)}回话`
          : undefined
      }
    >
      {isAsked && (
        <>
          <BigButton
            size="small"
            variant="line"
            disabled={busy}
            onTap={() => onDecline(card)}
            name={`退单，${card.title}`}
          >
            退单
          </BigButton>
          <BigButton size="small" grow busy={busy} onTap={() => void accept()} name={`接单，${card.title}`}>
            {busy ? '正在接…' : '接单'}
          </BigButton>
        </>
      )}
    </DeskCard>
  )
}
