import { Text, View } from '@tarojs/components'
import { elderMoment } from '@/parts/elder-words'
import { Sense, faceOf } from '@/parts'
import { Avatar, TeamShape } from '@/ui'
import type { CardPage } from './use-card'
import { dateLine, fullWords, herWords, inviterWords } from './words'

type HeadProps = Pick<CardPage, 'card' | 'now'> & { words: NonNullable<CardPage['words']> }

/** 女儿文娟请您去; by what she is alone until the cloud has told her name. */
export function Inviter({ words, card }: Omit<HeadProps, 'now'>) {
  const who = inviterWords(words, card)
  return (
    <View className="elder__who" aria-role="heading">
      <Avatar face={card?.from.name ? faceOf(card.from.name) : who.slice(0, 1)} />
      <View className="lead b grow">
        <Text className="nb">{who}</Text>
        <Text className="nb">请{herWords(card)}去</Text>
      </View>
    </View>
  )
}

/** What, when and where, from the card's own words, so that nothing below moves when the cloud answers. */
export function What({ words, card, now }: HeadProps) {
  const full = fullWords(card)
  const { day, hour } = elderMoment(words.startsAt, now)
  return (
    <>
      <View aria-role="heading">
        <Sense always className="elder__what" text={words.title} />
      </View>
      <View className={`elder__when tint--${words.colour}`}>
        <View className="row g3">
          <TeamShape colour={words.colour} size={28} />
          <View className="elder__hour grow">
            <Text className="nb">{/\d/.test(day) ? `${day}\u00a0` : day}</Text>
            <Text className="nb">{hour}</Text>
          </View>
        </View>
        <View className="elder__where">
          <Sense always className="" text={dateLine(words, now)} />
          <View>{words.placeName}</View>
          {full && <Sense always className="b mt2" text={full} />}
        </View>
      </View>
    </>
  )
}
