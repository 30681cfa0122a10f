import './care-switch.scss'
import { View } from '@tarojs/components'
import { classes } from '@/ui'

interface SwitchRowProps {
  title: string
  say?: string
  on: boolean
  onChange: (on: boolean) => void
  /** Whose switch it is, where there are several alike: read aloud before the title. */
  of?: string
  first?: boolean
}

/** Yes or no as a row that is switched by a tap anywhere on it. */
export function SwitchRow({ title, say, on, onChange, of, first }: SwitchRowProps) {
  return (
    <View
      className={classes('lrow', first && 'lrow--first')}
      hoverClass="pressed"
      onClick={() => onChange(!on)}
      aria-role="switch"
      aria-checked={on}
      aria-label={[of, title, on ? '开着' : '关着'].filter(Boolean).join('，')}
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
