import { View } from '@tarojs/components'
import { mostMeetings } from '@core/contract'
import { daysOf, daysProblem } from '@core/domain/series'
import { dayOf, momentOfDay } from '@core/domain/times'
import { SwitchRow } from '@/parts/SwitchRow'
import { Card, Chip, ChoiceField, Link, SectionTitle, WhenField } from '@/ui'
import { dayWords } from '../../form/words'
import { festivalsMet, monthLines, ruleOf, weekdayName, withDay, type Weekly } from '../../form/weekly'

interface WeeklyPartProps {
  weekly: Weekly
  /** First day of the series, yyyy-mm-dd. */
  from: string
  onChange: (weekly: Weekly) => void
  wrong: string | undefined
}

const week = [1, 2, 3, 4, 5, 6, 7] as const
/** A series may go on for so long. */
const longest = 366 * 24 * 3_600_000

/** When a series meets: weekdays, until when, festivals and other days left out, and the meetings that come of it. */
export function WeeklyPart({ weekly, from, onChange, wrong }: WeeklyPartProps) {
  const rule = ruleOf(weekly, from)
  const days = daysOf(rule)
  const festivals = festivalsMet(weekly, from)
  const others = rule.skip.filter((day) => !festivals.some((each) => each.day === day))
  const problem = daysProblem(days)
  const toggle = (weekday: number) => {
    const { weekdays } = weekly
    const next = weekdays.includes(weekday) ? weekdays.filter((each) => each !== weekday) : [...weekdays, weekday]
    if (next.length > 0) onChange({ ...weekly, weekdays: next })
  }
  return (
    <View>
      <View className="small i2 mt4">每周哪几天</View>
      <View className="row wrap g2 mt2">
        {week.map((weekday) => (
          <Chip
            key={weekday}
            many
            on={weekly.weekdays.includes(weekday)}
            onTap={() => toggle(weekday)}
            name={`每${weekdayName(weekday)}`}
          >
            {weekdayName(weekday)}
          </Chip>
        ))}
      </View>
      <View className="mt3">
        <WhenField
          label="办到"
          mode="date"
          value={weekly.to}
          shown={dayWords(momentOfDay(weekly.to))}
          from={from}
          to={dayOf(momentOfDay(from) + longest)}
          onChange={(to) => onChange({ ...weekly, to })}
          wrong={wrong}
        />
      </View>
      {festivals.length > 0 && (
        <>
          <SectionTitle say="公休日默认停一次">遇上节日</SectionTitle>
          <Card kind="rows">
            {festivals.map(({ day, name, isOut }, index) => (
              <SwitchRow
                key={day}
                first={index === 0}
                title={`${name}停一次`}
                say={`${dayWords(momentOfDay(day))}，${isOut ? '不办' : '照常办'}`}
                on={isOut}
                onChange={(next) => onChange(withDay(weekly, day, next))}
              />
            ))}
          </Card>
        </>
      )}
      <SectionTitle say={problem ? undefined : `一共 ${days.length} 场`}>这样排</SectionTitle>
      <Card>
        {monthLines(days.slice(0, mostMeetings)).map((line) => (
          <View key={line}>{line}</View>
        ))}
        {problem && <View className="small no">{sayProblem(problem.refused)}</View>}
        {others.map((day) => (
          <View key={day} className="row between g2">
            <View className="small i2">{dayWords(momentOfDay(day))} 停一次</View>
            <Link onTap={() => onChange(withDay(weekly, day, false))} name={`${dayWords(momentOfDay(day))}，还是办`}>
              还是办
            </Link>
          </View>
        ))}
      </Card>
      {days.length > 1 && (
        <View className="mt3">
          <ChoiceField
            label="再停"
            options={days.map((day) => dayWords(momentOfDay(day)))}
            value={-1}
            hint="别的日子也停一次"
            onChange={(index) => onChange(withDay(weekly, days[index] ?? '', true))}
          />
        </View>
      )}
    </View>
  )
}

const sayProblem = (refused: 'series.no_meeting' | 'series.too_many') =>
  refused === 'series.no_meeting'
    ? '这样排，一场都没有。看看日子和星期。'
    : `一个系列最多 ${mostMeetings} 场，把办到的日子提前。`
