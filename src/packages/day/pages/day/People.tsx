import { View } from '@tarojs/components'
import type { PersonNow } from '@core/domain/day-queue'
import { LongList } from '@/parts'
import { BigButton, Card, Empty, Link } from '@/ui'
import type { Book } from '../../book/book'
import type { Sought } from '../../book/words'
import { PersonRow } from './PersonRow'

interface PeopleProps {
  people: readonly PersonNow[]
  /** Whether the whole roster is empty. */
  isNobody: boolean
  /** How many the search finds when no post and no state is left out. */
  elsewhere: number
  onElsewhere: () => void
  /** Notes whoever was looked for in vain as having come; absent once nothing more is noted. */
  onWalkIn?: () => void
  sought: Sought
  units: Book['units']
  onTap: (person: PersonNow) => void
}

const none: Record<Sought['which'], string> = { all: '这里没有人', notYet: '都到齐了', done: '还没有人' }

/** The people looked for, however many. */
export function People({ people, isNobody, elsewhere, onElsewhere, onWalkIn, sought, units, onTap }: PeopleProps) {
  const { mode, which, unit, search } = sought
  if (isNobody) {
    return <Empty drawing="no-signup" title="名单还是空的" say={'来一位记一位，\n点下面的「没报名的」。'} />
  }
  if (people.length === 0) {
    const words = mode === 'out' && which === 'notYet' ? '都签退了' : mode === 'out' ? '还没有人签到' : none[which]
    if (!search) return <View className="i2 ctr mt6">{words}</View>
    return (
      <View className="col g3 mt6">
        <View className="i2 ctr">{`没找到「${search}」`}</View>
        {elsewhere > 0 && (
          <View className="ctr">
            <Link
              onTap={onElsewhere}
            >{`${unit ? '在别的岗位里' : mode === 'out' ? '在「签到」里' : '在「全部」里'}有 ${elsewhere} 位`}</Link>
          </View>
        )}
        {elsewhere === 0 && onWalkIn && (
          <BigButton variant="line" icon="plus" onTap={onWalkIn}>
            没报名？记上，到了
          </BigButton>
        )}
      </View>
    )
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
