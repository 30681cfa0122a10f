import { View } from '@tarojs/components'
import { actions, type RosterRow } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { callPhone, say } from '@/device'
import { dayHeading, nearMoment, noNumber } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { dayOf } from '@core/domain/times'
import { BigButton, Notice, Sheet, TextField } from '@/ui'
import { answersOf, calledWords, remarkOf, tagsOf, type RosterForm } from './person-words'

interface PersonSheetProps {
  activityId: string
  row: RosterRow
  form: RosterForm
  now: number
  /** Minutes until numbers are shown again, while they are held back. */
  held: number | null
  /** Seats can be given up for her until the end. */
  canRelease: boolean
  onClose: () => void
}

const numberWords = ({ phone, phoneOf }: RosterRow, held: number | null) => {
  if (phone === '') return noNumber(held, '没有留')
  return phoneOf ? `${phone}，家人${phoneOf}的` : phone
}

/** All about one neighbour's part, and what a leader can do: call her, or give up her seat with a reason she is told. */
export function PersonSheet({ activityId, row, form, now, held, canRelease, onClose }: PersonSheetProps) {
  const [isReleasing, setReleasing] = useState(false)
  const isOn = row.state !== 'left' && row.state !== 'asked' && canRelease
  if (isReleasing) return <ReleaseSheet activityId={activityId} row={row} onClose={onClose} />
  const facts = [
    { label: '电话', said: numberWords(row, held) },
    {
      label: '是谁',
      said: [...tagsOf(row).map(({ words }) => words), remarkOf(row, form)].filter(Boolean).join(' · '),
    },
    { label: '登记的', said: row.kind === 'guest' ? row.broughtBy : '' },
    { label: row.state === 'left' ? '退的' : '报的', said: nearMoment(row.since, now) },
    ...answersOf(row, form),
  ].filter(({ said }) => said !== '')
  return (
    <Sheet
      title={row.name || '没写称呼'}
      onClose={onClose}
      foot={
        <>
          {row.phone && (
            <BigButton icon="phone" onTap={() => void callPhone(row.phone)} name={`打给${calledWords(row)}`}>
              {row.phoneOf ? `打给家人${row.phoneOf}` : '打电话'}
            </BigButton>
          )}
          {isOn && (
            <BigButton variant="line" onTap={() => setReleasing(true)}>
              {row.state === 'waiting' ? '请出候补' : '请出，退掉座位'}
            </BigButton>
          )}
        </>
      }
    >
      <View className="mt2">
        {facts.map(({ label, said }, index) => (
          <View key={label} className={`lrow${index === 0 ? ' lrow--first' : ''}`}>
            <View className="grow fact">
              <View className="small i2 fact__l">{label}</View>
              <View className="grow">{said}</View>
            </View>
          </View>
        ))}
      </View>
      {row.missed && (
        <Notice icon="info">
          {`${dayHeading(dayOf(row.missed.at), now)}的「${row.missed.title}」报了没来，也没说一声。也许有难处，问一句再定。`}
        </Notice>
      )}
    </Sheet>
  )
}

function ReleaseSheet({ activityId, row, onClose }: Pick<PersonSheetProps, 'activityId' | 'row' | 'onClose'>) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const { run, busy, trouble } = useDo(actions.release, {
    invalidates: [actions.roster, actions.desk, actions.getActivity, actions.listActivities],
  })
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
  return (
    <Sheet
      title={`请出${row.name}？`}
      say="先打过电话更好。座位会让给候补的邻居，对方会收到消息和您写的话。退错了，可以在「添人」里再登记上。"
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
