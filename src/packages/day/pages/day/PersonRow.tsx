import { View } from '@tarojs/components'
import type { PersonNow } from '@core/domain/day-queue'
import { memo } from 'react'
import { callPhone } from '@/device'
import { Icon, Tick, classes } from '@/ui'
import { isDone, nameOf, remarkOf, spokenRow, tagOf, type Mode } from '../../book/words'

interface PersonRowProps {
  person: PersonNow
  mode: Mode
  unitName: string
  first: boolean
  onTap: (person: PersonNow) => void
}

/** One neighbour at the door: a tap anywhere on the row checks her in. */
export const PersonRow = memo(function PersonRow({ person, mode, unitName, first, onTap }: PersonRowProps) {
  const name = nameOf(person)
  const tag = tagOf(person)
  const done = isDone(person, mode)
  const remark = remarkOf(person, unitName)
  const isAwaited = person.inAt === null || (mode === 'home' && !done)
  const canCall = isAwaited && person.row.phone !== ''
  return (
    <View className={classes('lrow lrow--roster at-door', first && 'lrow--first')}>
      <View
        className={classes('at-door__tap', canCall && 'at-door__tap--call')}
        hoverClass="pressed"
        onClick={() => onTap(person)}
        aria-role="checkbox"
        aria-checked={done}
        aria-label={spokenRow(person, mode, unitName)}
      >
        <View className="grow">
          <View className="row g2 wrap">
            <View className="at-door__n">{name}</View>
            {tag && <View className={classes('at-door__tag', `at-door__tag--${person.row.kind}`)}>{tag}</View>}
          </View>
          {remark && <View className="small i2">{remark}</View>}
        </View>
        <Tick on={done} large />
      </View>
      {canCall && (
        <View
          className="at-door__call"
          hoverClass="pressed"
          onClick={() => void callPhone(person.row.phone)}
          aria-role="button"
          aria-label={`打给${person.row.phoneOf ? `${person.row.phoneOf}（${name}的家人）` : name}`}
        >
          <Icon name="phone" size={22} />
        </View>
      )}
    </View>
  )
})
