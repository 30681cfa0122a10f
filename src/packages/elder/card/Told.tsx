import { Image, View } from '@tarojs/components'
import { Sense } from '@/parts'
import { elderMomentWords } from '@/parts/elder-words'
import { Icon, useLook, type Drawing, type IconName } from '@/ui'
import type { Stage } from './stage'
import type { CardPage } from './use-card'
import { afterWords, bringWords, headWords, knownWords } from './words'

type ToldProps = Pick<CardPage, 'card' | 'stage' | 'now'> & { words: NonNullable<CardPage['words']> }

const drawings: Partial<Record<Stage, Drawing>> = {
  in: 'all-done',
  no: 'no-signup',
  off: 'no-activity',
  over: 'no-activity',
}

/** The news in one line, with when and where it is: what became of her word, or of the activity. Said as it appears. */
export function Told({ words, card, stage, now }: ToldProps) {
  const { dark } = useLook()
  const drawing = drawings[stage]
  const hasFacts = stage !== 'no' && stage !== 'over' && stage !== 'expired'
  return (
    <View className="elder__told">
      {drawing && (
        <Image className="elder__pic" src={`/assets/empty/${drawing}${dark ? '-dark' : ''}.svg`} aria-hidden />
      )}
      <View className="ctr" aria-role="heading" aria-live="polite">
        <Sense always className="elder__what" text={headWords(stage, card)} />
      </View>
      <View className="elder__where ctr">
        <Sense always className="" text={words.title} />
        {hasFacts && <View className="b">{elderMomentWords(words.startsAt, now)}</View>}
        {hasFacts && <View>{words.placeName}</View>}
      </View>
    </View>
  )
}

/** What follows, and what to bring, one line each. */
export function After({ words, card, stage }: Omit<ToldProps, 'now'>) {
  const lines: { icon: IconName; text: string }[] = afterWords(stage, words, card).map((text) => ({
    icon: stage === 'in' || stage === 'no' || text === knownWords(words, card) ? 'check' : 'info',
    text,
  }))
  const bring = card ? bringWords(card.facts.bring) : ''
  if (bring && stage === 'in') lines.push({ icon: 'list', text: bring })
  if (lines.length === 0) return null
  return (
    <View className="card col g3 mt5">
      {lines.map(({ icon, text }) => (
        <View key={text} className="elder__line">
          <Icon name={icon} size={24} tone={icon === 'check' ? 'ok' : 'i2'} />
          <View className="grow">{text}</View>
        </View>
      ))}
    </View>
  )
}

/** What can wait until it has been decided: the address and what to bring. */
export function More({ card }: Pick<ToldProps, 'card'>) {
  if (!card) return null
  const { place, bring, seesHome, teamName } = card.facts
  const lines: { icon: IconName; text: string }[] = [
    ...(place.address ? [{ icon: 'pin', text: place.address } as const] : []),
    ...bring.map((text) => ({ icon: 'list', text }) as const),
    ...(seesHome ? [{ icon: 'heart', text: '结束了有人送到家' } as const] : []),
    { icon: 'people', text: `${teamName}办的` },
  ]
  return (
    <View className="card col g3 mt5">
      {lines.map(({ icon, text }) => (
        <View key={text} className="elder__line">
          <Icon name={icon} size={24} tone="i2" />
          <View className="grow">{text}</View>
        </View>
      ))}
    </View>
  )
}
