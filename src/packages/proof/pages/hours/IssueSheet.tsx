import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { dayOf } from '@core/domain/times'
import { useRef, useState } from 'react'
import { newKey, useDo } from '@/client'
import { go, useNow } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Sheet, WhenField } from '@/ui'
import { wholeDay } from '../../words'

/** Over which days: this year unless she says otherwise. */
export function IssueSheet({ years, onClose }: { years: readonly number[]; onClose: () => void }) {
  const now = useNow()
  const key = useRef(newKey())
  const today = dayOf(now)
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  const { run, busy, trouble } = useDo(actions.issueCertificate, { invalidates: [actions.myCertificates] })
  const first = `${Math.min(Number(today.slice(0, 4)), ...years)}-01-01`

  const issue = async () => {
    const answer = await run({ key: `${key.current}${from}${to}`, from, to })
    if (!answer?.ok) return
    onClose()
    await go.certificate(answer.data.id)
  }
  return (
    <Sheet
      title="开一份证明"
      say="写上这段时间里确认过的每一次服务，带编号和核验码，谁都能扫码查真假。"
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton busy={busy} onTap={() => void issue()}>
            {busy ? '正在开…' : '开证明'}
          </BigButton>
        </>
      }
    >
      <View className="fields mt4">
        <WhenField mode="date" label="从" value={from} shown={wholeDay(from)} from={first} to={to} onChange={setFrom} />
        <WhenField mode="date" label="到" value={to} shown={wholeDay(to)} from={from} to={today} onChange={setTo} />
      </View>
    </Sheet>
  )
}
