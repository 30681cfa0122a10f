import { Text, View } from '@tarojs/components'
import type { Message } from '@core/contract'
import { clockWords, dateWords } from '@core/domain/times'
import { Icon, classes } from '@/ui'

/** Telephone numbers and hours, at odd places, do not break in the middle, nor from the mark behind them. */
const unbroken = (body: string) => body.split(/(\d[\d:–-]{4,}\d[，。、；]?)/)

interface MessageRowProps {
  message: Message
  first: boolean
  /** Given for one that stands under the heading of another day. */
  now?: number
  onTap: () => void
}

/** One message; new ones say so. */
export function MessageRow({ message, first, now, onTap }: MessageRowProps) {
  const { title, body, at, read, page } = message
  const when = now === undefined ? clockWords(at) : `${dateWords(at, now)} ${clockWords(at)}`
  return (
    <View
      className={classes('lrow', 'lrow--tall', first && 'lrow--first')}
      hoverClass="pressed"
      onClick={onTap}
      aria-role="button"
      aria-label={[!read && '没看过', title, body, when].filter(Boolean).join('，')}
    >
      <View className="grow">
        <View className="row message__head">
          {!read && <View className="message__new">新</View>}
          <View className={read ? 'grow' : 'grow b'}>{title}</View>
        </View>
        <View className="small i2 mt1">
          {unbroken(body).map((piece, index) => (
            <Text key={index} className={index % 2 === 1 ? 'nb' : ''}>
              {piece}
            </Text>
          ))}
        </View>
        <View className="caption i3 mt1">{when}</View>
      </View>
      {page && <Icon name="right" tone="i3" size={18} />}
    </View>
  )
}
