import type { ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { Facepile, SeatBar, seatState } from '@/parts'
import { SectionTitle } from '@/ui'
import { comingWords } from './words'

/** How many seats, how many come, and a few faces of one character. */
export function WhoComes({ page, now }: { page: ActivityPage; now: number }) {
  const state = seatState({ ...page, mine: null, ours: [] }, now)
  return (
    <>
      <SectionTitle say={comingWords(page)}>谁会来</SectionTitle>
      <View className="card">
        <SeatBar colour={page.colour} state={state} />
        <View className="mt4">
          {page.taken > 0 ? (
            <Facepile faces={page.faces} total={page.taken} />
          ) : (
            <View className="small i2">还没有人报，您可以是第一位。</View>
          )}
        </View>
      </View>
    </>
  )
}
