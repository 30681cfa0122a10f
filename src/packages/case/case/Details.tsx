import { View } from '@tarojs/components'
import type { CaseView } from '@core/contract'
import { momentOfDay } from '@core/domain/times'
import { nearDay } from '@/parts'
import { Card, ListRow, SectionTitle } from '@/ui'

interface DetailsProps {
  view: CaseView
  now: number
  topic: string
  /** The words stand here where the trail does not show them. */
  withWords: boolean
}

/** What else was said when it was asked for. */
export function Details({ view, now, topic, withWords }: DetailsProps) {
  const { answers, project } = view
  const rows = [
    ...(topic ? [{ label: '哪一类', value: topic }] : []),
    ...(project ? [{ label: '点的是', value: `${project.title}，${nearDay(momentOfDay(project.day), now)}` }] : []),
    ...answers,
  ]
  const words = withWords ? view.words : ''
  if (rows.length === 0 && !words) return null
  return (
    <>
      <SectionTitle>说的是什么</SectionTitle>
      <Card kind={words ? 'plain' : 'rows'}>
        {words && <View>{words}</View>}
        {rows.map(({ label, value }, index) => (
          <ListRow
            key={label}
            first={index === 0 && !words}
            title={<View className="small i2">{label}</View>}
            trail={<View className="case-value">{value}</View>}
          />
        ))}
      </Card>
    </>
  )
}
