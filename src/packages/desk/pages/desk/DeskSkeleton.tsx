import { View } from '@tarojs/components'
import { Bone, Skeleton } from '@/ui'

/** The card of the next activity, and what waits. */
export function DeskSkeleton() {
  return (
    <View className="col g5 mt4" aria-role="progressbar" aria-label="正在加载">
      <View className="card col g4">
        <Bone width="50%" height={16} />
        <Bone width="80%" height={24} />
        <Bone width="40%" height={40} />
        <Bone height={12} round={6} />
        <Bone height={52} round={26} />
      </View>
      <Skeleton cards={2} />
    </View>
  )
}
