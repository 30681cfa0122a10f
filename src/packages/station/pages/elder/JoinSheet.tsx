import { View } from '@tarojs/components'
import { actions, type ActivityCard, type Elder } from '@core/contract'
import { useState } from 'react'
import { useInfiniteAction } from '@/client'
import { useNow } from '@/device'
import { Ticket } from '@/parts'
import { Asked } from '@/parts/Asked'
import { Link, Sheet } from '@/ui'
import { JoinOne } from './JoinOne'

interface JoinSheetProps {
  elder: Elder
  communityId: string
  onClose: () => void
}

/** Signs her up: first which of the coming activities, then the tap. */
export function JoinSheet({ elder, communityId, onClose }: JoinSheetProps) {
  const [chosen, setChosen] = useState<ActivityCard | null>(null)
  if (chosen) return <JoinOne elder={elder} card={chosen} onBack={() => setChosen(null)} onClose={onClose} />
  return (
    <Sheet title={`帮${elder.name}报哪一场？`} onClose={onClose}>
      <Coming communityId={communityId} onChoose={setChosen} />
    </Sheet>
  )
}

interface ComingProps {
  communityId: string
  onChoose: (card: ActivityCard) => void
}

function Coming({ communityId, onChoose }: ComingProps) {
  const now = useNow()
  const [from] = useState(() => Date.now())
  const list = useInfiniteAction(actions.listActivities, {
    communityId,
    colour: null,
    from,
    to: null,
    search: '',
    week: false,
  })
  const cards = list.items.filter(({ state, closesAt }) => state === 'published' && closesAt > now)
  return (
    <View className="mt3">
      <Asked asking={list}>
        {() => (
          <>
            <View className="cards">
              {cards.map((card) => (
                <Ticket key={card.id} card={card} now={now} onTap={() => onChoose(card)} withDay />
              ))}
            </View>
            {cards.length === 0 && !list.hasMore && <View className="i2 mt3">社区这阵子没有可以报的活动。</View>}
            {list.hasMore && (
              <View className="mt2">
                <Link onTap={list.more}>{list.askingMore ? '正在取…' : '看后面的'}</Link>
              </View>
            )}
          </>
        )}
      </Asked>
    </View>
  )
}
