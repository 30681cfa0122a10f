import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, classes } from '@/ui'
import type { SeatState, Tone } from './seat-state'

/** A state as a word in its tone, with a tick or an hourglass where it has one. */
export function StateWord({ tone, icon, children }: { tone: Tone; icon?: 'check' | 'hourglass'; children: ReactNode }) {
  return (
    <View className={classes('state', tone)}>
      {icon && <Icon name={icon} size={18} />}
      <View>{children}</View>
    </View>
  )
}

const iconOf = (state: SeatState) =>
  state.kind === 'mine' ? 'check' : ['waiting', 'offered', 'asked'].includes(state.kind) ? 'hourglass' : undefined

/** The state of a card as its word. */
export function SeatWord({ state }: { state: SeatState }) {
  return (
    <StateWord tone={state.tone} icon={iconOf(state)}>
      {state.word}
    </StateWord>
  )
}
