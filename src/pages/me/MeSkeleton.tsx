import { View } from '@tarojs/components'
import { Bone, Skeleton } from '@/ui'

/** A face, a name, and cards. */
export function MeSkeleton() {
  return (
    <View className="col g5">
      <View className="row g4">
        <Bone width="64px" height={64} round={32} />
        <View className="grow col g2">
          <Bone width="40%" height={26} />
          <Bone width="60%" height={16} />
        </View>
      </View>
      <Skeleton cards={2} />
    </View>
  )
}
