import { View } from '@tarojs/components'
import type { CardPage } from './use-card'
import { toldWords } from './words'

type OnlyReadProps = Pick<CardPage, 'card'> & { words: NonNullable<CardPage['words']> }

/** From Moments nothing can be tapped: where the way goes on, and the telephone number to be dialled. */
export function OnlyRead({ words, card }: OnlyReadProps) {
  const { contact } = words
  return (
    <View className="card col g3 mt5">
      <View className="lead b">想去，有两个办法</View>
      <View>点右下角「前往小程序」，再点「我去」，{toldWords(words, card)}就知道了。</View>
      {contact.phone && (
        <View>
          <View>或者打电话给{contact.name}：</View>
          <View className="elder__number">{contact.phone}</View>
        </View>
      )}
    </View>
  )
}
