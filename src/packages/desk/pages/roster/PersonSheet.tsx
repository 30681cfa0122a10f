import { View } from '@tarojs/components'
import { actions, type RosterRow } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { callPhone, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Sheet, TextField } from '@/ui'

interface PersonSheetProps {
  activityId: string
  row: RosterRow
  /** Seats can be given up for her until the end. */
  canRelease: boolean
  onClose: () => void
}

/** What a leader can do for one neighbour: call her, or give up her seat with a reason that she is told. */
export function PersonSheet({ activityId, row, canRelease, onClose }: PersonSheetProps) {
  const [isReleasing, setReleasing] = useState(false)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const { run, busy, trouble } = useDo(actions.release, {
    invalidates: [actions.roster, actions.desk, actions.getActivity, actions.listActivities],
  })
  const isOn = row.state !== 'left' && canRelease
  const release = async () => {
    if (!reason.trim()) {
      setWrong('写一句为什么，对方会看到')
      return
    }
    const answer = await run({ id: activityId, personId: row.personId, reason })
    if (!answer?.ok) return
    say('座位退了')
    onClose()
  }

  if (isReleasing) {
    return (
      <Sheet
        title={`请出${row.name}？`}
        say="先打过电话更好。座位会让给候补的邻居，对方会收到消息和您写的话。"
        onClose={onClose}
        foot={
          <>
            <TroubleNotice trouble={trouble} />
            <BigButton variant="line" busy={busy} onTap={() => void release()}>
              {busy ? '正在退座位…' : '退掉这个座位'}
            </BigButton>
            <BigButton onTap={onClose}>还是留着</BigButton>
          </>
        }
      >
        <View className="mt4">
          <TextField
            label="为什么"
            value={reason}
            onChange={(text) => {
              setReason(text)
              setWrong('')
            }}
            most={60}
            hint="比如 电话里说来不了"
            wrong={wrong}
          />
        </View>
      </Sheet>
    )
  }
  return (
    <Sheet
      title={row.name || '没写称呼'}
      say={row.phone || '没有留电话'}
      onClose={onClose}
      foot={
        <>
          {row.phone && (
            <BigButton icon="phone" onTap={() => void callPhone(row.phone)}>
              打电话
            </BigButton>
          )}
          {isOn && (
            <BigButton variant="line" onTap={() => setReleasing(true)}>
              {row.state === 'waiting' ? '请出候补' : '请出，退掉座位'}
            </BigButton>
          )}
        </>
      }
    />
  )
}
