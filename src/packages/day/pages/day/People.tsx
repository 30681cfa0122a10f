import { View } from '@tarojs/components'
import type { PersonNow } from '@core/domain/day-queue'
import { LongList } from '@/parts'
import { Card, Empty } from '@/ui'
import type { Book } from '../../book/book'
import type { Sought } from '../../book/words'
import { PersonRow } from './PersonRow'

interface PeopleProps {
  people: readonly PersonNow[]
  /** Whether the whole roster is empty. */
  isNobody: boolean
  sought: Sought
  units: Book['units']
  onTap: (person: PersonNow) => void
}

const none: Record<Sought['which'], string> = { all: '这里没有人', notYet: '都到齐了', done: '还没有人' }

/** The people looked for, however many. */
export function People({ people, isNobody, sought, units, onTap }: PeopleProps) {
  const { mode, which, unit, search } = sought
  if (isNobody) {
    return <Empty drawing="no-signup" title="名单还是空的" say={'来一位记一位，\n点下面的「没报名的」。'} />
  }
  if (people.length === 0) {
    const words = mode === 'out' && which === 'notYet' ? '都签退了' : mode === 'out' ? '还没有人签到' : none[which]
    return <View className="i2 ctr mt6">{search ? `没找到「${search}」` : words}</View>
  }
  const nameOfUnit = (id: string | null) => units.find((each) => each.id === id)?.name ?? ''
  return (
    <View className="mt4">
      <Card kind="rows">
        <LongList
          key={`${mode} ${which} ${unit} ${search}`}
          rows={people}
          rowHeight={81}
          draw={(block, from) =>
            block.map((person, index) => (
              <PersonRow
                key={person.id}
                person={person}
                mode={mode}
                unitName={nameOfUnit(person.row.unit)}
                first={from + index === 0}
                onTap={onTap}
              />
            ))
          }
        />
      </Card>
    </View>
  )
}
