import { View } from '@tarojs/components'
import type { CaseFigures } from '@core/contract'
import { figure } from '@/parts/figures'

/** The numbers of the year, large; what nobody has said yet is left out. */
export function Figures({ total }: { total: CaseFigures }) {
  const { asked, solved, mediated, stars, scored } = total
  const cells = [
    { value: figure(asked), word: '大家提的' },
    { value: figure(solved), word: '办好的' },
    ...(mediated > 0 ? [{ value: figure(mediated), word: '劝和的' }] : []),
    ...(scored > 0 ? [{ value: (stars / scored).toFixed(1), word: '分，满分 5 分' }] : []),
  ]
  return (
    <View className="done__figures mt4">
      {cells.map(({ value, word }) => (
        <View key={word} className="card done__figure" aria-role="text" aria-label={`${word}，${value}`}>
          <View className="numeral">{value}</View>
          <View className="small i2">{word}</View>
        </View>
      ))}
    </View>
  )
}
