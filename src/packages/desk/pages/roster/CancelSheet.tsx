import { View } from '@tarojs/components'
import { actions, type ActivityCard } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { ask, go, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Chip, Sheet, TextField } from '@/ui'

/** Reasons that come up again and again; a tap fills one in. */
const usual = ['天气不好，改日再约', '人手不够，先停一次', '场地临时有事'] as const

/** Calls the activity off, with a reason, after saying how many will be told. */
export function CancelSheet({ card, onClose }: { card: ActivityCard; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const { run, busy, trouble } = useDo(actions.cancel, {
    invalidates: [
      actions.roster,
      actions.desk,
      actions.getActivity,
      actions.listActivities,
      actions.getTeam,
      actions.getSeries,
    ],
  })
  const people = card.taken + card.waiting
  const write = (text: string) => {
    setReason(text)
    setWrong('')
  }
  const cancel = async () => {
    if (!reason.trim()) {
      setWrong('写一句为什么，邻居好安排')
      return
    }
    const isSure = await ask({
      title: '真的不办了？',
      body:
        people > 0
          ? `会马上告诉 ${people} 位报名和候补的邻居：${reason.trim()}。不办以后不能再恢复。`
          : '还没有人报名。不办以后不能再恢复。',
      yes: '不办了',
    })
    if (!isSure) return
    const answer = await run({ id: card.id, reason })
    if (!answer?.ok) return
    say(answer.data.told > 0 ? `已告诉 ${answer.data.told} 位` : '这场不办了')
    onClose()
    // Whom no message reaches is to be seen at once.
    if (answer.data.told > 0) void go.calls(card.id)
  }

  return (
    <Sheet
      title="这场不办了"
      say={people > 0 ? `${people} 位报名和候补的邻居都会收到您写的原因。` : '还没有人报名，不用通知谁。'}
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton variant="line" busy={busy} onTap={() => void cancel()}>
            {busy ? '正在告诉大家…' : people > 0 ? `不办了，告诉 ${people} 位邻居` : '不办了'}
          </BigButton>
          <BigButton onTap={onClose}>还是办</BigButton>
        </>
      }
    >
      <View className="row wrap g2 mt4">
        {usual.map((each) => (
          <Chip key={each} on={reason === each} onTap={() => write(each)} name={each}>
            {each}
          </Chip>
        ))}
      </View>
      <View className="mt4">
        <TextField label="为什么" value={reason} onChange={write} most={60} hint="自己写一句" wrong={wrong} />
      </View>
    </Sheet>
  )
}
