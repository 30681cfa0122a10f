import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'

interface ChipProps {
  children: ReactNode
  on: boolean
  onTap: () => void
  /** Name with its count: 还没到，6 人. */
  name?: string
  /** Several can be on at once. */
  many?: boolean
}

/** One choice among several; filled pine when on. */
export function Chip({ children, on, onTap, name, many }: ChipProps) {
  return (
    <View
      className={classes('chip', on && 'chip--on')}
      hoverClass="pressed"
      onClick={onTap}
      aria-role={many ? 'checkbox' : 'radio'}
      aria-checked={on}
      aria-label={name}
    >
      {children}
    </View>
  )
}

/** A row of Chips that scrolls sideways and bleeds to the edges of the page. */
export function Chips({ children, name }: { children: ReactNode; name?: string }) {
  return (
    <ScrollView className="chips" scrollX enhanced showScrollbar={false} aria-role="radiogroup" aria-label={name}>
      <View className="chips__in">{children}</View>
    </ScrollView>
  )
}
