import type { CaseView, MoveName } from '@core/contract'
import type { CaseService } from '@core/services/case-service'
import { AcceptanceSheet } from './AcceptanceSheet'
import { AgreeSheet } from './AgreeSheet'
import { ChangeSheet } from './ChangeSheet'
import { ConfirmSheet } from './ConfirmSheet'
import { HandOnSheet } from './HandOnSheet'
import { MergeSheet } from './MergeSheet'
import { SayingSheet } from './SayingSheet'
import { ScoreSheet } from './ScoreSheet'
import { SpendSheet } from './SpendSheet'
import { TakeSheet } from './TakeSheet'
import { isWorded } from './saying'
import type { Moves } from './use-moves'

/** What every sheet of a move is given. */
export interface MoveSheetProps {
  view: CaseView
  moves: Moves
  service?: CaseService
  onClose: () => void
}

/** The sheet of a move, by its name; dispatching has a page of its own. */
export function MoveSheet({ move, ...props }: MoveSheetProps & { move: MoveName }) {
  if (move === 'accept' || move === 'decline') return <AcceptanceSheet move={move} {...props} />
  if (isWorded(move)) return <SayingSheet move={move} {...props} />
  switch (move) {
    case 'take':
      return <TakeSheet {...props} />
    case 'spend':
      return <SpendSheet {...props} />
    case 'giveChange':
      return <ChangeSheet {...props} />
    case 'agree':
      return <AgreeSheet {...props} />
    case 'confirm':
      return <ConfirmSheet {...props} />
    case 'score':
      return <ScoreSheet {...props} />
    case 'handOn':
      return <HandOnSheet {...props} />
    case 'merge':
      return <MergeSheet {...props} />
    default:
      return null
  }
}
