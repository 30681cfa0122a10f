import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { momentWords } from '@core/domain/times'
import { useEffect, useState } from 'react'
import { useAction, useDo, useMe } from '@/client'
import { go, hideKeyboard, keepPrivate, say, useNow, useParam } from '@/device'
import { Asked, TroubleNotice } from '@/parts/Asked'
import { ActionBar, BigButton, Card, Page, TextField } from '@/ui'
import { consentWords } from '../../words'

/** Opened from a family member's card: who asks, for whom, what it means; one tap, and she keeps her too. */
export default function Keep() {
  const token = useParam('token')
  const now = useNow()
  const me = useMe()
  const hasProfile = me.data?.hasProfile === true
  const asking = useAction(actions.previewKeeping, { token }, { enabled: hasProfile })
  const { run, busy, trouble } = useDo(actions.acceptKeeping, { invalidates: [actions.family, actions.getActivity] })
  const [called, setCalled] = useState('')
  const [as, setAs] = useState('')
  const [wrong, setWrong] = useState('')
  useEffect(keepPrivate, [])

  const accept = async () => {
    hideKeyboard()
    if (!called.trim()) return setWrong('写上您怎么称呼他')
    const answer = await run({ token, called, as })
    if (!answer?.ok) return
    say('可以替他报名了')
    await go.instead.family()
  }
  if (me.data && !hasProfile) {
    return (
      <Page>
        <Card>
          <View className="head">先认识一下</View>
          <View className="i2 mt2">家人请您一起照管报名。先写上您的称呼，他们好知道是谁。</View>
          <View className="mt4">
            <BigButton onTap={() => void go.profile()}>写称呼</BigButton>
          </View>
        </Card>
      </Page>
    )
  }
  return (
    <Page
      busy={asking.loading || me.loading}
      bar={
        asking.data && (
          <ActionBar>
            <BigButton grow busy={busy} onTap={() => void accept()}>
              {busy ? '正在记下…' : '一起照管'}
            </BigButton>
          </ActionBar>
        )
      }
    >
      <Asked asking={asking}>
        {({ name, from, until }) => (
          <>
            <View className="head mt4">
              {from} 请您一起照管 {name}
            </View>
            <View className="i2 mt2">您能替他报名、取消，有变动也会告诉您。{consentWords.rest}</View>
            <View className="fields mt5">
              <TextField
                label="您叫"
                value={called}
                onChange={(value) => {
                  setCalled(value)
                  setWrong('')
                }}
                most={10}
                hint="比如 外婆、乐乐"
                wrong={wrong}
                asked
              />
              <TextField label="您是" value={as} onChange={setAs} most={6} hint="家里的什么人，比如 女儿" />
            </View>
            <View className="small i2 mt4">这份邀请到 {momentWords(until, now)} 为止</View>
            <View className="mt4">
              <TroubleNotice trouble={trouble} />
            </View>
          </>
        )}
      </Asked>
    </Page>
  )
}
