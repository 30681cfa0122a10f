import { View } from '@tarojs/components'
import type { CardPage } from './use-card'
import { toldWords } from './words'

type OnlyReadProps = Pick<CardPage, 'card' | 'stage'> & { words: NonNullable<CardPage['words']> }

/** From Moments nothing can be tapped: where the way goes on, and the telephone number to be dialled. */
export function OnlyRead({ words, card, stage }: OnlyReadProps) {
  const { contact } = words
  const isAnswered = card?.you === 'stranger'
  const isAsking = stage === 'ask'
  if (!isAsking && !contact.phone) return null
  return (
    <View className="card col g3 mt5">
      {isAsking && <View className="lead b">{isAnswered ? '这张卡片答过了' : '想去，有两个办法'}</View>}
      {isAsking && (
        <View>
          {isAnswered
            ? '您答过的，点右下角「前往小程序」看。'
            : `点右下角「前往小程序」，再点「我去」，${toldWords(words, card)}就知道了。`}
        </View>
      )}
      {contact.phone && (
        <View>
          <View>{isAsking ? `或者打电话给${contact.name}：` : `有事打电话给${contact.name}：`}</View>
          <View className="elder__number">{contact.phone}</View>
        </View>
      )}
    </View>
  )
}
