import { View } from '@tarojs/components'
import { hoursWords } from '@core/domain/hours'
import { memo } from 'react'
import { ListRow } from '@/ui'
import { attendanceWords, ownOf, timesWords, wasThere, type Decided } from './decisions'

/** What a row says on its right: hours of those who help, else the word for her attendance where the group does not say it. */
function trailOf({ row, decision }: Decided): string {
  if (!wasThere(decision.attendance)) return decision.attendance === 'excused' ? attendanceWords.excused : ''
  return row.role === 'helper' ? hoursWords(decision.minutes) : ''
}

/** Hours that one who runs the team confirmed for herself count once a second person agrees. */
function waitsWords(decided: Decided): string {
  const { asked, isMe } = decided.row
  if (!asked && ownOf(decided) === 0) return ''
  return isMe ? '自己的，等另一位同意' : '等另一位同意'
}

interface SettleRowProps {
  decided: Decided
  unitName: string
  first: boolean
  /** Without it nothing can be changed any more. */
  onTap?: (decided: Decided) => void
}

/** One person of the day: when she came and went, and how long it counts. */
export const SettleRow = memo(function SettleRow({ decided, unitName, first, onTap }: SettleRowProps) {
  const { row, isChanged } = decided
  const name = row.name || '没写称呼'
  const trail = trailOf(decided)
  const said = [unitName, timesWords(row), isChanged && '改过', waitsWords(decided)].filter(Boolean).join(' · ')
  return (
    <ListRow
      first={first}
      title={name}
      say={said}
      trail={trail ? <View className="settle-row__trail b">{trail}</View> : undefined}
      onTap={onTap && (() => onTap(decided))}
      name={[name, attendanceWords[decided.decision.attendance], trail, said].filter(Boolean).join('，')}
    />
  )
})
