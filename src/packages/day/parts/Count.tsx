import './count.scss'
import { View } from '@tarojs/components'
import type { Colour } from '@core/contract'
import type { ReactNode } from 'react'
import { figure } from '@/parts/figures'

interface CountProps {
  done: number
  all: number
  /** 人到了, 人签退了. */
  words: string
  colour: Colour
  /** On the right of the figure. */
  children?: ReactNode
}

/** How many of how many, as a large figure and a bar. */
export function Count({ done, all, words, colour, children }: CountProps) {
  const share = all > 0 ? Math.min(100, Math.round((done / all) * 100)) : 0
  return (
    <View>
      <View className="row between g3 wrap">
        <View className="row g3 came wrap" aria-role="text" aria-label={`${done} ${words}，共 ${all} 人`}>
          <View className="numeral">{figure(done)}</View>
          <View className="i2">
            / {figure(all)} {words}
          </View>
        </View>
        {children}
      </View>
      <View className="bar8 mt2" aria-hidden>
        <View className={`bar8__fill base--${colour}`} style={`width:${share}%`} />
      </View>
    </View>
  )
}
