import { View } from '@tarojs/components'
import type { RosterRow } from '@core/contract'
import { callPhone } from '@/device'
import { nearMoment } from '@/parts'
import { Icon, classes } from '@/ui'

interface PersonRowProps {
  row: RosterRow
  now: number
  first: boolean
  onTap: () => void
}

/** What is special about her part; empty for a plain seat. */
function tagOf({ state, position }: RosterRow): string {
  if (state === 'offered') return '等回话'
  if (state === 'waiting') return position ? `候补第 ${position} 位` : '候补'
  return state === 'left' ? '退出了' : ''
}

/** One neighbour: name large, how to reach her; a tap shows what can be done. */
export function PersonRow({ row, now, first, onTap }: PersonRowProps) {
  const tag = tagOf(row)
  const since = `${nearMoment(row.since, now)} ${row.state === 'left' ? '退的' : '报的'}`
  const name = row.name || '没写称呼'
  return (
    <View className={classes('lrow', 'lrow--roster', first && 'lrow--first')}>
      <View
        className="grow person"
        hoverClass="pressed"
        onClick={onTap}
        aria-role="button"
        aria-label={[name, tag, since, !row.phone && '没有留电话'].filter(Boolean).join('，')}
      >
        <View className="row g2 wrap">
          <View className="person__n">{name}</View>
          {tag && <View className={classes('person__tag', row.state === 'offered' && 'person__tag--warn')}>{tag}</View>}
        </View>
        <View className="small i2">{row.phone ? since : `${since} · 没有留电话`}</View>
      </View>
      {row.phone && (
        <View
          className="call"
          hoverClass="pressed"
          onClick={() => void callPhone(row.phone)}
          aria-role="button"
          aria-label={`打给${name}`}
        >
          <Icon name="phone" size={22} />
        </View>
      )}
    </View>
  )
}
