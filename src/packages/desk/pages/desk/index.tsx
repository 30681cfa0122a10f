import './index.scss'
import { View } from '@tarojs/components'
import { actions, type ActivityCard } from '@core/contract'
import { useEffect, useState } from 'react'
import { useAction, useMe } from '@/client'
import { go, keepPrivate, useNow, useParam, usePulled } from '@/device'
import { Asked } from '@/parts/Asked'
import { ActionBar, BigButton, Empty, Page } from '@/ui'
import { TeamChips } from '../publish/TeamChips'
import { ComingRows, PastRows } from './ActivityRows'
import { DeskSkeleton } from './DeskSkeleton'
import { NextCard } from './NextCard'
import { PastSheet } from './PastSheet'
import { WaitingForYou } from './WaitingForYou'
import { dateLine, greeting } from './greeting'

export default function Desk() {
  const asked = useParam('team')
  const now = useNow()
  const { data: me } = useMe()
  const [teamId, setTeamId] = useState<string | null>(asked || null)
  const [past, setPast] = useState<ActivityCard | null>(null)
  const asking = useAction(actions.desk, { teamId }, { holdPrevious: true })
  usePulled(asking.again)
  useEffect(keepPrivate, [])

  return (
    <Page
      busy={asking.loading}
      over={past && <PastSheet card={past} onClose={() => setPast(null)} />}
      bar={
        asking.data && (
          <ActionBar>
            <BigButton grow icon="plus" onTap={() => void go.publish(teamId ? { team: teamId } : {})}>
              发一个活动
            </BigButton>
          </ActionBar>
        )
      }
    >
      <View className="small i2 mt2">{dateLine(now)}</View>
      <View className="display" aria-role="heading">
        {greeting(now, me?.name ?? '', (me?.leads.length ?? 0) > 0)}
      </View>
      <Asked asking={asking} waiting={<DeskSkeleton />}>
        {(desk) => {
          const coming = desk.coming.filter((card) => card.state !== 'cancelled')
          const [next, ...later] = coming
          return (
            <>
              {desk.teams.length > 1 && (
                <TeamChips teams={desk.teams} value={teamId} onChange={setTeamId} onAll={() => setTeamId(null)} />
              )}
              {next && <NextCard card={next} now={now} />}
              <WaitingForYou desk={desk} teamId={teamId} now={now} />
              <ComingRows cards={later} now={now} />
              <PastRows cards={desk.past} now={now} onTap={setPast} />
              {!next && desk.past.length === 0 && (
                <Empty
                  drawing="no-activity"
                  title="还没办过活动"
                  say={'从一个样子开始，\n改两处就能发。'}
                  action={{ label: '发一个活动', onTap: () => void go.publish() }}
                />
              )}
            </>
          )
        }}
      </Asked>
    </Page>
  )
}
