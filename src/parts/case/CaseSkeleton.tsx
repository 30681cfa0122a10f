import './case.scss'
import { View } from '@tarojs/components'
import { Bone, Notice, useAfter } from '@/ui'

/** Cards of cases in the shape of what comes, from 300 ms on; after 8 s it says that it still waits. */
export function CaseSkeleton({ count = 3 }: { count?: number }) {
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
        <View key={index} className="card">
          <Bone width="70%" height={24} />
          <View className="mt2">
            <Bone width="50%" height={16} />
          </View>
          <View className="row between mt4">
            <Bone width="130px" height={6} round={3} />
            <Bone width="80px" height={16} />
          </View>
        </View>
      ))}
    </View>
  )
}
