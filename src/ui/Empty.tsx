import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from './BigButton'
import { useLook } from './look'

export type Drawing = 'all-done' | 'no-activity' | 'no-signup' | 'no-wish' | 'offline'

interface EmptyProps {
  drawing: Drawing
  title: string
  /** One sentence; a line break stands where it breaks by sense, in type that leaves room for it. */
  say?: string
  action?: { label: string; onTap: () => void }
  /** At most one more link, or a telephone. */
  children?: ReactNode
}

/** When there is nothing yet: drawing, one sentence, one button, at most one more link. */
export function Empty({ drawing, title, say, action, children }: EmptyProps) {
  const { dark, large } = useLook()
  return (
    <View className="empty">
      <Image className="empty__pic" src={`/assets/empty/${drawing}${dark ? '-dark' : ''}.svg`} aria-hidden />
      <View className="title mt5">{title}</View>
      {say && <View className="empty__say mt2">{large ? say.replace(/\n/g, '') : say}</View>}
      {action && (
        <View className="mt6">
          <BigButton onTap={action.onTap}>{action.label}</BigButton>
        </View>
      )}
      {children}
    </View>
  )
}
