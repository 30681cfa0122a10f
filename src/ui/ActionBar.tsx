import { Button, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

interface ActionBarProps {
  children: ReactNode
  /** On the left: BarSmall or a sum. */
  small?: ReactNode
  /** Above the buttons: why something was refused, or what a tap will do. */
  note?: ReactNode
}

/** Fixed at the bottom of a Page, with the primary button on the right. */
export function ActionBar({ children, small, note }: ActionBarProps) {
  return (
    <View className="bar">
      {note && <View className="bar__note">{note}</View>}
      <View className="bar__row">
        {small}
        {children}
      </View>
    </View>
  )
}

interface BarSmallProps {
  icon: IconName
  label: string
  onTap?: () => void
  openType?: 'share'
}

/** The small thing on the left of an ActionBar, such as 转发. */
export function BarSmall({ icon, label, onTap, openType }: BarSmallProps) {
  return (
    <Button className="bar__small" hoverClass="pressed" openType={openType} onClick={onTap} aria-label={label}>
      <Icon name={icon} size={24} />
      <View>{label}</View>
    </Button>
  )
}
