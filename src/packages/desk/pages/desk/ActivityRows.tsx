import { View } from '@tarojs/components'
import type { ActivityCard, PastCard } from '@core/contract'
import { calendar } from '@core/domain/times'
import { go } from '@/device'
import { Sense, nearMoment } from '@/parts'
import { figure } from '@/parts/figures'
import { BigButton, Card, ListRow, SectionTitle, useLook } from '@/ui'

const weekMs = 7 * 24 * 3600 * 1000
/** Past activities shown; older ones stand on the team's page. */
const mostPast = 5

/** What comes after the next one: this week's, then later ones. */
export function ComingRows({ cards, now }: { cards: readonly ActivityCard[]; now: number }) {
  const thisWeek = cards.filter((card) => card.startsAt < now + weekMs)
  const later = cards.filter((card) => card.startsAt >= now + weekMs)
  return (
    <>
      <Rows title="这周" cards={thisWeek} now={now} />
      <Rows title="再往后" cards={later} now={now} folded />
    </>
  )
}

interface RowsProps {
  title: string
  cards: readonly ActivityCard[]
  now: number
  /** Each series once, with how many meetings follow. */
  folded?: boolean
}

function Rows({ title, cards, now, folded }: RowsProps) {
  if (cards.length === 0) return null
  const shown = folded ? cards.filter((card, at) => at === cards.findIndex((each) => isOneSeries(each, card))) : cards
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <Card kind="rows">
        {shown.map((card, index) => {
          const many = folded ? cards.filter((each) => isOneSeries(each, card)).length : 1
          const { seriesId } = card
          const isFolded = seriesId !== null && many > 1
          const say = isFolded
            ? `${nearMoment(card.startsAt, now)} 起，还有 ${many} 场`
            : `${nearMoment(card.startsAt, now)}，${seatsWords(card)}`
          return (
            <ListRow
              key={card.id}
              first={index === 0}
              title={<Sense className="b" text={card.title} />}
              say={<Sense className="small" text={say} />}
              onTap={() => void (isFolded ? go.runSeries(seriesId) : go.roster(card.id))}
              name={`${card.title}，${say}，${isFolded ? '看整个系列' : '看名单'}`}
            />
          )
        })}
      </Card>
    </>
  )
}

const isOneSeries = (a: ActivityCard, b: ActivityCard) =>
  a.id === b.id || (a.seriesId !== null && a.seriesId === b.seriesId)

/** 报了 17 人，余 3 席 */
function seatsWords({ state, taken, seatsLeft, waiting }: ActivityCard): string {
  const closed = state === 'closed' ? '，报名截止了' : ''
  if (waiting > 0) return `报了 ${figure(taken)} 人，候补 ${figure(waiting)} 人${closed}`
  if (seatsLeft === null) return `报了 ${figure(taken)} 人${closed}`
  return `报了 ${figure(taken)} 人，${seatsLeft > 0 ? `余 ${figure(seatsLeft)} 席` : '满了'}${closed}`
}

interface PastRowsProps {
  cards: readonly PastCard[]
  now: number
  onTap: (card: ActivityCard) => void
}

/** What has been, each to be settled, written up, or held once more. */
export function PastRows({ cards, now, onTap }: PastRowsProps) {
  const { large } = useLook()
  if (cards.length === 0) return null
  const thisYear = calendar(now).year
  return (
    <>
      <SectionTitle>办过的</SectionTitle>
      <Card kind="rows">
        {cards.slice(0, mostPast).map((card, index) => {
          const { year, month, date } = calendar(card.startsAt)
          const when = year === thisYear ? `${month} 月 ${date} 日` : `${year} 年 ${month} 月`
          const came = card.state === 'cancelled' ? '没办成' : `${figure(card.taken)} 人`
          const isUnsettled = card.settledAt === null && card.state !== 'cancelled' && card.taken > 0
          const next = isUnsettled ? (
            <BigButton
              size="small"
              variant="quiet"
              onTap={() => void go.settle(card.id)}
              name={`确认时长，${card.title}`}
            >
              确认时长
            </BigButton>
          ) : (
            <BigButton
              size="small"
              variant="quiet"
              onTap={() => void go.publish({ copy: card.id, team: card.teamId })}
              name={`照样再办一场，${card.title}`}
            >
              再办一场
            </BigButton>
          )
          return (
            <ListRow
              key={card.id}
              first={index === 0}
              title={<Sense className="b" text={card.title} />}
              say={
                <>
                  <View>
                    {when} · {came}
                  </View>
                  {large && <View className="row mt2">{next}</View>}
                </>
              }
              onTap={() => onTap(card)}
              bare
              trail={!large && next}
              name={`${card.title}，${when}，${came}，确认时长、写总结`}
            />
          )
        })}
      </Card>
    </>
  )
}
