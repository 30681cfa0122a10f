import { View } from '@tarojs/components'
import { useState } from 'react'
import { ask, hideKeyboard } from '@/device'
import { TroubleNotice } from '@/parts/Asked'
import { AreaField, BigButton, Chip, Sheet } from '@/ui'
import { PicturesField } from './PicturesField'
import type { Saying } from './saying'
import type { Moves } from './use-moves'
import { usePictures } from './use-pictures'

interface WordsSheetProps {
  saying: Saying
  moves: Moves
  /** What stands in the field at first. */
  begun?: string
  /** Sends it; answers whether it was done. */
  onSend: (words: string, pictures: string[]) => Promise<boolean>
  onClose: () => void
}

/** Asks for words, with quick reasons and pictures where the move has them, and sends them. */
export function WordsSheet({ saying, moves, begun = '', onSend, onClose }: WordsSheetProps) {
  const [words, setWords] = useState(begun)
  const [wrong, setWrong] = useState('')
  const chosen = usePictures(moves.folder)
  const write = (text: string) => {
    setWords(text)
    setWrong('')
  }
  const send = async () => {
    hideKeyboard()
    if (saying.needed && !words.trim()) return setWrong(saying.needed)
    if (saying.sure && !(await ask(saying.sure))) return
    if (await onSend(words.trim(), [...chosen.pictures])) onClose()
  }
  const isWaiting = chosen.uploading > 0
  return (
    <Sheet
      title={saying.title}
      say={saying.say}
      onClose={onClose}
      foot={
        <>
          <TroubleNotice trouble={moves.trouble} />
          <BigButton
            variant={saying.isEnd ? 'line' : 'primary'}
            busy={moves.busy}
            disabled={isWaiting}
            onTap={() => void send()}
          >
            {moves.busy ? saying.sending : isWaiting ? '等照片传完' : saying.send}
          </BigButton>
        </>
      }
    >
      {saying.quick && (
        <View className="row wrap g2 mt4" aria-role="radiogroup" aria-label={saying.label}>
          {saying.quick.map((each) => (
            <Chip key={each} on={words === each} onTap={() => write(each)} name={each}>
              {each}
            </Chip>
          ))}
        </View>
      )}
      <View className="mt4">
        <AreaField
          label={saying.label}
          value={words}
          onChange={write}
          most={saying.most}
          hint={saying.hint}
          wrong={wrong}
        />
      </View>
      {saying.pictures && <PicturesField label={saying.pictures} chosen={chosen} />}
    </Sheet>
  )
}
