import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'

interface ListRowProps {
  title: ReactNode
  /** Second line, small. */
  say?: ReactNode
  /** 44 tile (Tile) or 40 avatar. */
  lead?: ReactNode
  /** Words, a button; a chevron is added where the row leads on. */
  trail?: ReactNode
  onTap?: () => void
  name?: string
  /** First of its card: no line above. */
  first?: boolean
  /** Leads on but says nothing of it with a chevron. */
  bare?: boolean
}

/** A line of a card: lead, words, trail; at least 60 high, 72 with two lines. */
export function ListRow({ title, say, lead, trail, onTap, name, first, bare }: ListRowProps) {
  const inner = (
    <>
      {lead}
      <View className="grow">
        <View className="b">{title}</View>
        {say && <View className="small i2">{say}</View>}
      </View>
      {trail}
      {onTap && !bare && <Icon name="right" tone="i3" size={18} />}
    </>
  )
  const look = classes('lrow', first && 'lrow--first', Boolean(say) && 'lrow--tall')
  if (!onTap) return <View className={look}>{inner}</View>
  return (
    <View className={look} hoverClass="pressed" onClick={onTap} aria-role="button" aria-label={name}>
      {inner}
    </View>
  )
}
