import { Button, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './Icon'

interface BigButtonProps {
  /** A verb with its count: 3 个人一起报名. */
  children: ReactNode
  onTap?: () => void
  /** primary once a view; quiet second; line the way out; plain a word that can be tapped. */
  variant?: 'primary' | 'quiet' | 'line' | 'plain'
  /** small in cards and rows, xl for 我去. */
  size?: 'small' | 'normal' | 'xl'
  icon?: IconName
  /** Taps are ignored meanwhile; the label should say what is happening (正在报名…). */
  busy?: boolean
  /** Never alone: the reason stands beside it. */
  disabled?: boolean
  /** Takes the room that is left in a row. */
  grow?: boolean
  openType?: 'share' | 'contact' | 'openSetting'
  /** What the screen reader says where the label alone is not enough. */
  name?: string
}

/** A pill to tap; at least 52 high, 68 in care mode. */
export function BigButton(props: BigButtonProps) {
  const { children, onTap, variant = 'primary', size = 'normal', icon, busy, disabled, grow, openType, name } = props
  const still = busy || disabled
  return (
    <Button
      className={classes(
        'btn',
        variant !== 'primary' && `btn--${variant}`,
        size === 'small' && 'btn--s',
        size === 'xl' && 'btn--xl',
        disabled && 'btn--off',
        grow && 'btn--grow',
      )}
      hoverClass={still ? 'none' : 'pressed'}
      openType={openType}
      aria-label={name}
      aria-busy={busy || undefined}
      aria-disabled={still || undefined}
      onClick={(event) => {
        event.stopPropagation()
        if (!still) onTap?.()
      }}
    >
      {busy ? <View className="spin" aria-hidden /> : icon && <Icon name={icon} />}
      <View>{children}</View>
    </Button>
  )
}
