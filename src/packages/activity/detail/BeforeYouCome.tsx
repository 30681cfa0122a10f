import type { ActivityPage } from '@core/contract'
import { View } from '@tarojs/components'
import { datedMoment } from '@/parts'
import { Icon, SectionTitle } from '@/ui'
import { audienceWords, cancelWords, rulesWords } from './words'

/** What to bring, who may come, and until when one can sign up and cancel. */
export function BeforeYouCome({ page, now }: { page: ActivityPage; now: number }) {
  const isComing = now < page.startsAt && (page.state === 'published' || page.state === 'closed')
  const lines = [
    ...page.bring,
    audienceWords(page),
    ...rulesWords(page),
    ...(isComing && now < page.closesAt && page.state === 'published'
      ? [`${datedMoment(page.closesAt, page.startsAt, now)} 前都能报名`]
      : []),
    ...(isComing ? [cancelWords(page, now)] : []),
  ]
  return (
    <>
      <SectionTitle>来之前知道</SectionTitle>
      <View className="col g2 i2">
        {lines.map((line) => (
          <View key={line} className="row g3 known">
            <Icon name="check" size={18} tone="ok" />
            <View className="grow">{line}</View>
          </View>
        ))}
      </View>
    </>
  )
}
