import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './Icon'

interface LinkProps {
  children: ReactNode
  onTap: () => void
  icon?: IconName
  /** In the second ink instead of pine. */
  plain?: boolean
  name?: string
}

/** Words that can be tapped; the target is at least 44 high. */
export function Link({ children, onTap, icon, plain, name }: LinkProps) {
  return (
    <View
      className={classes('link', plain && 'link--plain')}
      hoverClass="pressed"
      aria-role="button"
      aria-label={name}
      onClick={(event) => {
        event.stopPropagation()
        onTap()
      }}
    >
      {icon && <Icon name={icon} />}
      <View>{children}</View>
    </View>
  )
}
