import { View } from '@tarojs/components'
import { useState } from 'react'
import { ask, hideKeyboard } from '@/device'
import { AreaField, Chip, Sheet } from '@/ui'
import type { CaseView } from '@core/contract'
import { PicturesField } from './PicturesField'
import { Send } from './Send'
import { sayings, type Saying, type Worded } from './saying'
import type { Moves } from './use-moves'
import { usePictures } from './use-pictures'

interface WordsSheetProps {
  view: CaseView
  move: Worded
  /** In place of the usual head. */
  title?: string
  moves: Moves
  /** What stands in the field at first. */
  begun?: string
  /** Sends it; answers whether it was done. */
  onSend: (words: string, pictures: string[]) => Promise<boolean>
  onClose: () => void
}

/** Asks for words, with quick reasons and pictures where the move has them, and sends them. */
export function WordsSheet({ view, move, title, moves, begun = '', onSend, onClose }: WordsSheetProps) {
  const saying: Saying = sayings[move]
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
  return (
    <Sheet
      title={title ?? saying.title}
      say={saying.say}
      onClose={onClose}
      foot={
        <Send
          view={view}
          move={move}
          moves={moves}
          label={saying.send}
          doing={saying.sending}
          onSend={send}
          onClose={onClose}
          isEnd={saying.isEnd}
          isUploading={chosen.uploading > 0}
        />
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
