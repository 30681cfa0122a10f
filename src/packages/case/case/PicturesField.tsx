import { Image, View } from '@tarojs/components'
import { showPictures } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { Icon } from '@/ui'
import type { ChosenPictures } from './use-pictures'

/** The pictures chosen so far, each to be enlarged or taken off, and the way to add one. */
export function PicturesField({ label, chosen }: { label: string; chosen: ChosenPictures }) {
  const { pictures, uploading, trouble, most } = chosen
  return (
    <View className="mt4">
      <View className="small i2">{label}</View>
      <View className="pictures mt2">
        {pictures.map((fileId, index) => (
          <View key={fileId} className="pictures__cell">
            <View
              className="pictures__picture"
              hoverClass="pressed"
              onClick={() => showPictures(pictures, index)}
              aria-role="button"
              aria-label={`看第 ${index + 1} 张照片`}
            >
              <Image className="pictures__picture" src={fileId} mode="aspectFill" aria-hidden />
            </View>
            <View
              className="pictures__off"
              hoverClass="pressed"
              onClick={() => chosen.remove(fileId)}
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
        {uploading === 0 && pictures.length < most && (
          <View
            className="pictures__cell pictures__add"
            hoverClass="pressed"
            onClick={() => void chosen.add()}
            aria-role="button"
            aria-label={`加照片，还能加 ${most - pictures.length} 张`}
          >
            <Icon name="camera" size={28} />
            <View className="small">加照片</View>
          </View>
        )}
      </View>
      {trouble && (
        <View className="mt2">
          <TroubleNotice trouble={trouble} />
        </View>
      )}
    </View>
  )
}
