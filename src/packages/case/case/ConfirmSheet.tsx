import { View } from '@tarojs/components'
import { useState } from 'react'
import { hideKeyboard } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { AreaField, BigButton, Sheet } from '@/ui'
import type { MoveSheetProps } from './MoveSheet'
import { Stars } from './Stars'

/** The asker says that it is done; how it was, she may say too. */
export function ConfirmSheet({ moves, onClose }: MoveSheetProps) {
  const [stars, setStars] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const send = async () => {
    hideKeyboard()
    if (await moves.move({ move: 'confirm', stars, words: words.trim() })) onClose()
  }
  return (
    <Sheet
      title="办好了？"
      say="您点了头才算办结。满不满意，不说也行。"
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={moves.trouble} />
          <BigButton busy={moves.busy} onTap={() => void send()}>
            {moves.busy ? '正在记…' : '好了，办结'}
          </BigButton>
        </>
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
