import type { ActivityPage, Mine } from '@core/contract'
import { View } from '@tarojs/components'
import { go } from '@/device'
import { spokenMoment } from '@/parts'
import { BigButton, Icon, Notice, Sheet, Tick } from '@/ui'
import type { Part } from './use-part'
import { cancelWords, waitingWords } from './words'

interface SignedUpProps {
  page: ActivityPage
  mine: Mine
  part: Part
  now: number
  onClose: () => void
}

/** Done: what stands now, and the offer to be told when something changes. */
export function SignedUp({ page, mine, part, now, onClose }: SignedUpProps) {
  const isIn = mine.state !== 'waiting'
  const title = isIn ? '报上了' : mine.position ? `候补第 ${mine.position} 位` : '排上队了'
  return (
    <Sheet
      title={title}
      onClose={onClose}
      foot={
        <>
          {part.canBeTold && !part.isTold && (
            <BigButton icon="bell" onTap={() => void part.beTold()}>
              {isIn ? '有变动就告诉我' : '补上了就告诉我'}
            </BigButton>
          )}
          <BigButton variant={part.canBeTold && !part.isTold ? 'line' : 'primary'} onTap={onClose}>
            好了
          </BigButton>
          <BigButton variant="plain" size="small" onTap={() => void go.mine()}>
            看我的报名
          </BigButton>
        </>
      }
    >
      <View className="row g3 mt4">
        {isIn ? <Tick on large /> : <Icon name="hourglass" size={36} tone="wa" />}
        <View className="grow">
          <View className="title">{spokenMoment(page.startsAt, now)}</View>
          <View className="i2">{page.place.name}</View>
        </View>
      </View>
      <View className="i2 mt4">{isIn ? cancelWords(page, now) : waitingWords(page, now)}</View>
      {part.isTold && (
        <View className="mt4">
          <Notice tone="success" icon="bell">
            记下了，会在微信里告诉您。
          </Notice>
        </View>
      )}
    </Sheet>
  )
}
