import { View } from '@tarojs/components'
import { Link } from '@/ui'

interface ListEndProps {
  hasMore: boolean
  /** Asking for the next page failed. */
  failed: boolean
  onMore: () => void
}

/** What stands below the last ticket: more is coming, or that was all. */
export function ListEnd({ hasMore, failed, onMore }: ListEndProps) {
  if (failed) {
    return (
      <View className="row list-end">
        <Link onTap={onMore}>网络走神了，再试一次</Link>
      </View>
    )
  }
  return <View className="row list-end small i3">{hasMore ? '后面还有，正在拿…' : '接下来的都在这里了'}</View>
}
