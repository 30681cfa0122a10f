import { Image, View } from '@tarojs/components'
import type { CaseCard } from '@core/contract'
import { serviceOf } from '@core/services/cases'
import { go } from '@/device'
import { Sense } from '@/parts'
import { caseName, pastDay, standOf } from '@/parts/case'
import { TeamShape } from '@/ui'

/** One thing that was done: before and after side by side, what it was, and what who asked said of it. */
export function DoneCard({ card, now }: { card: CaseCard; now: number }) {
  const service = serviceOf(card.service)
  const words = service?.words
  const pictures = [
    { url: card.before, word: '原来' },
    { url: card.after, word: '现在' },
  ].filter(({ url }) => url !== '')
  const { word, tone } = standOf(card, now, words)
  return (
    <View
      className="card done__card"
      hoverClass="pressed"
      onClick={() => void go.case(card.id)}
      aria-role="button"
      aria-label={[service?.name, caseName(card, now, words)].filter(Boolean).join('，')}
    >
      {pictures.length > 0 && (
        <View className="done__pair">
          {pictures.map(({ url, word: when }) => (
            <View key={when} className="done__half">
              <Image className="done__picture" src={url} mode="aspectFill" lazyLoad aria-hidden />
              <View className="done__when">{when}</View>
            </View>
          ))}
        </View>
      )}
      <View className="done__b">
        {service && (
          <View className={`ctag ink--${service.colour}`}>
            <TeamShape colour={service.colour} size={15} />
            <View>{service.name}</View>
          </View>
        )}
        <Sense className="lead b" text={card.title} />
        <View className="row between g2 mt1">
          <View className="small i2">{[card.place, pastDay(card.at, now)].filter(Boolean).join(' · ')}提的</View>
          <View className={`state ${tone}`}>{word}</View>
        </View>
        {card.last && <View className="small i2 done__last">{card.last}</View>}
      </View>
    </View>
  )
}
