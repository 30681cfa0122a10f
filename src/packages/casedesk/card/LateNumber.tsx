import './desk-card.scss'
import { View } from '@tarojs/components'

/** The red number of a desk: how many are late; a tap shows which. */
export function LateNumber({ count, onTap }: { count: number; onTap: () => void }) {
  return (
    <View
      className="row g3 late"
      hoverClass="pressed"
      onClick={onTap}
      aria-role="button"
      aria-label={`${count} 件过期了，看看是哪些`}
    >
      <View className="numeral no">{count}</View>
      <View className="lead no b">件过期了，先办它们</View>
    </View>
  )
}
