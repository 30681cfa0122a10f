import type { Colour } from '@core/contract'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { TeamShape } from '@/ui'

/**
 * The drawing at the head of a page, in the colour of its team; it follows dark mode by itself.
 * A page that uses it imports `@/parts/cover.scss`, so that the drawing weighs only where it is shown.
 */
export function Cover({ colour, children }: { colour: Colour; children?: ReactNode }) {
  return (
    <>
      <View className={`cover cover--${colour}`}>
        <View className="cover__hills" />
        <View className="cover__lip" />
        {children}
      </View>
      <View className={`cover__scene cover--${colour}`} aria-hidden>
        <View className="cover__glow" />
        <View className="cover__sun">
          <TeamShape colour={colour} size={48} />
        </View>
        <View className="cover__flowers" />
      </View>
    </>
  )
}
