import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'
import { dueWords } from '@/parts/case'
import { classes } from '@/ui'
import { afterWords, byWhenWords } from './due-card-words'

/** By when what happens next, who has it, and what follows when the time passes; nothing while no clock runs. */
export function DueCard({ view, now }: { view: CaseView; now: number }) {
  if (view.state === 'closed') return null
  const { dueAt, isOverdue } = view
  const tone = isOverdue ? 'no' : 'wa'
  if (dueAt === null) {
    return view.owner ? <View className="card case-due mt4 small">{afterWords(view)}</View> : null
  }
  const left = dueWords(dueAt, now)
  const after = afterWords(view)
  return (
    <View
      className={classes('card case-due mt4', isOverdue && 'case-due--late')}
      aria-role="note"
      aria-label={[byWhenWords(view, dueAt, now), left, after].join('，').replace(/ · /g, '，')}
    >
      <View className="row between case-due__top">
        <View className={classes('title', tone)}>{byWhenWords(view, dueAt, now)}</View>
        <View className={classes('state', tone)}>{left}</View>
      </View>
      <View className="small mt1">{after}</View>
    </View>
  )
}
