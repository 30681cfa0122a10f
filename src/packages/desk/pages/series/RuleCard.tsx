import { View } from '@tarojs/components'
import type { SeriesRule } from '@core/contract'
import { festivalsBetween } from '@core/domain/festivals'
import { momentOfDay } from '@core/domain/times'
import { Card, Icon } from '@/ui'
import { weekdaysWords } from '../../form/weekly'
import { dayWords } from '../../form/words'

/** When a series meets, and what is left out, by name. */
export function RuleCard({ rule }: { rule: SeriesRule }) {
  const { weekdays, from, to, skip } = rule
  const names = new Map(festivalsBetween(from, to).map(({ day, name }) => [day, name]))
  const out = skip.map((day) => `${dayWords(momentOfDay(day))}${names.has(day) ? `（${names.get(day) ?? ''}）` : ''}`)
  return (
    <View className="mt4">
      <Card>
        <View className="row g2">
          <Icon name="calendar" tone="i3" />
          <View className="grow b">{weekdaysWords(weekdays)}</View>
        </View>
        <View className="small i2 mt1">{`${dayWords(momentOfDay(from))} 到 ${dayWords(momentOfDay(to))}`}</View>
        {out.length > 0 && <View className="small i2">停一次：{out.join('、')}</View>}
      </Card>
    </View>
  )
}
