import { Text, View } from '@tarojs/components'
import type { Message } from '@core/contract'
import { clockWords } from '@core/domain/times'
import { Icon, classes } from '@/ui'

/** Telephone numbers and hours, at odd places, do not break in the middle, nor from the mark behind them. */
const unbroken = (body: string) => body.split(/(\d[\d:–-]{4,}\d[，。、；]?)/)

/** One message; new ones say so. */
export function MessageRow({ message, first, onTap }: { message: Message; first: boolean; onTap: () => void }) {
  const { title, body, at, read, page } = message
  return (
    <View
      className={classes('lrow', 'lrow--tall', first && 'lrow--first')}
      hoverClass="pressed"
      onClick={onTap}
      aria-role="button"
      aria-label={[!read && '没看过', title, body, clockWords(at)].filter(Boolean).join('，')}
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
        <View className="caption i3 mt1">{clockWords(at)}</View>
      </View>
      {page && <Icon name="right" tone="i3" size={18} />}
    </View>
  )
}
