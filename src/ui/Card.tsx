import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'

interface CardProps {
  children: ReactNode
  /** Makes the whole card a button; `name` is then its sentence. */
  onTap?: () => void
  name?: string
  /** bare without padding, rows for ListRows, flat on the sunk surface. */
  kind?: 'plain' | 'bare' | 'rows' | 'flat'
  className?: string
}

/** White, round, a breath above the paper. */
export function Card({ children, onTap, name, kind = 'plain', className }: CardProps) {
  const look = classes('card', kind !== 'plain' && `card--${kind}`, className)
  if (!onTap) return <View className={look}>{children}</View>
  return (
    <View className={look} hoverClass="pressed" onClick={onTap} aria-role="button" aria-label={name}>
      {children}
    </View>
  )
}
