import { ScrollView, View } from '@tarojs/components'
import { colourWords, type Project } from '@core/contract'
import { momentOfDay } from '@core/domain/times'
import { caseServices } from '@core/services/cases'
import { go, useNow } from '@/device'
import { daysAway, weekCell } from '@/parts'
import { TeamShape, classes } from '@/ui'

/** The service whose form an order fills in. */
const ordering = caseServices.find(({ first }) => first === 'project')?.id

const leftWords = (left: number) => (left > 0 ? `余 ${left}` : '约满了')

/** A standing project with its next days; a day with something left leads to its form. */
export function ProjectCard({ project }: { project: Project }) {
  const { id, colour, team, title, words, minutes, days } = project
  const now = useNow()
  return (
    <View className="card">
      <View className="row g3">
        <View className={`ic tint--${colour}`} aria-hidden>
          <TeamShape colour={colour} />
        </View>
        <View className="grow">
          <View className="lead b">{title}</View>
          <View className="small i2">
            {colourWords[colour].name} · {team} · 约 {minutes} 分钟
          </View>
        </View>
      </View>
      {words && <View className="i2 mt2">{words}</View>}
      {days.length === 0 ? (
        <View className="small i2 mt3">这阵子的日子还没排出来。</View>
      ) : (
        <ScrollView className="menu__days mt3" scrollX enhanced showScrollbar={false}>
          <View className="menu__row">
            {days.map(({ day, left }) => {
              const { weekday, spoken } = weekCell(day, now)
              const isFull = left === 0
              const dated = spoken.split('，')[1] ?? day
              return (
                <View
                  key={day}
                  className={classes('menu__day', isFull && 'menu__day--full')}
                  hoverClass={isFull ? 'none' : 'pressed'}
                  onClick={isFull || !ordering ? undefined : () => void go.ask({ service: ordering, project: id, day })}
                  aria-role="button"
                  aria-disabled={isFull || undefined}
                  aria-label={`${title}，${spoken}，${leftWords(left)}`}
                >
                  <View className="b">{daysAway(momentOfDay(day), now) === 1 ? '明天' : weekday}</View>
                  <View className="small">{dated}</View>
                  <View className={classes('caption b', isFull ? 'i3' : left < 3 ? 'wa' : 'ok')}>
                    {leftWords(left)}
                  </View>
                </View>
              )
            })}
          </View>
        </ScrollView>
      )}
    </View>
  )
}
