import { View } from '@tarojs/components'
import { hoursWords } from '@core/domain/hours'
import { Icon } from '@/ui'
import { moved } from './decisions'

interface MinutesFieldProps {
  minutes: number
  /** The most there may be; a day when missing. */
  most?: number
  onChange: (minutes: number) => void
}

/** Minutes in quarters of an hour, with one key for less and one for more. */
export function MinutesField({ minutes, most, onChange }: MinutesFieldProps) {
  return (
    <View className="quarters">
      <View
        className="quarters__key"
        hoverClass="pressed"
        onClick={() => onChange(moved(minutes, -1, most))}
        aria-role="button"
        aria-label="少一刻钟"
      >
        <View className="quarters__minus" />
      </View>
      <View className="grow ctr head" aria-live="polite">
        {hoursWords(minutes)}
      </View>
      <View
        className="quarters__key"
        hoverClass="pressed"
        onClick={() => onChange(moved(minutes, 1, most))}
        aria-role="button"
        aria-label="多一刻钟"
      >
        <Icon name="plus" size={24} />
      </View>
    </View>
  )
}
