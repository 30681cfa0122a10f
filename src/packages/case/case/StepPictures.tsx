import { Image, View } from '@tarojs/components'
import type { CaseStep } from '@core/contract'
import { showPictures } from '@/device'

type Picture = CaseStep['pictures'][number]

const ofWords: Record<Picture['of'], string> = {
  asked: '现场照片',
  look: '现场照片',
  before: '办之前的照片',
  after: '办好以后的照片',
  receipt: '小票',
  medicine: '药方图片，只给来帮忙的人看',
  said: '照片',
}

/** The pictures of a fact; one that is not looked at yet, or was refused, says so in its place. */
export function StepPictures({ pictures }: Pick<CaseStep, 'pictures'>) {
  if (pictures.length === 0) return null
  const seen = pictures.flatMap(({ url }) => (url ? [url] : []))
  const said = [...new Set(pictures.map((each) => ofWords[each.of]))]
  return (
    <View className="case-shots mt2">
      {pictures.map((picture, index) =>
        picture.url ? (
          <View
            key={index}
            className="case-shots__cell"
            hoverClass="pressed"
            onClick={() => showPictures(seen, seen.indexOf(picture.url))}
            aria-role="button"
            aria-label={`${ofWords[picture.of]}，看大图${stateWord(picture.state)}`}
          >
            <Image className="case-shots__picture" src={picture.url} mode="aspectFill" aria-hidden />
            {picture.state !== 'fine' && <View className="case-shots__word">{stateWord(picture.state)}</View>}
          </View>
        ) : (
          <View key={index} className="case-shots__cell case-shots__cell--none small i2">
            {stateWord(picture.state) || '看不到了'}
          </View>
        ),
      )}
      <View className="small i3 case-shots__of">
        {said.map((each) => (
          <View key={each}>{each}</View>
        ))}
      </View>
    </View>
  )
}

const stateWord = (state: Picture['state']) =>
  state === 'pending' ? '正在检查' : state === 'refused' ? '没通过检查' : ''
