import './index.scss'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useMe } from '@/client'
import { go, pathTo, useEndReached, useNow, useParam, usePulled, useShare } from '@/device'
import { Sense } from '@/parts'
import { OlderAnswer, TroubleNotice, TroubleView } from '@/parts/Asked'
import { sharePicture } from '@/parts/share/pictures'
import { ActionBar, BigButton, Link, Notice, Page, Segmented, Skeleton } from '@/ui'
import { JoinSeries } from '../../series/JoinSeries'
import { Meetings, isOpen, type Meeting } from '../../series/Meetings'
import { useSeries, type Series } from '../../series/use-series'
import { ruleWords, skipWords } from '../../series/words'

export default function SeriesPage() {
  const id = useParam('id')
  const now = useNow()
  const me = useMe().data
  const series = useSeries(id)
  const { asking, which, picked } = series
  const [sheet, setSheet] = useState<{ meetings: string[] | null } | null>(null)
  usePulled(asking.again)
  useEndReached(asking.more)
  useShare(() => ({
    title: asking.data ? `${asking.data.title}，一起固定来` : '每周的课',
    path: pathTo('series', { id }),
    imageUrl: sharePicture,
  }))
  const { data } = asking
  if (!data) {
    return (
      <Page busy={asking.loading}>
        {asking.trouble ? <TroubleView trouble={asking.trouble} onRetry={asking.again} /> : <Skeleton />}
      </Page>
    )
  }
  const meId = me?.id ?? ''
  const isRegular = data.regulars.length > 0
  const close = () => {
    setSheet(null)
    series.setPicked(null)
    series.joining.forget()
  }
  const open = (meeting: Meeting) => (picked === null ? void go.activity(meeting.id) : series.toggle(meeting.id))
  const hasOpen = asking.items.some((meeting) => isOpen(meeting, now))
  const skipped = skipWords(data.rule, now)
  return (
    <Page
      bar={
        which === 'coming' && (hasOpen || isRegular) ? (
          <SeriesBar
            series={series}
            regulars={data.regulars}
            hasOpen={hasOpen}
            onJoin={(meetings) => setSheet({ meetings })}
          />
        ) : undefined
      }
      over={
        sheet && (
          <JoinSeries
            id={id}
            title={data.title}
            series={series}
            meetings={sheet.meetings}
            regulars={data.regulars}
            now={now}
            onClose={close}
          />
        )
      }
    >
      <Sense always className="head mt2" text={data.title} />
      <View className="mt2 b">{ruleWords(data.rule)}</View>
      <View className="small i2 mt1">{[data.teamName, skipped].filter(Boolean).join(' · ')}</View>
      {asking.trouble && <OlderAnswer trouble={asking.trouble} onRetry={asking.again} />}
      {isRegular && (
        <View className="mt4">
          <Notice
            tone="success"
            title={`${data.regulars.includes(meId) ? '您' : '家人'}固定来，每一场都留着座`}
            action={
              which === 'coming' && (
                <Link icon="plus" onTap={() => setSheet({ meetings: null })}>
                  再添一个人固定来
                </Link>
              )
            }
          >
            哪次有事，在那一场点「来不了」，别的场不受影响。
          </Notice>
        </View>
      )}
      {series.skipping.trouble && (
        <View className="mt3">
          <TroubleNotice trouble={series.skipping.trouble} />
        </View>
      )}
      <View className="mt4">
        <Segmented
          name="看哪些场"
          options={[
            { value: 'coming', label: '接下来' },
            { value: 'past', label: '办过的' },
          ]}
          value={which}
          onChange={(next) => {
            series.setPicked(null)
            series.setWhich(next)
          }}
        />
      </View>
      {asking.items.length === 0 && (
        <View className="i2 mt5">{which === 'coming' ? '接下来没有排场次了，办过的可以翻翻。' : '还没有办过。'}</View>
      )}
      <Meetings
        items={asking.items}
        now={now}
        picked={which === 'coming' ? picked : null}
        isRegular={isRegular && which === 'coming'}
        onTap={open}
        onSkip={(meeting) => void series.skip(meeting, meId)}
      />
    </Page>
  )
}

interface SeriesBarProps {
  series: Series
  regulars: readonly string[]
  hasOpen: boolean
  onJoin: (meetings: string[] | null) => void
}

/** Comes to all, chooses some, or stops coming to all. */
function SeriesBar({ series, regulars, hasOpen, onJoin }: SeriesBarProps) {
  const { picked, leaving } = series
  const note = leaving.trouble && <TroubleNotice trouble={leaving.trouble} />
  if (picked !== null) {
    return (
      <ActionBar>
        <BigButton variant="line" onTap={() => series.setPicked(null)}>
          不选了
        </BigButton>
        <BigButton grow disabled={picked.length === 0} onTap={() => onJoin(picked)}>
          {picked.length === 0 ? '点一点要来的场次' : `报这 ${picked.length} 场`}
        </BigButton>
      </ActionBar>
    )
  }
  const isRegular = regulars.length > 0
  return (
    <ActionBar note={note}>
      {hasOpen && (
        <BigButton variant="line" onTap={() => series.setPicked([])}>
          选几场
        </BigButton>
      )}
      {isRegular ? (
        <BigButton grow variant="line" busy={leaving.busy} onTap={() => void series.stop([...regulars])}>
          {leaving.busy ? '正在退座…' : '不再固定来'}
        </BigButton>
      ) : (
        <BigButton grow onTap={() => onJoin(null)}>
          固定来
        </BigButton>
      )}
    </ActionBar>
  )
}
