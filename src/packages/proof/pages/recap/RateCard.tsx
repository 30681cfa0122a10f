import { View } from '@tarojs/components'
import { actions } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { hideKeyboard } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { AreaField, BigButton, Card, Notice, classes } from '@/ui'

/** Five answers in words, so that nobody has to know what three stars mean. */
const answers = ['不满意', '不太满意', '一般', '满意', '很满意'] as const

/** How it was, asked of those who came; words go to the organiser alone. */
export function RateCard({ activityId, myStars }: { activityId: string; myStars: number | null }) {
  const [stars, setStars] = useState(myStars ?? 0)
  const [words, setWords] = useState('')
  const [isChanging, setChanging] = useState(myStars === null)
  const { run, busy, trouble } = useDo(actions.rate, { invalidates: [actions.getRecap] })
  const send = async () => {
    hideKeyboard()
    const answer = await run({ id: activityId, stars, words })
    if (answer?.ok) setChanging(false)
  }
  if (!isChanging) {
    return (
      <View className="mt5">
        <Notice
          tone="success"
          title={`您说：${answers[stars - 1] ?? ''}`}
          action={
            <BigButton size="small" variant="line" onTap={() => setChanging(true)}>
              改一改
            </BigButton>
          }
        >
          谢谢，队长看得到。
        </Notice>
      </View>
    )
  }
  return (
    <View className="mt5">
      <Card>
        <View className="title">您觉得怎么样？</View>
        <View className="rate mt3" aria-role="radiogroup" aria-label="您觉得怎么样">
          {[...answers].reverse().map((label, index) => {
            const value = answers.length - index
            return (
              <View
                key={label}
                className={classes('chip', 'rate__i', stars === value && 'chip--on')}
                hoverClass="pressed"
                onClick={() => setStars(value)}
                aria-role="radio"
                aria-checked={stars === value}
                aria-label={label}
              >
                {label}
              </View>
            )
          })}
        </View>
        {stars > 0 && (
          <View className="mt4">
            <AreaField label="想说的" value={words} onChange={setWords} most={200} hint="哪里好、哪里要改，不写也行" />
            <View className="small i2 mt2">只有办活动的人看得到</View>
            <View className="mt3">
              <TroubleNotice trouble={trouble} />
            </View>
            <View className="mt3">
              <BigButton busy={busy} onTap={() => void send()}>
                {busy ? '正在交…' : '交给队长'}
              </BigButton>
            </View>
          </View>
        )}
      </Card>
    </View>
  )
}
