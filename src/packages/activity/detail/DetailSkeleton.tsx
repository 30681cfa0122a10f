import { View } from '@tarojs/components'
import { Bone, useAfter } from '@/ui'

/** The shape of the detail page while it is on its way. */
export function DetailSkeleton() {
  const show = useAfter(300)
  if (!show) return null
  return (
    <View className="col g3 mt4" aria-role="progressbar" aria-label="正在加载">
      <Bone width="45%" height={16} />
      <Bone width="85%" height={30} />
      <Bone width="65%" />
      <View className="card col g5 mt3">
        <Bone height={44} round={16} />
        <Bone height={44} round={16} />
        <Bone height={44} round={16} />
      </View>
    </View>
  )
}
