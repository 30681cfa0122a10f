import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './Icon'

interface NoticeProps {
  children: ReactNode
  title?: ReactNode
  tone?: 'plain' | 'success' | 'warn' | 'danger' | 'info'
  icon?: IconName
  /** An optional small button below. */
  action?: ReactNode
  /** Appeared by itself: the screen reader says it at once. */
  alert?: boolean
}

const iconOf: Record<NonNullable<NoticeProps['tone']>, IconName> = {
  plain: 'info',
  success: 'check',
  warn: 'hourglass',
  danger: 'info',
  info: 'info',
}

/** One or two sentences that explain, beside what they are about. */
export function Notice({ children, title, tone = 'plain', icon = iconOf[tone], action, alert }: NoticeProps) {
  return (
    <View
      className={classes('notice', tone !== 'plain' && `notice--${tone}`)}
      aria-role={alert ? 'alert' : 'note'}
      aria-live={alert ? 'polite' : undefined}
    >
      <Icon name={icon} />
      <View className="grow">
        {title && <View className="notice__t">{title}</View>}
        {children && <View>{children}</View>}
        {action && <View className="mt2">{action}</View>}
      </View>
    </View>
  )
}
