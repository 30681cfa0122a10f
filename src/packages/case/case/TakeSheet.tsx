import { whereOf } from '@core/domain/case'
import { View } from '@tarojs/components'
import { Icon, Sheet } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'
import { Send } from './Send'

/** What is expected of who takes it, before she does; then WeChat asks whether she may be told. */
export function TakeSheet({ view, service, moves, onClose }: MoveSheetProps) {
  const { seats, place } = view
  const kind = service ? whereOf(service, view.topic) : 'none'
  const isPair = seats !== null && seats.of > 1
  const take = async () => {
    await moves.beTold()
    if (await moves.move({ move: 'take' })) onClose()
  }
  const lines = [
    isPair
      ? seats.left > 1
        ? `要 ${seats.of} 位一起去，还缺 ${seats.left} 位；人齐了就开始`
        : `要 ${seats.of} 位一起去，您来就齐了`
      : '您接下就由您来办',
    kind !== 'none' && `${isPair ? '人齐了' : '接下以后'}看得到在哪儿、怎么联系，只给来帮忙的人看`,
    kind === 'home' && '到了门口对一下暗号，里面的人好放心开门',
    service?.needsGoods && '买东西留好小票，拍一张记下来，零钱当面还清',
    '来不了就早点退回来，好让别人接',
  ].filter((line): line is string => Boolean(line))
  return (
    <Sheet
      title="我来帮"
      say={[view.title, place].filter(Boolean).join(' · ')}
      onClose={onClose}
      foot={
        <Send
          view={view}
          move="take"
          moves={moves}
          label="接下来，我去"
          doing="正在接…"
          onSend={take}
          onClose={onClose}
        />
      }
    >
      <View className="col g3 mt4">
        {lines.map((line) => (
          <View key={line} className="row g3 case-known">
            <Icon name="check" size={18} tone="ok" />
            <View className="grow">{line}</View>
          </View>
        ))}
      </View>
    </Sheet>
  )
}
