import { View } from '@tarojs/components'
import { Link } from '@/ui'

interface ListFootProps {
  list: { hasMore: boolean; loading: boolean; trouble?: unknown; more: () => void }
  /** What stands there once that was all. */
  all: string
}

/** What stands below the last card: more is coming, asking for it failed, or that was all. */
export function ListFoot({ list, all }: ListFootProps) {
  return (
    <View className="row case__foot small i3">
      {list.hasMore && list.trouble ? (
        <Link onTap={list.more}>网络走神了，再试一次</Link>
      ) : list.hasMore ? (
        '后面还有，正在拿…'
      ) : (
        all
      )}
    </View>
  )
}
