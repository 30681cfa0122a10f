import { View } from '@tarojs/components'
import type { Unit } from '@core/contract'
import { Chip } from '@/ui'

interface UnitPickProps {
  units: readonly Unit[]
  value: string | null
  onChange: (unit: string) => void
  isAsked: boolean
}

/** Which post or slot those who are entered take. */
export function UnitPick({ units, value, onChange, isAsked }: UnitPickProps) {
  return (
    <>
      <View className={`small mt4 ${isAsked ? 'no' : 'i2'}`}>
        {isAsked ? '先选一个岗位或时段' : '登记到哪个岗位或时段'}
      </View>
      <View className="row wrap g2 mt2" aria-role="radiogroup" aria-label="登记到哪个岗位或时段">
        {units.map(({ id, name, seatsLeft }) => (
          <Chip
            key={id}
            on={value === id}
            onTap={() => onChange(id)}
            name={`${name}，${seatsLeft > 0 ? `余 ${seatsLeft} 席` : '满了，排候补'}`}
          >
            {`${name} ${seatsLeft > 0 ? `余 ${seatsLeft}` : '满'}`}
          </Chip>
        ))}
      </View>
    </>
  )
}
