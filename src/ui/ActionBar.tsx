import { Button, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

/** Fixed at the bottom of a Page: `small` on the left (BarSmall or a sum), the primary button right. */
export function ActionBar({ small, children }: { small?: ReactNode; children: ReactNode }) {
  return (
    <View className="bar">
      {small}
      {children}
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
