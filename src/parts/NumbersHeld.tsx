import { View } from '@tarojs/components'
import { Notice } from '@/ui'
import { heldWords, type MaybeHeld } from './held-words'

/** Above people whose numbers are held back for a while: why, and what to do meanwhile; nothing where they are there. */
export function NumbersHeld({ held }: MaybeHeld) {
  if (!held) return null
  return (
    <View className="mt3">
      <Notice title={heldWords(held)}>这一会儿看过的电话多了，先停一停；急用的话，请社区的同事帮着查。</Notice>
    </View>
  )
}
