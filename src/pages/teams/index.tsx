import './index.scss'
import { View } from '@tarojs/components'
import { actions, type Colour } from '@core/contract'
import { useState } from 'react'
import { useAction, useWhere } from '@/client'
import { usePulled, useShare } from '@/device'
import { sharePicture } from '@/parts/share/pictures'
import { Asked } from '@/parts/Asked'
import { useWhereBar } from '@/parts/WhereBar'
import { Page } from '@/ui'
import { ColourRow } from './ColourRow'
import { TeamsSkeleton } from './TeamsSkeleton'

export default function Teams() {
  const { communityId, words } = useWhere()
  const { bar, over } = useWhereBar()
  const asking = useAction(actions.listTeams, { communityId }, { keep: `teams:${communityId ?? 'county'}` })
  const [open, setOpen] = useState<Colour | null>(null)
  usePulled(asking.again)
  useShare(() => ({ title: `${words}的七色志愿队，来认认人`, path: '/pages/teams/index', imageUrl: sharePicture }))

  return (
    <Page nav={bar} over={over} busy={asking.loading}>
      <View className="display mt2" aria-role="heading">
        <View className="nb">七种颜色，</View>
        <View className="nb">一群热心的邻居</View>
      </View>
      <View className="i2 mt2">今年他们做了这些。您也可以来。</View>
      <View className="mt5">
        <Asked asking={asking} waiting={<TeamsSkeleton />}>
          {({ colours }) => (
            <View className="card card--rows">
              {colours.map((each, index) => (
                <ColourRow
                  key={each.colour}
                  {...each}
                  first={index === 0}
                  open={open === each.colour}
                  onTap={() => setOpen(open === each.colour ? null : each.colour)}
                />
              ))}
            </View>
          )}
        </Asked>
      </View>
      {communityId === null && (
        <View className="small i2 mt4 ctr">这是全县的数。想看有哪些队伍，点上面选一个社区。</View>
      )}
    </Page>
  )
}
