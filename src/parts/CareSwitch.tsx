import './care-switch.scss'
import { View } from '@tarojs/components'
import { setCare, useAppearance } from '@/device'
import { Tile, classes } from '@/ui'

/** 大字模式 as a row that is switched by a tap anywhere on it. */
export function CareSwitch({ first, plain }: { first?: boolean; plain?: boolean }) {
  const { care } = useAppearance()
  return (
    <View
      className={classes('lrow', first && 'lrow--first')}
      hoverClass="pressed"
      onClick={() => setCare(!care)}
      aria-role="switch"
      aria-checked={care}
      aria-label={`大字模式，${care ? '开着' : '关着'}`}
    >
      {!plain && <Tile icon="text" />}
      <View className="grow">
        <View className="b">大字模式</View>
        {plain && <View className="small i2">字更大，按钮更大，提示不会自己消失</View>}
      </View>
      <View className={classes('toggle', care && 'toggle--on')} aria-hidden>
        <View className="toggle__knob" />
      </View>
    </View>
  )
}
