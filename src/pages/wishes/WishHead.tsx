import { Image, View } from '@tarojs/components'
import { useLook } from '@/ui'

/** The display line, and beside it the lamp where the type leaves room for it. */
export function WishHead() {
  const { dark, large } = useLook()
  return (
    <View className="row between mt2 wish-head">
      <View className="display" aria-role="heading">
        <View className="nb">心里有个愿，</View>
        <View className="nb">说给邻居听</View>
      </View>
      {!large && (
        <Image className="wish-head__pic" src={`/assets/empty/no-wish${dark ? '-dark' : ''}.svg`} aria-hidden />
      )}
    </View>
  )
}
