import './index.scss'
import { actions } from '@core/contract'
import { hoursWords } from '@core/domain/hours'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAction, useInfiniteAction, useMe } from '@/client'
import { keepPrivate, useEndReached, useNow, usePulled, useShown } from '@/device'
import { LongList, TicketSkeleton, areAll, countOf } from '@/parts'
import { OlderAnswer, TroubleView } from '@/parts/Asked'
import { Page, SectionTitle } from '@/ui'
import { foldSeries, type Folded } from '../../mine/fold-series'
import { NextCard, NextLeave } from '../../mine/NextCard'
import { NoSignups } from '../../mine/NoSignups'
import { PastRow } from '../../mine/PastRow'
import { SignupCard } from '../../mine/SignupCard'

export default function MySignups() {
  const now = useNow()
  const me = useMe().data
  const [leaving, setLeaving] = useState('')
  // Someone without a name has signed up for nothing: the cloud need not be asked.
  const isGuest = me?.hasProfile === false
  const coming = useInfiniteAction(actions.myActivities, { which: 'coming' }, { enabled: !isGuest, keep: 'mine' })
  const past = useInfiniteAction(
    actions.myActivities,
    { which: 'past' },
    { enabled: !isGuest && coming.data !== undefined && !coming.hasMore },
  )
  useShown(keepPrivate)
  usePulled(() => Promise.all([coming.again(), past.data ? past.again() : null]))
  useEndReached(() => (coming.hasMore ? coming.more() : past.more()))

  if (isGuest) {
    return (
      <Page>
        <NoSignups now={now} before={false} />
      </Page>
    )
  }
  if (coming.data === undefined) {
    return (
      <Page busy={coming.loading}>
        {coming.trouble ? (
          <TroubleView trouble={coming.trouble} onRetry={coming.again} />
        ) : (
          <TicketSkeleton count={2} />
        )}
      </Page>
    )
  }

  const waiting = coming.items.filter((card) => areAll(card, 'waiting'))
  const asking = coming.items.filter((card) => areAll(card, 'asked'))
  const going = coming.items.filter((card) => !waiting.includes(card) && !asking.includes(card))
  const on = going.filter((card) => card.state !== 'cancelled')
  const next = on[0]
  const folded = foldSeries(going)
  const nextRow = folded.find(({ card }) => card === next)
  const later = folded.filter(({ card }) => card !== next)
  const hasPast = past.items.length > 0
  return (
    <Page over={leaving && <NextLeave id={leaving} onClose={() => setLeaving('')} />}>
      {coming.trouble && <OlderAnswer trouble={coming.trouble} onRetry={coming.again} />}
      {coming.items.length === 0 && !past.loading && <NoSignups now={now} before={hasPast} />}
      {going.length > 0 && (
        <>
          <SectionTitle first say={`${countOf(going)} 场${coming.hasMore ? '以上' : ''}`}>
            要去
          </SectionTitle>
          <View className="cards">
            {nextRow && <NextCard {...nextRow} now={now} onSheet={setLeaving} />}
            <SignupCards rows={later} now={now} />
          </View>
        </>
      )}
      {waiting.length > 0 && (
        <>
          <SectionTitle first={going.length === 0}>候补</SectionTitle>
          <View className="cards">
            <SignupCards rows={foldSeries(waiting)} now={now} />
          </View>
        </>
      )}
      {asking.length > 0 && (
        <>
          <SectionTitle first={going.length === 0 && waiting.length === 0}>等消息</SectionTitle>
          <View className="cards">
            <SignupCards rows={foldSeries(asking)} now={now} />
          </View>
        </>
      )}
      {hasPast && (
        <>
          <SectionTitle say={<GivenThisYear />}>去过</SectionTitle>
          <View className="card card--rows">
            <LongList
              rows={past.items}
              rowHeight={72}
              draw={(cards, from) =>
                cards.map((card, index) => <PastRow key={card.id} card={card} now={now} first={from + index === 0} />)
              }
            />
          </View>
        </>
      )}
      {(coming.hasMore || past.hasMore) && <View className="row mine-end small i3">后面还有，往上拉一拉</View>}
    </Page>
  )
}

function SignupCards({ rows, now }: { rows: readonly Folded[]; now: number }) {
  return (
    <LongList
      rows={rows}
      rowHeight={160}
      draw={(some) => (
        <View className="cards">
          {some.map((row) => (
            <SignupCard key={row.card.id} {...row} now={now} />
          ))}
        </View>
      )}
    />
  )
}

/** 今年 24 次，41 小时; nothing where no hours were confirmed. */
function GivenThisYear() {
  const { data } = useAction(actions.myHours, {})
  if (!data || data.minutes <= 0) return null
  return <View>{`今年 ${data.times} 次，${hoursWords(data.minutes)}`}</View>
}
