import { View } from '@tarojs/components'
import { go } from '@/device'
import { Icon, type IconName } from '@/ui'

const doors: readonly { icon: IconName; word: string; name: string; open: () => Promise<unknown> }[] = [
  { icon: 'list', word: '点单', name: '点单，看看能预约的服务', open: go.menu },
  { icon: 'heart', word: '帮帮邻居', name: '帮帮邻居，看看谁在等人帮忙', open: go.near },
  { icon: 'star', word: '成效清单', name: '成效清单，看看办好了什么', open: go.outcomes },
]

/** What else leads on from here, quietly: the menu, neighbours who wait for a hand, and what was done. */
export function Doors() {
  return (
    <View className="doors mt4">
      {doors.map(({ icon, word, name, open }) => (
        <View
          key={word}
          className="door"
          hoverClass="pressed"
          onClick={() => void open()}
          aria-role="button"
          aria-label={name}
        >
          <Icon name={icon} size={22} tone="br" />
          <View>{word}</View>
        </View>
      ))}
    </View>
  )
}
