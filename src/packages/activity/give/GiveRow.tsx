import { actions, type ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { useAction, useMe } from '@/client'
import { faceOf, ourParts, seatState } from '@/parts'
import { Avatar, Card, ListRow, Tile, useLook } from '@/ui'
import { sentWords } from './words'

/** 给家里老人, where one can sign up; and what became of the cards sent to whom no row above tells of already. */
export function GiveRow({ page, now, onGive }: { page: ActivityPage; now: number; onGive: () => void }) {
  const me = useMe().data
  const { care } = useLook()
  const isOpen = ['seats', 'open', 'full'].includes(seatState({ ...page, mine: null, ours: [] }, now).kind)
  const keepsElder = page.people.some(({ kind }) => kind === 'elder' || kind === 'care')
  const sent = useAction(actions.sentCards, { id: page.id }, { enabled: keepsElder })
  const placed = ourParts(page).map(({ id }) => id)
  const isOver = page.state === 'cancelled' || now >= page.endsAt
  const cards = isOver ? [] : (sent.data?.items ?? []).filter(({ wardId }) => !placed.includes(wardId))
  // In care mode it is an elder's own phone, unless she keeps one herself.
  const canGive = isOpen && me?.hasProfile === true && (!care || keepsElder)
  if (!canGive && cards.length === 0) return null
  return (
    <View className="mt4">
      <Card kind="rows">
        {cards.map((card, index) => (
          <View key={card.wardId} className={index === 0 ? 'lrow lrow--first' : 'lrow'}>
            <Avatar face={faceOf(card.called)} />
            <View className="grow">
              <View className="b">{card.called}</View>
              <View className={card.answer === 'yes' ? 'small ok' : 'small i2'}>{sentWords(card)}</View>
            </View>
          </View>
        ))}
        {canGive && (
          <ListRow
            first={cards.length === 0}
            lead={<Tile icon="heart" />}
            title="给家里老人"
            say="发一张大字卡片，点一下就报名"
            onTap={onGive}
            name="给家里老人，发一张大字卡片"
          />
        )}
      </Card>
    </View>
  )
}
