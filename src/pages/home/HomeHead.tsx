import { View } from '@tarojs/components'
import { setCare } from '@/device'
import { Bone, Link, useLook } from '@/ui'

interface HomeHeadProps {
  /** The display line; null while it is not known yet. */
  line: string | null
  /** Takes back what was chosen; missing when nothing is. */
  onAll?: () => void
}

/** The news as the display line, and beside it the way to large type or back to everything. */
export function HomeHead({ line, onAll }: HomeHeadProps) {
  const { care } = useLook()
  return (
    <View className="row between mt2 home-head">
      {line === null ? (
        <View className="home-head__bone">
          <Bone width="210px" height={34} />
        </View>
      ) : (
        <View className="display" aria-role="heading">
          {line}
        </View>
      )}
      {onAll ? (
        <Link icon="close" onTap={onAll}>
          看全部
        </Link>
      ) : (
        <Link icon="text" plain onTap={() => setCare(!care)} name={care ? '换回小字' : '换成大字'}>
          {care ? '小字' : '大字'}
        </Link>
      )}
    </View>
  )
}
