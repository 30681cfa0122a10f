import { View } from '@tarojs/components'
import { Bone, useAfter } from '@/ui'

/** The shape of the case page while it is on its way. */
export function CaseSkeleton() {
  const show = useAfter(300)
  if (!show) return null
  return (
    <View className="col g3 mt2" aria-role="progressbar" aria-label="正在加载">
      <Bone width="85%" height={30} />
      <Bone width="65%" height={16} />
      <View className="card col g3 mt2">
        <Bone width="70%" height={24} />
        <Bone height={16} />
      </View>
      <View className="card col g5">
        <Bone height={44} round={16} />
        <Bone height={44} round={16} />
        <Bone height={44} round={16} />
      </View>
    </View>
  )
}
