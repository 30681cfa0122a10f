import { Image, View } from '@tarojs/components'
import { mostPictures, type Recap } from '@core/contract'
import { ask, showPictures } from '@/device'
import { Icon } from '@/ui'

const stateWords: Record<Recap['pictures'][number]['state'], string> = {
  pending: '正在检查',
  fine: '',
  refused: '没通过，换一张',
}

interface PicturesProps {
  pictures: Recap['pictures']
  /** How many are on their way up. */
  uploading: number
  onAdd: () => void
  onRemove: (fileId: string) => void
}

/** Up to nine pictures; each is shown to others only once it was checked. */
export function Pictures({ pictures, uploading, onAdd, onRemove }: PicturesProps) {
  const all = pictures.map(({ fileId }) => fileId)
  const remove = async (fileId: string, place: number) => {
    const isSure = await ask({ title: `去掉第 ${place} 张照片？`, body: '保存以后就找不回来了。', yes: '去掉' })
    if (isSure) onRemove(fileId)
  }
  return (
    <View className="pictures">
      {pictures.map(({ fileId, state }, index) => (
        <View key={fileId} className="pictures__cell">
          <View
            className="pictures__picture"
            hoverClass="pressed"
            onClick={() => showPictures(all, index)}
            aria-role="button"
            aria-label={`看第 ${index + 1} 张照片${stateWords[state] && `，${stateWords[state]}`}`}
          >
            <Image className="pictures__picture" src={fileId} mode="aspectFill" aria-hidden />
          </View>
          {stateWords[state] && <View className="pictures__word">{stateWords[state]}</View>}
          <View
            className="pictures__off"
            hoverClass="pressed"
            onClick={() => void remove(fileId, index + 1)}
            aria-role="button"
            aria-label={`去掉第 ${index + 1} 张照片`}
          >
            <View className="pictures__cross">
              <Icon name="close" size={16} />
            </View>
          </View>
        </View>
      ))}
      {uploading > 0 && (
        <View className="pictures__cell small i2" aria-busy>
          还有 {uploading} 张在传
        </View>
      )}
      {uploading === 0 && pictures.length < mostPictures && (
        <View
          className="pictures__cell pictures__add"
          hoverClass="pressed"
          onClick={onAdd}
          aria-role="button"
          aria-label={`加照片，还能加 ${mostPictures - pictures.length} 张`}
        >
          <Icon name="camera" size={28} />
          <View className="small">加照片</View>
        </View>
      )}
    </View>
  )
}
