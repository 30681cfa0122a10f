import { View } from '@tarojs/components'
import { useState } from 'react'
import { hideKeyboard } from '@/device'
import { Sheet, TextField } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'
import { Send } from './Send'
import { fenOf, yuan } from './money-words'

/** Change that was handed back; what is still held stands there already. */
export function ChangeSheet({ view, moves, onClose }: MoveSheetProps) {
  const held = view.money?.balance ?? 0
  const [typed, setTyped] = useState(held > 0 ? String(held / 100) : '')
  const [wrong, setWrong] = useState('')
  const send = async () => {
    hideKeyboard()
    const fen = fenOf(typed)
    if (fen === null) return setWrong('写上当面还了多少，比如 3.5')
    if (await moves.move({ move: 'giveChange', fen })) onClose()
  }
  return (
    <Sheet
      title="零钱还了"
      say={`手上还有 ${yuan(held)}，当面点清再记。`}
      onClose={onClose}
      foot={
        <Send
          view={view}
          move="giveChange"
          moves={moves}
          label="零钱当面还了"
          doing="正在记…"
          onSend={send}
          onClose={onClose}
        />
      }
    >
      <View className="mt4">
        <TextField
          label="多少元"
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setWrong('')
          }}
          type="digit"
          most={7}
          hint="还了多少"
          wrong={wrong}
        />
      </View>
    </Sheet>
  )
}
