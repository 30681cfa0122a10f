import { View } from '@tarojs/components'
import type { Unit } from '@core/contract'
import { Tick, classes } from '@/ui'
import { isFree, leftWords, slotHead, slotRemark, unitGroups, unitName } from './units'

interface UnitPickerProps {
  units: readonly Unit[]
  on: Unit | null
  now: number
  onPick: (id: string) => void
}

/** Which post or slot: slots as a grid of times with what is left, posts as rows; helpers and guests apart. */
export function UnitPicker({ units, on, now, onPick }: UnitPickerProps) {
  return (
    <View aria-role="radiogroup">
      {unitGroups(units, now).map(({ title, remark, posts, slots }) => (
        <View key={title} className="mt3">
          {(title || remark) && (
            <View className="row between g2 unit-head">
              <View className="b">{title || '要帮手的岗位'}</View>
              {remark && <View className="small i2">{remark}</View>}
            </View>
          )}
          {slots.length > 0 && (
            <View className="slots">
              {slots.map((unit) => (
                <Slot key={unit.id} unit={unit} isOn={unit.id === on?.id} onTap={() => onPick(unit.id)} />
              ))}
            </View>
          )}
          {posts.length > 0 && (
            <View className="picks">
              {posts.map((unit) => (
                <Post key={unit.id} unit={unit} isOn={unit.id === on?.id} onTap={() => onPick(unit.id)} />
              ))}
            </View>
          )}
        </View>
      ))}
    </View>
  )
}

interface OneUnit {
  unit: Unit
  isOn: boolean
  onTap: () => void
}

function Slot({ unit, isOn, onTap }: OneUnit) {
  const remark = slotRemark(unit)
  const left = isFree(unit) ? `余 ${unit.seatsLeft}` : unit.waiting > 0 ? `满了，前面 ${unit.waiting} 位` : '满了'
  return (
    <View
      className={classes('slot', isOn && 'slot--on', !isFree(unit) && !isOn && 'slot--full')}
      hoverClass="pressed"
      onClick={onTap}
      aria-role="radio"
      aria-checked={isOn}
      aria-label={`${unitName(unit)}，${leftWords(unit)}`}
    >
      <View className="slot__t">{slotHead(unit)}</View>
      {remark && <View className="caption">{remark}</View>}
      <View className="caption">{left}</View>
    </View>
  )
}

function Post({ unit, isOn, onTap }: OneUnit) {
  return (
    <View
      className={classes('pick', isOn && 'pick--on')}
      hoverClass="pressed"
      onClick={onTap}
      aria-role="radio"
      aria-checked={isOn}
      aria-label={[unit.name, leftWords(unit), unit.skills].filter(Boolean).join('，')}
    >
      <View className="grow">
        <View className="b">{unit.name}</View>
        <View className={classes('small', isFree(unit) ? (isOn ? 'br' : 'ok') : 'wa')}>{leftWords(unit)}</View>
        {unit.skills && <View className="small i2">{unit.skills}</View>}
      </View>
      <Tick on={isOn} />
    </View>
  )
}
