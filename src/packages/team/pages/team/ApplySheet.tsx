import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { AreaField, BigButton, Sheet } from '@/ui'
import type { TeamPage } from './team'

const mostWords = 100

/** A few words to the leader; all may be left empty. */
export function ApplySheet({ team, onClose }: { team: TeamPage; onClose: () => void }) {
  const [words, setWords] = useState('')
  const { run, busy, trouble } = useDo(actions.apply, {
    invalidates: [actions.getTeam, actions.listTeams, actions.me],
  })
  const apply = async () => {
    const answer = await run({ id: team.id, words })
    if (!answer?.ok) return
    say(answer.data.mine === 'member' ? '欢迎加入' : '交给队长了')
    onClose()
  }
  return (
    <Sheet
      title={`加入${team.name}`}
      say="队长会看到您的称呼和电话，同意后您就是队员。"
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton busy={busy} onTap={() => void apply()}>
            {busy ? '正在交给队长…' : '交给队长'}
          </BigButton>
        </>
      }
    >
      <View className="mt4">
        <AreaField
          label="说两句"
          value={words}
          onChange={setWords}
          most={mostWords}
          hint="会做什么、哪天有空，不写也行"
        />
      </View>
    </Sheet>
  )
}
