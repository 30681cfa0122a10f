import { View } from '@tarojs/components'
import { actions, type CaseCard } from '@core/contract'
import { useAction } from '@/client'
import { ask, useNow } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { CaseTicket } from '@/parts/case'
import { Notice, Sheet } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'

/** Chooses the case that this one goes into; its asker follows that one from then on. */
export function MergeSheet({ view, moves, onClose }: MoveSheetProps) {
  const now = useNow()
  const asking = useAction(actions.matches, { id: view.id })
  const merge = async (card: CaseCard) => {
    const isSure = await ask({
      title: '合成一件？',
      body: `合进「${card.title}」，办好了一起告诉。合了不能再分开。`,
      yes: '合成一件',
    })
    if (isSure && (await moves.move({ move: 'merge', into: card.id }))) onClose()
  }
  return (
    <Sheet
      title="和另一件合在一起"
      say="几个人说的是同一件事，合成一件来办，提的人都会收到消息。"
      onClose={onClose}
      foot={moves.trouble && <TroubleNotice trouble={moves.trouble} />}
    >
      <View className="mt4">
        <Asked asking={asking}>
          {({ same }) =>
            same.length === 0 ? (
              <Notice>没有找到像是同一件的。</Notice>
            ) : (
              <View className="cards">
                {same.map((card) => (
                  <CaseTicket key={card.id} card={card} now={now} onTap={() => void (!moves.busy && merge(card))} />
                ))}
              </View>
            )
          }
        </Asked>
      </View>
    </Sheet>
  )
}
