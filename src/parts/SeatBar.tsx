import type { Colour } from '@core/contract'
import { View } from '@tarojs/components'
import { SeatWord } from './StateWord'
import type { SeatState } from './seat-state'

/** How full it is as a bar, and always as a word; the word alone where there is no limit or her part says more. */
export function SeatBar({ colour, state }: { colour: Colour; state: SeatState }) {
  if (state.share === null) return <SeatWord state={state} />
  return (
    <View className="seat">
      <View className="seat__track" aria-hidden>
        <View className={`seat__fill base--${colour}`} style={`width:${Math.round(state.share * 100)}%`} />
      </View>
      <SeatWord state={state} />
    </View>
  )
}
