import './index.scss'
import { View } from '@tarojs/components'
import { actions, type OutputOf } from '@core/contract'
import { useState } from 'react'
import { useDo, useForget } from '@/client'
import { ask, go, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Sheet, Tick } from '@/ui'

interface EraseSheetProps {
  stays: OutputOf<typeof actions.myData>['stays']
  onClose: () => void
}

const goes = [
  '称呼、电话、社区和消息',
  '要去的座位和排着的候补',
  '只有您照管的家人的资料',
  '队伍里的名字，留过的评价和照片',
] as const

/** The serious question: what goes, what stays, a tick, and once more before it is done. */
export function EraseSheet({ stays, onClose }: EraseSheetProps) {
  const { run, busy, trouble } = useDo(actions.eraseMe)
  const forget = useForget()
  const [isSure, setSure] = useState(false)

  const erase = async () => {
    const yes = await ask({ title: '真的都删掉？', body: '删掉就找不回来了，谁也恢复不了。', yes: '都删掉' })
    if (!yes) return
    const answer = await run({ sure: true })
    if (!answer?.ok) return
    forget()
    await go.afresh()
    say('都删掉了')
  }
  return (
    <Sheet
      title="注销，都删掉？"
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={trouble} />
          <BigButton busy={busy} disabled={!isSure} onTap={() => void erase()}>
            {busy ? '正在删，别关上…' : isSure ? '注销' : '先勾上面那一行'}
          </BigButton>
          <BigButton variant="plain" size="small" onTap={onClose}>
            再想想
          </BigButton>
        </>
      }
    >
      <View className="b mt3">会删掉</View>
      {goes.map((what) => (
        <View key={what} className="i2 mt1">
          {what}
        </View>
      ))}
      {stays.length > 0 && (
        <>
          <View className="b mt4">还要留的</View>
          <View className="i2 mt1">{stays.map(({ what }) => what).join('、')}</View>
        </>
      )}
      <View
        className="row g3 mt4 erase__sure"
        hoverClass="pressed"
        onClick={() => setSure(!isSure)}
        aria-role="checkbox"
        aria-checked={isSure}
        aria-label="我知道删掉就找不回来了"
      >
        <Tick on={isSure} square />
        <View className="grow b">我知道，删掉就找不回来了</View>
      </View>
    </Sheet>
  )
}
