import './index.scss'
import { Image, View } from '@tarojs/components'
import { actions, type Recap } from '@core/contract'
import { dayWords } from '@core/domain/times'
import { hoursWords } from '@core/domain/hours'
import { useAction } from '@/client'
import { go, pathTo, showPictures, useNow, useParam, usePulled, useShare } from '@/device'
import { Asked } from '@/parts/Asked'
import { sharePictures } from '@/parts/share/pictures'
import { Card, Empty, ListRow, Page, Tile } from '@/ui'

import { RateCard } from './RateCard'

/** What became of an activity: who came, what was done, pictures, thanks; and how it was for those who came. */
export default function RecapPage() {
  const id = useParam('id')
  const now = useNow()
  const activity = useAction(actions.getActivity, { id })
  const asking = useAction(actions.getRecap, { id })
  usePulled(() => Promise.all([asking.again(), activity.again()]))
  const card = activity.data
  useShare(() => ({
    title: card ? `${card.title}：办完了，来看看` : '活动办完了，来看看',
    path: pathTo('recap', { id }),
    imageUrl: sharePictures[card?.colour ?? 'yellow'],
  }))
  return (
    <Page busy={asking.loading}>
      {card && (
        <View className="mt2">
          <View className="head">{card.title}</View>
          <View className="i2 mt1">
            {dayWords(card.startsAt, now)} · {card.teamName}
          </View>
        </View>
      )}
      <Asked asking={asking}>
        {(recap) => (
          <>
            {recap.at === null ? <NotYet recap={recap} /> : <Told recap={recap} />}
            {recap.canRate && <RateCard activityId={id} myStars={recap.myStars} />}
            {card && (
              <View className="mt5">
                <Card kind="rows">
                  <ListRow
                    first
                    lead={<Tile icon="calendar" />}
                    title="看看这场活动"
                    onTap={() => void go.activity(id)}
                    name="看看这场活动"
                  />
                </Card>
              </View>
            )}
          </>
        )}
      </Asked>
    </Page>
  )
}

function NotYet({ recap }: { recap: Recap }) {
  if (recap.canRate) return null
  return <Empty drawing="no-activity" title="总结还没写" say="队长写好了，这里就能看到。" />
}

function Told({ recap }: { recap: Recap }) {
  const shown = recap.pictures.filter((picture) => picture.state === 'fine').map((picture) => picture.fileId)
  const figures = [
    recap.came > 0 && { n: String(recap.came), words: '人到场' },
    recap.served > 0 && { n: String(recap.served), words: '人受益' },
    recap.minutes > 0 && { n: hoursWords(recap.minutes), words: '志愿时长' },
  ].filter((each): each is { n: string; words: string } => Boolean(each))
  return (
    <>
      {figures.length > 0 && (
        <View className="card recap__figures mt4">
          {figures.map(({ n, words }) => (
            <View key={words} className="recap__figure">
              <View className="title">{n}</View>
              <View className="small i2">{words}</View>
            </View>
          ))}
        </View>
      )}
      {recap.words !== '' && <View className="mt5 recap__words">{recap.words}</View>}
      {shown.length > 0 && (
        <View className="recap__pictures mt4">
          {shown.map((fileId, index) => (
            <View
              key={fileId}
              className="recap__cell"
              hoverClass="pressed"
              onClick={() => showPictures(shown, index)}
              aria-role="button"
              aria-label={`第 ${index + 1} 张照片，共 ${shown.length} 张`}
            >
              <Image className="recap__picture" src={fileId} mode="aspectFill" aria-hidden />
            </View>
          ))}
        </View>
      )}
      {recap.thanks !== '' && (
        <View className="mt5">
          <Card kind="flat">
            <View className="b">队长说</View>
            <View className="mt1">{recap.thanks}</View>
          </Card>
        </View>
      )}
    </>
  )
}
