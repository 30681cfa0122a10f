import { View } from '@tarojs/components'
import type { Reach } from '@core/contract'
import { nearMoment, Sense } from '@/parts'
import { knownOf, reachedWords } from './calls-words'

interface ReachCardProps {
  reach: Reach
  /** Still to be called, as this phone has ticked. */
  open: number
  now: number
}

/** How far one notice has come: how many still to call, and by which ways the others know. */
export function ReachCard({ reach, open, now }: ReachCardProps) {
  const known = knownOf({ ...reach, open })
  const share = reach.total === 0 ? 100 : Math.round((known / reach.total) * 100)
  const ways = reachedWords({ ...reach, called: reach.called + reach.open - open })
  return (
    <View className="card">
      <View className="small i2">{nearMoment(reach.at, now)} 发的通知</View>
      <Sense className="lead b" text={reach.title} />
      <View className="row g3 count mt3" aria-live="polite" aria-role="text">
        <View className="numeral">{open}</View>
        <View className="i2">{open === 0 ? '位要打电话，都说到了' : '位还不知道，要打电话'}</View>
      </View>
      <View className="bar8 mt3" aria-hidden>
        <View className="bar8__fill bar8__fill--brand" style={`width:${share}%`} />
      </View>
      <View className="row wrap g3 small i2 mt2">
        <View>
          {known} / {reach.total} 位知道了
        </View>
        {ways.map((words) => (
          <View key={words}>{words}</View>
        ))}
        {reach.queued > 0 && <View>还在路上 {reach.queued} 位</View>}
      </View>
    </View>
  )
}
