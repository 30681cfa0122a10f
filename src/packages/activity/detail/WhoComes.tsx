import type { ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { Facepile, SeatBar, seatState } from '@/parts'
import { SectionTitle } from '@/ui'
import { askingWords, comingWords, isAsking } from './words'

/** How many seats, how many come, and a few faces of one character. */
export function WhoComes({ page, now }: { page: ActivityPage; now: number }) {
  const state = seatState({ ...page, mine: null, ours: [] }, now)
  const asking = isAsking(page, now)
  return (
    <>
      <SectionTitle say={asking ? askingWords(page) : comingWords(page)}>谁会来</SectionTitle>
      <View className="card">
        <SeatBar colour={page.colour} state={state} />
        <View className="mt4">
          {asking && page.taken === 0 ? (
            <View className="small i2">
              {page.drawAt === null ? '队长同意一位，这里就多一位。' : '先报后报一样，抽完就知道谁来。'}
            </View>
          ) : page.taken > 0 ? (
            <Facepile faces={page.faces} total={page.taken} />
          ) : (
            <View className="small i2">还没有人报，您可以是第一位。</View>
          )}
        </View>
      </View>
    </>
  )
}
