import { View } from '@tarojs/components'
import { Card, Sheet } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'
import { Send } from './Send'

/** The agreement once more, word for word, before she agrees to it. */
export function AgreeSheet({ view, moves, onClose }: MoveSheetProps) {
  const agree = async () => {
    if (await moves.move({ move: 'agree' })) onClose()
  }
  return (
    <Sheet
      title="同意协议"
      say="看清楚再点。不同意的地方，关上以后用「再说两句」告诉调解的人。"
      onClose={onClose}
      foot={
        <Send view={view} move="agree" moves={moves} label="我同意" doing="正在记…" onSend={agree} onClose={onClose} />
      }
    >
      <Card className="mt4">
        <View className="case-agreement">{view.agreement?.words}</View>
      </Card>
    </Sheet>
  )
}
