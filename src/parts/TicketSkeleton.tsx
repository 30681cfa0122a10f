import { View } from '@tarojs/components'
import { Bone, Notice, useAfter } from '@/ui'

/** Tickets in the shape of what comes, from 300 ms on; after 8 s it says that it still waits. */
export function TicketSkeleton({ count = 3 }: { count?: number }) {
  const show = useAfter(300)
  const isLong = useAfter(8000)
  if (!show) return null
  return (
    <View className="cards" aria-role="progressbar" aria-label="正在加载">
      {isLong && (
        <Notice icon="hourglass" alert>
          有点慢，还在等
        </Notice>
      )}
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="card ticket">
          <View className="stub sk sk--stub" />
          <View className="ticket__b">
            <Bone width="40%" height={14} />
            <View className="mt3">
              <Bone width="85%" />
            </View>
            <View className="mt3">
              <Bone width="60%" height={14} />
            </View>
            <View className="ticket__foot">
              <Bone height={6} round={3} />
            </View>
          </View>
        </View>
      ))}
    </View>
  )
}
