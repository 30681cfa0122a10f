import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Tick } from '@/ui'

interface AgreeRowProps {
  id?: string
  children: ReactNode
  on: boolean
  /** What is missing, once she tried without; empty otherwise. */
  wrong?: string
  onToggle: () => void
}

/** Something to agree to by a tick: a guardian's consent, a consent of the activity's own. */
export function AgreeRow({ id, children, on, wrong, onToggle }: AgreeRowProps) {
  return (
    <View id={id}>
      <View className="agree" hoverClass="pressed" onClick={onToggle} aria-role="checkbox" aria-checked={on}>
        <Tick on={on} square />
        <View className="grow">{children}</View>
      </View>
      {wrong && (
        <View className="field__e" aria-role="alert">
          {wrong}
        </View>
      )}
    </View>
  )
}
