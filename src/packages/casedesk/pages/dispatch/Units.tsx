import { View } from '@tarojs/components'
import { clocks } from '@core/contract'
import { useState } from 'react'
import { AreaField, Chip, Chips, Link, Notice, SectionTitle, Segmented } from '@/ui'
import { clockChoices } from '../../words'
import { together, type Choice, type Unit } from './choice'
import { UnitPick } from './UnitPick'

/** So many are shown at first; the rest on a tap. */
const shownAtFirst = 4

interface UnitsProps {
  units: readonly Unit[]
  /** Units that said no to this case. */
  declined: readonly string[]
  choice: Choice
  onChange: (choice: Choice) => void
}

/** To whom, alone or jointly, by when, and with which words. */
export function Units({ units, declined, choice, onChange }: UnitsProps) {
  const [isWhole, setWhole] = useState(false)
  if (units.length === 0) {
    return (
      <View className="mt4">
        <Notice icon="info">没有找到对得上的单位，看看下面别的办法。</Notice>
      </View>
    )
  }
  const shown = isWhole ? units : units.filter(({ id }, index) => index < shownAtFirst || choice.units.includes(id))
  const more = units.length - shown.length
  return (
    <>
      <SectionTitle say="最合适的在前">派给谁</SectionTitle>
      {units.length > 1 && (
        <Segmented
          name="几家来办"
          value={choice.isJoint ? 'joint' : 'one'}
          onChange={(value) => onChange(together(choice, value === 'joint'))}
          options={[
            { value: 'one', label: '一家来办' },
            { value: 'joint', label: '几家一起' },
          ]}
        />
      )}
      {choice.isJoint && <View className="small i2 mt2">先点的牵头，对结果负责；最多 5 家。</View>}
      <View className="picks mt3">
        {shown.map((unit) => (
          <UnitPick
            key={unit.id}
            unit={unit}
            choice={choice}
            hasDeclined={declined.includes(unit.id)}
            onChange={onChange}
          />
        ))}
      </View>
      {more > 0 && (
        <View className="row mt2">
          <Link icon="down" onTap={() => setWhole(true)}>
            还有 {more} 家
          </Link>
        </View>
      )}
      <View className="small i2 mt4">多久办好</View>
      <View className="mt2">
        <Chips name="多久办好">
          <Chip on={choice.clock === null} onTap={() => onChange({ ...choice, clock: null })} name="照规定">
            照规定
          </Chip>
          {clocks.map((clock) => (
            <Chip
              key={clock}
              on={choice.clock === clock}
              onTap={() => onChange({ ...choice, clock })}
              name={clockChoices[clock]}
            >
              {clockChoices[clock]}
            </Chip>
          ))}
        </Chips>
      </View>
      <View className="mt4">
        <AreaField
          label="交代"
          value={choice.words}
          onChange={(words) => onChange({ ...choice, words })}
          most={300}
          hint="可以不写，比如 先去看看要几盏"
        />
      </View>
    </>
  )
}
