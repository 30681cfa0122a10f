import { View } from '@tarojs/components'
import { Bone, Skeleton } from '@/ui'

/** Name, introduction, figures, and what comes next. */
export function TeamSkeleton() {
  return (
    <View className="col g4" aria-role="progressbar" aria-label="正在加载">
      <Bone height={150} round={20} />
      <Bone width="45%" height={16} />
      <Bone width="65%" height={28} />
      <Bone height={18} />
      <Bone width="80%" height={18} />
      <View className="figures">
        {[0, 1, 2].map((n) => (
          <View key={n} className="figures__i">
            <Bone width="70%" height={32} />
          </View>
        ))}
      </View>
      <Skeleton cards={2} />
    </View>
  )
}
