import './index.scss'
import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useAction } from '@/client'
import { go, pathTo, useNow, useParam, usePulled, useShare } from '@/device'
import { Cover } from '@/parts'
import { Asked } from '@/parts/Asked'
import { sharePicture, sharePictures } from '@/parts/share/pictures'
import { NavBar, Page } from '@/ui'
import { ApplySheet } from './ApplySheet'
import { EditSheet } from './EditSheet'
import { LeaveSheet } from './LeaveSheet'
import { TeamBar } from './TeamBar'
import { TeamBody } from './TeamBody'
import { TeamSkeleton } from './TeamSkeleton'
import type { TeamSheet } from './team'

export default function Team() {
  const id = useParam('id')
  const now = useNow()
  const asking = useAction(actions.getTeam, { id })
  const [sheet, setSheet] = useState<TeamSheet>(null)
  const team = asking.data
  usePulled(asking.again)
  useShare(() => ({
    title: team ? `${team.name}，等您来` : '七色志愿队',
    path: pathTo('team', { id }),
    imageUrl: team ? sharePictures[team.colour] : sharePicture,
  }))
  const close = () => setSheet(null)

  return (
    <Page
      flush
      busy={asking.loading}
      bar={team && <TeamBar team={team} onSheet={setSheet} />}
      over={
        team && (
          <>
            {sheet === 'apply' && <ApplySheet team={team} onClose={close} />}
            {sheet === 'edit' && <EditSheet team={team} onClose={close} />}
            {sheet === 'leave' && <LeaveSheet team={team} onClose={close} />}
          </>
        )
      }
    >
      {team ? (
        <Cover colour={team.colour}>
          <NavBar onBack={() => void go.back()} />
        </Cover>
      ) : (
        <NavBar onBack={() => void go.back()} />
      )}
      <View className="leaf">
        <Asked asking={asking} waiting={<TeamSkeleton />}>
          {(found) => <TeamBody team={found} now={now} onSheet={setSheet} />}
        </Asked>
      </View>
    </Page>
  )
}
