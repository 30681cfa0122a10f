import { View } from '@tarojs/components'
import { classes } from './classes'
import { Icon } from './Icon'

/** The mark of a choice made; the row around it is what one taps and what is read. */
export function Tick({ on, large, square }: { on: boolean; large?: boolean; square?: boolean }) {
  return (
    <View className={classes('tick', on && 'tick--on', large && 'tick--l', square && 'tick--square')} aria-hidden>
      {on && <Icon name="check" size={large ? 28 : 18} />}
    </View>
  )
}
