import { View } from '@tarojs/components'
import { callPhone, go } from '@/device'
import { useMe } from '@/client'
import { faceOf } from '@/parts'
import { ActionBar, Avatar, BigButton, Tile } from '@/ui'
import type { TeamPage, TeamSheet } from './team'

/** Who leads the team, how to reach her, and the way in. */
export function TeamBar({ team, onSheet }: { team: TeamPage; onSheet: (sheet: TeamSheet) => void }) {
  const { data: me } = useMe()
  const name = team.leaderName || '还没定'
  const join = () => (me?.hasProfile ? onSheet('apply') : void go.profile())
  return (
    <ActionBar
      small={
        <View className="row g3 grow">
          <Avatar face={faceOf(team.leaderName)} />
          <View className="grow">
            <View className="b">队长 {name}</View>
            <View className="small i2">{team.mine === 'leader' ? '这是您带的队' : sayOf(team)}</View>
          </View>
          {team.phone && (
            <Tile icon="phone" onTap={() => void callPhone(team.phone)} name={`打给队长${name}，${team.phone}`} />
          )}
        </View>
      }
    >
      {team.mine === 'none' && <BigButton onTap={join}>想加入</BigButton>}
      {(team.mine === 'leader' || (team.mine === 'member' && team.canManage)) && (
        <BigButton onTap={() => void go.desk(team.id)}>队长台</BigButton>
      )}
    </ActionBar>
  )
}

function sayOf(team: TeamPage): string {
  if (team.mine === 'member') return '您是队员'
  if (team.mine === 'applied') return '等队长回话'
  return team.phone ? '有事可以打电话' : '一般当天回话'
}
