import { View } from '@tarojs/components'
import { elderMomentWords } from '@/parts/elder-words'
import { faceOf } from '@/parts/face'
import { Sense } from '@/parts'
import { Avatar, TeamShape } from '@/ui'
import type { CardPage } from './use-card'
import { dateLine, inviterWords } from './words'

type HeadProps = Pick<CardPage, 'card' | 'now'> & { words: NonNullable<CardPage['words']> }

/** 女儿文娟请您去; by what she is alone until the cloud has told her name. */
export function Inviter({ words, card }: Omit<HeadProps, 'now'>) {
  const who = inviterWords(words, card)
  return (
    <View className="elder__who" aria-role="heading">
      <Avatar face={faceOf(card?.from.name || who)} />
      <View className="lead b grow">{who}请您去</View>
    </View>
  )
}

/** What, when and where, from the card's own words, so that nothing below moves when the cloud answers. */
export function What({ words, now }: Omit<HeadProps, 'card'>) {
  return (
    <>
      <View aria-role="heading">
        <Sense always className="elder__what" text={words.title} />
      </View>
      <View className={`elder__when tint--${words.colour}`}>
        <View className="row g3">
          <TeamShape colour={words.colour} size={28} />
          <View className="elder__hour grow">{elderMomentWords(words.startsAt, now)}</View>
        </View>
        <View className="elder__where">
          <View>{dateLine(words, now)}</View>
          <View>{words.placeName}</View>
        </View>
      </View>
    </>
  )
}
