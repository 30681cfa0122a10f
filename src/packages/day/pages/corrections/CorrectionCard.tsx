import { View } from '@tarojs/components'
import { actions, type Correction } from '@core/contract'
import { clockWords, dayWords, momentOfDay } from '@core/domain/times'
import { useDo } from '@/client'
import { ask, say } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { BigButton, Card, Icon } from '@/ui'
import { changeWords, outcomeWords } from './words'

/** One correction: what is to change and why, who asked, and the second person's yes or no. */
export function CorrectionCard({ correction, now }: { correction: Correction; now: number }) {
  const { id, name, title, reason, askedBy, askedAt, decidedAt, state, canDecide } = correction
  const { run, busy, trouble } = useDo(actions.decideCorrection, {
    invalidates: [actions.corrections, actions.daySheet, actions.desk],
  })
  const moment = (at: number) => `${dayWords(at, now)} ${clockWords(at)}`
  const decide = async (accept: boolean) => {
    if (!accept) {
      const isSure = await ask({ title: '不同意这次更正？', body: '时长照原来的，提的人会看到。', yes: '不同意' })
      if (!isSure) return
    }
    const answer = await run({ id, accept })
    if (answer?.ok) say(accept ? '改好了' : '照原来的')
  }
  return (
    <Card>
      <View className="lead b">{name}</View>
      <View className="title mt1">{changeWords(correction)}</View>
      <View className="i2 mt1">{reason}</View>
      <View className="small i2 mt3">
        {title} · {dayWords(momentOfDay(correction.day), now)}
      </View>
      <View className="correction__trail mt3">
        <View className="row g2 small">
          <Icon name="edit" size={18} tone="i3" />
          <View className="grow">
            {askedBy}提的 · {moment(askedAt)}
          </View>
        </View>
        <View className="row g2 small mt2">
          <Icon name={state === 'asked' ? 'hourglass' : state === 'approved' ? 'check' : 'close'} size={18} tone="i3" />
          <View className="grow">
            {outcomeWords(correction)}
            {decidedAt !== null && ` · ${moment(decidedAt)}`}
          </View>
        </View>
      </View>
      {trouble && (
        <View className="mt3">
          <TroubleNotice trouble={trouble} />
        </View>
      )}
      {state === 'asked' && canDecide && (
        <View className="row g3 mt4 correction__keys">
          <BigButton
            variant="line"
            size="small"
            disabled={busy}
            onTap={() => void decide(false)}
            name={`不同意，${name}`}
          >
            不同意
          </BigButton>
          <BigButton
            size="small"
            grow
            busy={busy}
            onTap={() => void decide(true)}
            name={`同意，${name}${changeWords(correction)}`}
          >
            {busy ? '正在记…' : '同意'}
          </BigButton>
        </View>
      )}
      {state === 'asked' && !canDecide && (
        <View className="small i2 mt3">提的人和本人不能定，请另一位队长或社区工作者打开这里来看。</View>
      )}
    </Card>
  )
}
