import '@/parts/care-switch.scss'
import { View } from '@tarojs/components'
import { classes } from '@/ui'

interface ToggleRowProps {
  title: string
  say?: string
  on: boolean
  onChange: (on: boolean) => void
  first?: boolean
}

/** Yes or no as a row that is switched by a tap anywhere on it. */
export function ToggleRow({ title, say, on, onChange, first }: ToggleRowProps) {
  return (
    <View
      className={classes('lrow', first && 'lrow--first')}
      hoverClass="pressed"
      onClick={() => onChange(!on)}
      aria-role="switch"
      aria-checked={on}
      aria-label={`${title}，${on ? '开着' : '关着'}`}
    >
      <View className="grow">
        <View className="b">{title}</View>
        {say && <View className="small i2">{say}</View>}
      </View>
      <View className={classes('toggle', on && 'toggle--on')} aria-hidden>
        <View className="toggle__knob" />
      </View>
    </View>
  )
}
