import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'
import { momentOfDay } from '@core/domain/times'
import { nearDay } from '@/parts'
import { Card, classes } from '@/ui'

interface DetailsProps {
  view: CaseView
  now: number
  topic: string
  /** The words stand here where the trail does not show them. */
  withWords: boolean
}

/** What was asked for, and what else was said of it. */
export function Details({ view, now, topic, withWords }: DetailsProps) {
  const { answers, project } = view
  const said = [
    ...(project ? [{ label: '点的是', value: `${project.title}，${nearDay(momentOfDay(project.day), now)}` }] : []),
    ...answers,
  ]
  const words = withWords ? view.words : ''
  if (said.length === 0 && !words) return null
  const rows: CaseView['answers'] = topic ? [{ label: '哪一类', value: topic }, ...said] : said
  return (
    <Card kind="rows" className="mt4">
      {words && <View className="case-said">{words}</View>}
      {rows.map(({ label, value, phone = '' }, index) => (
        <View key={label} className={classes('lrow case-answer', index === 0 && !words && 'lrow--first')}>
          <View className="small i2">{label}</View>
          <View className="grow case-value">{`${value} ${phone}`.trim()}</View>
        </View>
      ))}
    </Card>
  )
}
