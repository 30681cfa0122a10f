import { View } from '@tarojs/components'
import { actions, type OutputOf, type inboxCases } from '@core/contract'
import { calendar } from '@core/domain/times'
import { useAction } from '@/client'
import { LateNumber } from '../../card/LateNumber'

type Counts = NonNullable<OutputOf<typeof inboxCases>['counts']>

interface HeadProps {
  communityId: string
  counts: Counts | null
  now: number
  onOverdue: () => void
}

/** The red number first: what is late at this desk; then the month in a line, and what only its parties see. */
export function Head({ communityId, counts, now, onOverdue }: HeadProps) {
  const month = useMonth(communityId, now)
  const late = counts?.overdue ?? 0
  return (
    <View className="mt2">
      {counts && late > 0 && <LateNumber count={late} onTap={onOverdue} />}
      {counts && late === 0 && (
        <View className="head" aria-role="heading">
          没有过期的
        </View>
      )}
      {month && <View className="small i2">{month}</View>}
      {counts && counts.sealed > 0 && (
        <View className="small i2">另有 {counts.sealed} 件只有当事人看得到，有人在办，这里不列。</View>
      )}
    </View>
  )
}

/** 11 月：提出 12 件，办好 8 件，调解 3 件; '' until it is known. */
function useMonth(communityId: string, now: number): string {
  const { year, month } = calendar(now)
  const figures = useAction(actions.caseFigures, { communityId, year })
  if (!figures.data) return ''
  const name = `${year}-${String(month).padStart(2, '0')}`
  const here = figures.data.months.find((each) => each.month === name)?.figures
  if (!here) return `${month} 月还没有人提出事情`
  return [
    `${month} 月提出 ${here.asked} 件`,
    `办好 ${here.solved} 件`,
    here.mediated > 0 ? `调解好 ${here.mediated} 件` : '',
    here.reopened > 0 ? `重开 ${here.reopened} 件` : '',
  ]
    .filter(Boolean)
    .join('，')
}
