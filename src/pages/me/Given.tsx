import { View } from '@tarojs/components'
import type { OutputOf, actions } from '@core/contract'
import { go } from '@/device'

/** What she has given so far: hours, times, colours; a tap shows each entry. */
export function Given({ hours }: { hours: OutputOf<typeof actions.myHours> }) {
  const figures = [
    { n: Math.round((hours.total / 60) * 100) / 100, words: '小时' },
    { n: hours.times, words: '次，今年' },
    { n: hours.colours, words: '种颜色' },
  ]
  return (
    <View
      className="card figures mt5"
      hoverClass="pressed"
      onClick={() => void go.hours()}
      aria-role="button"
      aria-label={`志愿时长：${figures.map(({ n, words }) => `${n} ${words}`).join('，')}`}
    >
      {figures.map(({ n, words }) => (
        <View key={words} className="figures__i">
          <View className="figures__n">{n}</View>
          <View className="small i2">{words}</View>
        </View>
      ))}
    </View>
  )
}
