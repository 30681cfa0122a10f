import type { MoveSheetProps } from './MoveSheet'
import { WordsSheet } from './WordsSheet'
import { sayings } from './saying'

/** A unit says whether it takes what it was whistled for. Who speaks for several answers for one after the other. */
export function AcceptanceSheet({ move, view, moves, onClose }: MoveSheetProps & { move: 'accept' | 'decline' }) {
  const ours = view.units.filter(({ isMine, state }) => isMine && state !== 'declined')
  const unit = ours.find(({ state }) => state === 'asked') ?? ours[0]
  if (!unit) return null
  return (
    <WordsSheet
      view={view}
      move={move}
      title={`${unit.name}${sayings[move].title}`}
      moves={moves}
      onSend={(words) => moves.move({ move, words, unit: unit.id })}
      onClose={onClose}
    />
  )
}
