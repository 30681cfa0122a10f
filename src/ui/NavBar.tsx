import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { useLook } from './look'

interface NavBarProps {
  children?: ReactNode
  onBack?: () => void
}

/** The bar of a page with `navigationStyle: 'custom'`; stays in sight and keeps clear of status bar and capsule. */
export function NavBar({ children, onBack }: NavBarProps) {
  const { statusHeight, navHeight } = useLook()
  return (
    <View className="nav-bar" style={`padding-top:${statusHeight}px`}>
      <View className={classes('nav', onBack && 'nav--back')} style={`min-height:${navHeight}px`}>
        {onBack && (
          <View className="nav__back" hoverClass="pressed" onClick={onBack} aria-role="button" aria-label="返回">
            <Icon name="left" size={24} />
          </View>
        )}
        {children}
      </View>
    </View>
  )
}
