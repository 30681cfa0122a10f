import type { Move } from '@core/contract'
import type { MoveSheetProps } from './MoveSheet'
import { WordsSheet } from './WordsSheet'
import type { Worded } from './saying'

/** The moves whose words need no unit with them. */
type Plain = Exclude<Worded, 'accept' | 'decline'>

/** A move that takes words. */
export function SayingSheet({ move, view, moves, onClose }: MoveSheetProps & { move: Plain }) {
  return (
    <WordsSheet
      view={view}
      move={move}
      moves={moves}
      begun={move === 'propose' ? view.agreement?.words : ''}
      onSend={(words, pictures) => moves.move(moveOf(move, words, pictures))}
      onClose={onClose}
    />
  )
}

function moveOf(move: Plain, words: string, pictures: string[]): Move {
  switch (move) {
    case 'say':
    case 'look':
    case 'reply':
    case 'resolve':
    case 'reopen':
      return { move, words, pictures }
    default:
      return { move, words }
  }
}
