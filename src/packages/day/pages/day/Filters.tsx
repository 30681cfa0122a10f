import { View } from '@tarojs/components'
import { Chip, Chips, TextField } from '@/ui'
import type { Book } from '../../book/book'
import type { Sought, Which } from '../../book/words'

interface FiltersProps {
  sought: Sought
  units: Book['units']
  done: number
  all: number
  /** Whether the field for a name is open. */
  isFinding: boolean
  onChange: (sought: Sought) => void
}

/** Whom to show: all, not yet, done; by post; by name or number. */
export function Filters({ sought, units, done, all, isFinding, onChange }: FiltersProps) {
  const { mode, which, unit, search } = sought
  const words: [Which, string, number][] = [
    ['all', '全部', all],
    ['notYet', { in: '还没到', out: '还没走', home: '还没到家' }[mode], all - done],
    ['done', { in: '到了', out: '签退了', home: '到家了' }[mode], done],
  ]
  return (
    <>
      <View className="mt4">
        <Chips name="看哪些人">
          {words.map(([value, label, count]) => (
            <Chip
              key={value}
              on={which === value}
              onTap={() => onChange({ ...sought, which: value })}
              name={`${label}，${count} 人`}
            >
              {label} {count}
            </Chip>
          ))}
        </Chips>
      </View>
      {units.length > 1 && (
        <View className="mt2">
          <Chips name="看哪个岗位或时段">
            <Chip on={unit === ''} onTap={() => onChange({ ...sought, unit: '' })} name="全部岗位和时段">
              都看
            </Chip>
            {units.map((each) => (
              <Chip
                key={each.id}
                on={unit === each.id}
                onTap={() => onChange({ ...sought, unit: each.id })}
                name={each.name}
              >
                {each.name}
              </Chip>
            ))}
          </Chips>
        </View>
      )}
      {isFinding && (
        <View className="mt3">
          <TextField
            label="找谁"
            value={search}
            onChange={(text) => onChange({ ...sought, search: text })}
            most={20}
            hint="名字里的字，或手机末几位"
            focus
          />
        </View>
      )}
    </>
  )
}
