import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'
import { serviceOf } from '@core/services/cases'
import { dueWords } from '@/parts/case'
import { classes } from '@/ui'
import { afterWords, byWhenWords } from './due-card-words'

/** By when what happens next, who has it, and what follows when the time passes; nothing while no clock runs. */
export function DueCard({ view, now }: { view: CaseView; now: number }) {
  if (view.state === 'closed') return null
  const { dueAt, isOverdue } = view
  const isSealed = serviceOf(view.service)?.seenBy === 'parties'
  const tone = isOverdue ? 'no' : 'wa'
  if (dueAt === null) {
    return view.owner ? <View className="card case-due mt4 small">{afterWords(view, isSealed)}</View> : null
  }
  const isPast = dueAt <= now
  const until = byWhenWords(view, dueAt, now)
  const left = dueWords(dueAt, now)
  // Once it is past, what is late stands first; until when it should have been, after it.
  // Tomorrow's deadline is the same words twice.
  const isSaid = left.endsWith('前')
  const [title, beside] = isPast ? [left, ''] : [until, isSaid ? '' : left]
  const after = [isPast && `原本是 ${until}`, afterWords(view, isSealed)].filter(Boolean).join(' · ')
  return (
    <View
      className={classes('card case-due mt4', isOverdue && 'case-due--late')}
      aria-role="note"
      aria-label={[title, beside, after].filter(Boolean).join('，').replace(/ · /g, '，')}
    >
      <View className="row between case-due__top">
        <View className={classes('title', tone)}>{title}</View>
        {beside && <View className={classes('state', tone)}>{beside}</View>}
      </View>
      <View className="small mt1">{after}</View>
    </View>
  )
}
