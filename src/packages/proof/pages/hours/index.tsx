import './index.scss'
import { View } from '@tarojs/components'
import { actions, type OutputOf } from '@core/contract'
import { hoursRule, hoursWords } from '@core/domain/hours'
import { useEffect, useState } from 'react'
import { useAction } from '@/client'
import { go, keepPrivate, useParam, usePulled } from '@/device'
import { Asked } from '@/parts/Asked'
import { ActionBar, BigButton, Card, Chip, Chips, Empty, ListRow, Page, SectionTitle } from '@/ui'
import { dayOfMonth, hoursOf } from '../../words'
import { Certificates } from './Certificates'
import { IssueSheet } from './IssueSheet'

type Hours = OutputOf<typeof actions.myHours>

/** What she gave, year by year, entry by entry, and the certificates made of it. */
export default function HoursPage() {
  const person = useParam('person') || null
  const [year, setYear] = useState<number | null>(null)
  const [isIssuing, setIssuing] = useState(false)
  const asking = useAction(actions.myHours, { personId: person, year }, { holdPrevious: true })
  usePulled(asking.again)
  useEffect(keepPrivate, [])
  const hours = asking.data
  const isOwn = person === null
  return (
    <Page
      busy={asking.loading}
      bar={
        isOwn &&
        hours &&
        hours.total > 0 && (
          <ActionBar>
            <BigButton grow onTap={() => setIssuing(true)}>
              开一份证明
            </BigButton>
          </ActionBar>
        )
      }
      over={isIssuing && hours && <IssueSheet years={hours.years} onClose={() => setIssuing(false)} />}
    >
      <Asked asking={asking}>
        {(data) => (
          <>
            <Sums hours={data} isOwn={isOwn} />
            {data.years.length > 1 && (
              <View className="mt4">
                <Chips name="哪一年">
                  {data.years.map((each) => (
                    <Chip key={each} on={each === data.year} onTap={() => setYear(each)} name={`${each} 年`}>
                      {each} 年
                    </Chip>
                  ))}
                </Chips>
              </View>
            )}
            {data.items.length === 0 ? <Nothing hours={data} /> : <Entries hours={data} />}
            {isOwn && <Certificates />}
            <Rule />
          </>
        )}
      </Asked>
    </Page>
  )
}

function Sums({ hours, isOwn }: { hours: Hours; isOwn: boolean }) {
  const figures = [
    { n: hoursOf(hours.total), words: '小时，一共' },
    ...(hours.years.length > 1 ? [{ n: hoursOf(hours.minutes), words: `小时，${hours.year} 年` }] : []),
    { n: String(hours.times), words: hours.years.length > 1 ? `次，${hours.year} 年` : '次' },
  ]
  return (
    <View className="mt2">
      {!isOwn && <View className="i2 mb2">{hours.name}</View>}
      <View className="card sums">
        {figures.map(({ n, words }) => (
          <View key={words} className="sums__i" aria-label={`${n} ${words}`} aria-role="text">
            <View className="sums__n">{n}</View>
            <View className="small i2">{words}</View>
          </View>
        ))}
      </View>
    </View>
  )
}

function Entries({ hours }: { hours: Hours }) {
  return (
    <>
      <SectionTitle>{hours.year} 年</SectionTitle>
      <Card kind="rows">
        {hours.items.map((entry, index) => {
          const say = [dayOfMonth(entry.day), entry.teamName].join(' · ')
          const why = entry.kind === 'corrected' ? `更正：${entry.reason}` : ''
          const minutes =
            entry.minutes > 0 && entry.kind === 'corrected'
              ? `+${hoursWords(entry.minutes)}`
              : hoursWords(entry.minutes)
          return (
            <ListRow
              key={entry.id}
              first={index === 0}
              title={entry.title}
              say={
                <>
                  <View>{say}</View>
                  {why && <View>{why}</View>}
                </>
              }
              trail={<View className="b">{minutes}</View>}
              onTap={() => void go.activity(entry.activityId)}
              name={[entry.title, say, minutes, why].filter(Boolean).join('，')}
            />
          )
        })}
      </Card>
    </>
  )
}

function Nothing({ hours }: { hours: Hours }) {
  return (
    <Empty
      drawing="no-signup"
      title={hours.total > 0 ? `${hours.year} 年还没有时长` : '还没有时长'}
      say="做一回志愿者，队长确认后就记在这里。"
      action={{ label: '看看活动', onTap: () => void go.home() }}
    />
  )
}

/** The rule by which hours are counted, so that nobody has to guess. */
function Rule() {
  return (
    <View className="small i2 mt6">
      {hoursRule.join('')}由队长确认，以后要改须另一位负责人同意。觉得不对，请打给队长。
    </View>
  )
}
