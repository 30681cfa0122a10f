import { ScrollView, View } from '@tarojs/components'
import { classes, useLook } from '@/ui'
import { weekCell } from './say-time'

interface WeekStripProps {
  /** Seven days, yyyy-mm-dd, with how many activities each has. */
  days: readonly { day: string; total: number }[]
  on: string | null
  onPick: (day: string) => void
  now: number
}

const mostDots = 3

/** Seven days with up to three dots each; scrolls sideways in large type. */
export function WeekStrip({ days, on, onPick, now }: WeekStripProps) {
  const { large } = useLook()
  const cells = days.map(({ day, total }) => {
    const { weekday, date, spoken } = weekCell(day, now)
    return (
      <View
        key={day}
        className={classes('week__d', day === on && 'week__d--on')}
        hoverClass="pressed"
        onClick={() => onPick(day)}
        aria-role="tab"
        aria-selected={day === on}
        aria-label={`${spoken}，${total > 0 ? `${total} 场活动` : '没有活动'}`}
      >
        <View>{weekday}</View>
        <View className="week__n">{date}</View>
        <View className="week__c">
          {Array.from({ length: Math.min(total, mostDots) }, (_, index) => (
            <View key={index} className="dot" />
          ))}
        </View>
      </View>
    )
  })
  if (!large) return <View className="week">{cells}</View>
  return (
    <ScrollView className="week__scroll" scrollX enhanced showScrollbar={false}>
      <View className="week">{cells}</View>
    </ScrollView>
  )
}
