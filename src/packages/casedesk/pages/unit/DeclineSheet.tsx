import { View } from '@tarojs/components'
import type { CaseCard } from '@core/contract'
import { useState } from 'react'
import { hideKeyboard, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { AreaField, BigButton, Chip, Sheet } from '@/ui'
import { useMove } from '../../use-move'

/** Reasons that come up again and again; a tap fills one in. */
const usual = ['不归我们管', '手上的人排不开', '要别的单位先来看'] as const

/** Says no to a whistle, with the reason; the community reads it and whistles for another. */
export function DeclineSheet({ card, unitId, onClose }: { card: CaseCard; unitId: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const { move, busy, trouble } = useMove()
  const change = (next: string) => {
    setReason(next)
    setWrong('')
  }
  const decline = async () => {
    hideKeyboard()
    if (!reason.trim()) return setWrong('写上为什么，社区好另找人')
    const answer = await move(card.id, { move: 'decline', unit: unitId, words: reason.trim() })
    if (!answer?.ok) return
    onClose()
    say('退回给社区了')
  }
  return (
    <Sheet
      title="退单"
      say={`「${card.title}」回到社区，另找别的单位。原因社区看得到，也留在记录里。`}
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton variant="line" busy={busy} onTap={() => void decline()}>
            {busy ? '正在退…' : '退单'}
          </BigButton>
          <BigButton onTap={onClose}>再想想</BigButton>
        </>
      }
    >
      <View className="row wrap g2 mt4">
        {usual.map((each) => (
          <Chip key={each} on={reason === each} onTap={() => change(each)} name={each}>
            {each}
          </Chip>
        ))}
      </View>
      <View className="mt4">
        <AreaField
          label="为什么"
          value={reason}
          onChange={change}
          most={300}
          hint="比如 这段灯归城管，不归我们"
          wrong={wrong}
          asked
        />
      </View>
    </Sheet>
  )
}
