import './member-line.scss'
import { View } from '@tarojs/components'
import { actions, type MemberRow } from '@core/contract'
import { useDo } from '@/client'
import { ask, callPhone, say } from '@/device'
import { faceOf } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { Avatar, Link, ListRow, Tile } from '@/ui'

interface MemberLineProps {
  teamId: string
  row: MemberRow
  /** Minutes until numbers are shown again, while they are held back. */
  held: number | null
  first: boolean
}

/** A member with her number; a leader can't be dismissed here. */
export function MemberLine({ teamId, row, held, first }: MemberLineProps) {
  const { run, busy, trouble } = useDo(actions.dismiss, {
    invalidates: [actions.members, actions.getTeam, actions.listTeams],
  })
  const dismiss = async () => {
    const isSure = await ask({
      title: `请${row.name}离队？`,
      body: '对方会收到通知；已经报名的活动不受影响。',
      yes: '请离队',
    })
    if (!isSure || busy) return
    const answer = await run({ id: teamId, personId: row.personId })
    if (answer?.ok) say('已经离队')
  }
  return (
    <>
      <ListRow
        first={first}
        lead={<Avatar face={faceOf(row.name)} />}
        title={row.name}
        say={row.state === 'leader' ? '队长' : row.phone || (held ? '电话先不显示' : '没有留电话')}
        trail={
          <View className="row g3">
            {row.state !== 'leader' && (
              <Link plain onTap={() => void dismiss()} name={`请${row.name}离队`}>
                离队
              </Link>
            )}
            {row.phone ? (
              <Tile icon="phone" onTap={() => void callPhone(row.phone)} name={`打给${row.name}`} />
            ) : (
              <View className="no-phone" />
            )}
          </View>
        }
      />
      <TroubleNotice trouble={trouble} />
    </>
  )
}
