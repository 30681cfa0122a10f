import { View } from '@tarojs/components'
import type { Unit } from '@core/contract'
import { Chip, Chips, Icon } from '@/ui'

export type Which = 'in' | 'waiting' | 'asked' | 'left'

interface RosterChipsProps {
  which: Which
  counts: { in: number; waiting: number; asked: number }
  onWhich: (which: Which) => void
  isSearching: boolean
  onSearch: () => void
}

/** Which of the people: in, waiting, asking, gone; and a way to look for a name. */
export function RosterChips({ which, counts, onWhich, isSearching, onSearch }: RosterChipsProps) {
  const tabs: { value: Which; label: string; count?: number }[] = [
    { value: 'in', label: '报上的', count: counts.in },
    ...(counts.asked > 0 || which === 'asked'
      ? [{ value: 'asked' as const, label: '在等的', count: counts.asked }]
      : []),
    { value: 'waiting', label: '候补', count: counts.waiting },
    { value: 'left', label: '退出的' },
  ]
  return (
    <View className="mt4">
      <Chips name="看哪些人">
        {tabs.map(({ value, label, count }) => (
          <Chip
            key={value}
            on={which === value}
            onTap={() => onWhich(value)}
            name={count === undefined ? label : `${label}，${count} 人`}
          >
            {count === undefined ? label : `${label} ${count}`}
          </Chip>
        ))}
        <View
          className="chip"
          hoverClass="pressed"
          onClick={onSearch}
          aria-role="button"
          aria-label={isSearching ? '收起找名字' : '找名字'}
        >
          <Icon name={isSearching ? 'close' : 'search'} size={18} />
          <View>找名字</View>
        </View>
      </Chips>
    </View>
  )
}

interface UnitChipsProps {
  units: readonly Unit[]
  value: string | null
  onChange: (unit: string | null) => void
}

const takenOf = ({ capacity, seatsLeft }: Unit) => Math.max(0, capacity - seatsLeft)

/** One post or slot of the activity, or all of them. */
export function UnitChips({ units, value, onChange }: UnitChipsProps) {
  return (
    <View className="mt2">
      <Chips name="看哪个岗位或时段">
        <Chip on={value === null} onTap={() => onChange(null)} name="全部岗位和时段">
          全部
        </Chip>
        {units.map((unit) => (
          <Chip
            key={unit.id}
            on={value === unit.id}
            onTap={() => onChange(unit.id)}
            name={`${unit.name}，${takenOf(unit)} 人，共 ${unit.capacity} 席`}
          >
            {`${unit.name} ${takenOf(unit)}/${unit.capacity}`}
          </Chip>
        ))}
      </Chips>
    </View>
  )
}
