import { View } from '@tarojs/components'
import { actions, type MemberRow } from '@core/contract'
import { useDo } from '@/client'
import { ask, say } from '@/device'
import { nearMoment } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, classes } from '@/ui'

interface ApplicantRowProps {
  teamId: string
  row: MemberRow
  now: number
  first: boolean
}

/** Someone who wants to join: what she wrote, and the leader's answer. */
export function ApplicantRow({ teamId, row, now, first }: ApplicantRowProps) {
  const { run, busy, trouble } = useDo(actions.decide, {
    invalidates: [actions.members, actions.getTeam, actions.desk, actions.listTeams],
  })
  const decide = async (accept: boolean) => {
    const isSure =
      accept ||
      (await ask({
        title: `婉拒${row.name}？`,
        body: '会告诉对方：这次没能加入，欢迎常来参加活动。',
        yes: '婉拒',
      }))
    if (!isSure) return
    const answer = await run({ id: teamId, personId: row.personId, accept })
    if (answer?.ok) say(accept ? '欢迎新队员' : '已经婉拒')
  }
  return (
    <View className={classes('lrow', 'col', first && 'lrow--first')} style="align-items:stretch">
      <View className="row between g3">
        <View className="lead b">{row.name}</View>
        <View className="caption i3">{nearMoment(row.at, now)}</View>
      </View>
      <View className="i2">{row.words || '没有留话'}</View>
      <TroubleNotice trouble={trouble} />
      <View className="row g3 mt1">
        <BigButton
          size="small"
          variant="line"
          grow
          disabled={busy}
          onTap={() => void decide(false)}
          name={`婉拒${row.name}`}
        >
          婉拒
        </BigButton>
        <BigButton size="small" grow busy={busy} onTap={() => void decide(true)} name={`同意${row.name}加入`}>
          同意
        </BigButton>
      </View>
    </View>
  )
}
