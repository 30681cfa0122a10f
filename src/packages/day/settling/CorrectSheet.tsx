import { View } from '@tarojs/components'
import { actions, type DayRow } from '@core/contract'
import { hoursWords } from '@core/domain/hours'
import { useState } from 'react'
import { useDo } from '@/client'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Chip, Sheet, TextField } from '@/ui'
import { MinutesField } from './MinutesField'

/** Reasons that come up again and again; a tap fills one in. */
const usual = ['忘了签到', '忘了签退', '点错了人'] as const

interface CorrectSheetProps {
  activityId: string
  row: DayRow
  onAsked: () => void
  onClose: () => void
}

/** Asks for confirmed minutes to be changed; a second person decides. */
export function CorrectSheet({ activityId, row, onAsked, onClose }: CorrectSheetProps) {
  const confirmed = row.confirmed ?? 0
  const [minutes, setMinutes] = useState(confirmed)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const { run, busy, trouble } = useDo(actions.correctHours, { invalidates: [actions.corrections, actions.daySheet] })
  const write = (text: string) => {
    setReason(text)
    setWrong('')
  }
  const correct = async () => {
    if (!reason.trim()) return setWrong('写一句为什么，另一位负责人要看')
    const answer = await run({ id: activityId, personId: row.personId, minutes, reason })
    if (answer?.ok) onAsked()
  }
  return (
    <Sheet
      title={`更正${row.name}的时长`}
      say={`现在记着 ${hoursWords(confirmed)}。改动要另一位负责人同意，改前改后都会留着。`}
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton busy={busy} onTap={() => void correct()}>
            {busy ? '正在提交…' : minutes === 0 ? '请人同意：收回这次时长' : `请人同意：改成 ${hoursWords(minutes)}`}
          </BigButton>
        </>
      }
    >
      <View className="mt4">
        <MinutesField minutes={minutes} onChange={setMinutes} />
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
