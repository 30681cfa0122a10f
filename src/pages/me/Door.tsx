import { View } from '@tarojs/components'
import { ListRow, Tile, useLook, type IconName } from '@/ui'

interface DoorProps {
  icon: IconName
  title: string
  say?: string
  strong?: boolean
  first?: boolean
  onTap: () => unknown
}

/** A way on from 我的, with a remark where there is one. */
export function Door({ icon, title, say, strong, first, onTap }: DoorProps) {
  const { large } = useLook()
  const remark = say && <View className={strong ? 'small b br' : 'small i2'}>{say}</View>
  return (
    <ListRow
      first={first}
      lead={<Tile icon={icon} />}
      title={title}
      say={large && remark}
      trail={!large && remark}
      onTap={() => void onTap()}
      name={say ? `${title}，${say}` : title}
    />
  )
}
