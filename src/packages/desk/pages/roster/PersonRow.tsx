import { View } from '@tarojs/components'
import type { RosterRow } from '@core/contract'
import { callPhone } from '@/device'
import { nearMoment } from '@/parts'
import { Icon, Tick, classes } from '@/ui'
import { answersOf, calledWords, remarkOf, tagsOf, type RosterForm } from './person-words'

interface PersonRowProps {
  row: RosterRow
  form: RosterForm
  now: number
  /** Minutes until numbers are shown again, while they are held back. */
  held: number | null
  first: boolean
  onTap: () => void
  /** Whether she is among those picked; undefined where nobody is picked. */
  picked?: boolean
}

/** One neighbour: name large, what is special, how to reach her; a tap shows what can be done, or picks her. */
export function PersonRow({ row, form, now, held, first, onTap, picked }: PersonRowProps) {
  const tags = tagsOf(row)
  const since = `${nearMoment(row.since, now)} ${row.state === 'left' ? '退的' : '报的'}`
  const name = row.name || '没写称呼'
  const remark = remarkOf(row, form)
  const missed = row.missed ? '上次没来' : ''
  const answers = picked === undefined ? [] : answersOf(row, form)
  const isPicking = picked !== undefined
  // Nobody expects a number of a child.
  const noPhone = row.phone || row.kind === 'child' ? '' : held ? '电话先不显示' : '没有留电话'
  const whosePhone = row.phoneOf ? `电话是${row.phoneOf}的` : ''
  return (
    <View className={classes('lrow', 'lrow--roster', first && 'lrow--first')}>
      <View
        className="grow row g3 person"
        hoverClass="pressed"
        onClick={onTap}
        aria-role={isPicking ? 'checkbox' : 'button'}
        aria-checked={isPicking ? picked : undefined}
        aria-label={[name, ...tags.map(({ words }) => words), remark, missed, since, whosePhone || noPhone]
          .filter(Boolean)
          .join('，')}
      >
        {isPicking && <Tick on={picked} />}
        <View className="grow">
          <View className="row g2 wrap">
            <View className="person__n">{name}</View>
            {tags.map(({ words, tone }) => (
              <View key={words} className={classes('person__tag', `person__tag--${tone}`)}>
                {words}
              </View>
            ))}
          </View>
          <View className="small i2">
            {[remark || since, missed, whosePhone || noPhone].filter(Boolean).join(' · ')}
          </View>
          {answers.map(({ label, said }) => (
            <View key={label} className="small i2">
              {label}：{said}
            </View>
          ))}
        </View>
      </View>
      {row.phone && (
        <View
          className="call"
          hoverClass="pressed"
          onClick={() => void callPhone(row.phone)}
          aria-role="button"
          aria-label={`打给${calledWords(row)}`}
        >
          <Icon name="phone" size={22} />
        </View>
      )}
    </View>
  )
}
