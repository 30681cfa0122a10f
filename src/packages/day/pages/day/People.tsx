import { View } from '@tarojs/components'
import type { PersonNow } from '@core/domain/day-queue'
import { LongList } from '@/parts'
import { BigButton, Card, Empty, Link, SectionTitle, useLook } from '@/ui'
import type { Book } from '../../book/book'
import { late, type Mode, type Sought, type Starts, type Which } from '../../book/words'
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
  /** When their parts begin, and now by the cloud's clock: who is late stands first. */
  starts: Starts
  now: number
  onTap: (person: PersonNow) => void
}

const none: Record<Mode, Record<Which, string>> = {
  in: { all: '这里没有人', notYet: '都到齐了', done: '还没有人' },
  out: { all: '还没有人签到', notYet: '都签退了', done: '还没有人签到' },
  home: { all: '签退了的邻居会列在这里', notYet: '没有还要送的', done: '还没有人送到家' },
}

/** The people looked for, however many. */
export function People(props: PeopleProps) {
  const { people, isNobody, elsewhere, onElsewhere, onWalkIn, sought, units, starts, now, onTap } = props
  const { mode, which, unit, search } = sought
  const { large } = useLook()
  if (isNobody) {
    return <Empty drawing="no-signup" title="名单还是空的" say={'来一位记一位，\n点下面的「没报名的」。'} />
  }
  if (people.length === 0) {
    if (!search) return <View className="i2 ctr mt6">{none[mode][which]}</View>
    return (
      <View className="col g3 mt6">
        <View className="i2 ctr">{`没找到「${search}」`}</View>
        {elsewhere > 0 && (
          <View className="ctr">
            <Link
              onTap={onElsewhere}
            >{`${unit ? '在别的岗位里' : mode !== 'in' ? '在「签到」里' : '在「全部」里'}有 ${elsewhere} 位`}</Link>
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
  const rowsOf = (rows: readonly PersonNow[], name: string) => (
    <Card kind="rows">
      <LongList
        key={`${name} ${mode} ${which} ${unit} ${search}`}
        rows={rows}
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
  )
  const { missing, rest } = mode === 'in' ? late(people, starts, now) : { missing: [], rest: people }
  if (missing.length === 0) return <View className="mt4">{rowsOf(rest, 'all')}</View>
  return (
    <>
      <SectionTitle say={!large && '先打个电话问问'}>{`还没到的 ${missing.length} 位`}</SectionTitle>
      {rowsOf(missing, 'missing')}
      {rest.length > 0 && <SectionTitle>其他邻居</SectionTitle>}
      {rest.length > 0 && rowsOf(rest, 'rest')}
    </>
  )
}
