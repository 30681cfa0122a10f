import { actions } from '@core/contract'
import { clockWords } from '@core/domain/times'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { useDo } from '@/client'
import { scan } from '@/device'
import { listed } from '@/parts'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Notice } from '@/ui'

const newKey = () => `s${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`

/** Checks herself and hers in or out by the code on the leader's screen. */
export function ScanCode({ id, onDone }: { id: string; onDone: () => void }) {
  const scanning = useDo(actions.scanCode, { invalidates: [actions.myPasses, actions.myActivities] })
  const [said, setSaid] = useState('')
  // What was scanned but not answered keeps its key, so that trying again is the same scan.
  const last = useRef({ text: '', key: '' })
  const send = async (text: string) => {
    if (last.current.text !== text) last.current = { text, key: newKey() }
    const answer = await scanning.run(last.current)
    if (!answer?.ok) return
    setSaid(doneWords(answer.data, id))
    onDone()
  }
  const start = async () => {
    setSaid('')
    const text = await scan()
    if (text) await send(text)
  }
  const { trouble, busy } = scanning
  const isLost = trouble?.fault !== undefined && last.current.text !== ''
  return (
    <View className="grow col g3">
      {trouble && <TroubleNotice trouble={trouble} />}
      {said && (
        <Notice tone="success" alert>
          {said}
        </Notice>
      )}
      {isLost && (
        <BigButton variant="quiet" busy={busy} onTap={() => void send(last.current.text)}>
          刚才扫的，再交一次
        </BigButton>
      )}
      <BigButton icon="scan" busy={busy} onTap={() => void start()}>
        {busy ? '正在签到…' : '扫队长的码签到'}
      </BigButton>
    </View>
  )
}

interface Done {
  activityId: string
  title: string
  kind: 'in' | 'out'
  people: { name: string; at: number }[]
}

/** 我、妈妈已签到 9:25; another activity than the one shown is named. */
function doneWords({ activityId, title, kind, people }: Done, id: string): string {
  const at = people[0] ? ` ${clockWords(people[0].at)}` : ''
  const where = activityId === id ? '' : `「${title}」`
  return `${where}${listed(people.map(({ name }) => name))}${kind === 'in' ? '已签到' : '已签退'}${at}`
}
