import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { startOfDay } from '@core/domain/times'
import { useState } from 'react'
import { useDo } from '@/client'
import { ask, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Chip, ChoiceField, Sheet, TextField } from '@/ui'
import type { MeetingCard } from '../../form/series-plan'
import { dayWords } from '../../form/words'

const usual = ['放假了，开学再约', '老师有事，先停一停', '场地要整修'] as const

interface EndSheetProps {
  id: string
  /** Meetings to come that are still held, soonest first. */
  meetings: readonly MeetingCard[]
  /** Whether these are all of them. */
  isAll: boolean
  onClose: () => void
}

/** Calls off a meeting and all that follow, with a reason, after saying how many people will be told. */
export function EndSheet({ id, meetings, isAll, onClose }: EndSheetProps) {
  const [from, setFrom] = useState(0)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const { run, busy, trouble } = useDo(actions.endSeries, {
    invalidates: [actions.getSeries, actions.desk, actions.getActivity, actions.listActivities, actions.roster],
  })
  const gone = meetings.slice(from)
  const first = gone[0]
  const people = gone.reduce((sum, { taken, waiting }) => sum + taken + waiting, 0)
  const many = isAll ? `${gone.length} 场` : `${gone.length} 场以上`
  const write = (text: string) => {
    setReason(text)
    setWrong('')
  }
  const end = async () => {
    if (!first) return
    if (!reason.trim()) return setWrong('写一句为什么，邻居好安排')
    const isSure = await ask({
      title: `后面 ${many}都不办了？`,
      body: `${dayWords(first.startsAt)} 起的每一场。${
        people > 0 ? '报名和候补的邻居会马上收到您写的话。' : ''
      }不办以后不能恢复，想接着办要再发一个。`,
      yes: '不办了',
    })
    if (!isSure) return
    const answer = await run({ id, from: startOfDay(first.startsAt), reason })
    if (!answer?.ok) return
    say(`${answer.data.calledOff} 场不办了`)
    onClose()
  }
  return (
    <Sheet
      title="后面的不办了"
      say="只停一次的话，点那一场，单独不办就行。"
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton variant="line" busy={busy} onTap={() => void end()}>
            {busy ? '正在告诉大家…' : `${many}都不办了`}
          </BigButton>
          <BigButton onTap={onClose}>还是办</BigButton>
        </>
      }
    >
      <View className="fields mt4">
        <ChoiceField
          label="从哪场"
          options={meetings.map(({ startsAt }) => dayWords(startsAt))}
          value={from}
          onChange={setFrom}
        />
      </View>
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
