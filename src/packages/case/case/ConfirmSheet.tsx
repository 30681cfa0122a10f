import { View } from '@tarojs/components'
import { useState } from 'react'
import { hideKeyboard } from '@/device'
import { AreaField, Sheet } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'
import { Send } from './Send'
import { Stars } from './Stars'

/** The asker says that it is done; how it was, she may say too. */
export function ConfirmSheet({ view, moves, onClose }: MoveSheetProps) {
  const [stars, setStars] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const send = async () => {
    hideKeyboard()
    await moves.beTold()
    if (await moves.move({ move: 'confirm', stars, words: words.trim() })) onClose()
  }
  return (
    <Sheet
      title="办好了？"
      say="您点了头才算办结。满不满意，不说也行。"
      onClose={onClose}
      foot={
        <Send
          view={view}
          move="confirm"
          moves={moves}
          label="好了，办结"
          doing="正在记…"
          onSend={send}
          onClose={onClose}
        />
      }
    >
      <View className="mt3">
        <Stars stars={stars} onChange={setStars} isOptional />
      </View>
      <View className="mt4">
        <AreaField label="想说的" value={words} onChange={setWords} most={300} hint="想谢谁、哪里要改，不写也行" />
      </View>
      {stars !== null && stars <= 2 && (
        <View className="small i2 mt3" aria-live="polite">
          不满意的，会由另一个人来问问您，再看怎么补。
        </View>
      )}
    </Sheet>
  )
}
