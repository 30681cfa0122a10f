import type { CaseCard } from '@core/contract'
import { say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton } from '@/ui'
import { View } from '@tarojs/components'
import { DeskCard } from '../../card/DeskCard'
import { useMove } from '../../use-move'

interface UnitCaseProps {
  card: CaseCard
  unitId: string
  now: number
  onDecline: (card: CaseCard) => void
}

/** One the unit was whistled for; while it asks for an answer, yes is one tap and no asks for the reason. */
export function UnitCase({ card, unitId, now, onDecline }: UnitCaseProps) {
  const { move, busy, trouble } = useMove()
  const accept = async () => {
    const answer = await move(card.id, { move: 'accept', unit: unitId })
    if (answer?.ok) say('接下了，提的人知道了')
  }
  return (
    <DeskCard card={card} now={now}>
      {card.state === 'dispatched' && (
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
      {trouble && (
        <View className="grow">
          <TroubleNotice trouble={trouble} />
        </View>
      )}
    </DeskCard>
  )
}
