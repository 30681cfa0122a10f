import { View } from '@tarojs/components'
import { useState } from 'react'
import { hideKeyboard } from '@/device'
import { Sheet, TextField } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'
import { Send } from './Send'
import { PicturesField } from './PicturesField'
import { fenOf, yuan } from './money-words'
import { usePictures } from './use-pictures'

/** What was bought, for how much, with the picture of its receipt. */
export function SpendSheet({ view, moves, onClose }: MoveSheetProps) {
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState<{ fen?: string; picture?: string }>({})
  const chosen = usePictures(moves.folder, 1)
  const [picture] = chosen.pictures
  const send = async () => {
    hideKeyboard()
    const fen = fenOf(typed)
    if (fen === null) return setWrong({ fen: '照小票上的数写，比如 46.5' })
    if (!picture) return setWrong({ picture: '拍一张小票' })
    if (await moves.move({ move: 'spend', fen, words: words.trim(), picture })) onClose()
  }
  return (
    <Sheet
      title="记一笔账"
      say={view.money ? `手上还有 ${yuan(view.money.balance)}` : undefined}
      onClose={onClose}
      foot={
        <Send
          view={view}
          move="spend"
          moves={moves}
          label="记下"
          doing="正在记…"
          onSend={send}
          onClose={onClose}
          isUploading={chosen.uploading > 0}
        />
      }
    >
      <View className="fields mt4">
        <TextField
          label="多少元"
          value={typed}
          onChange={(text) => {
            setTyped(text)
            setWrong({})
          }}
          type="digit"
          most={7}
          hint="照小票写"
          wrong={wrong.fen}
        />
        <TextField label="买了" value={words} onChange={setWords} most={60} hint="比如 米、油、两样青菜" />
      </View>
      <PicturesField label="小票的照片" chosen={chosen} />
      {wrong.picture && !picture && (
        <View className="small no mt2" aria-role="alert">
          {wrong.picture}
        </View>
      )}
    </Sheet>
  )
}
