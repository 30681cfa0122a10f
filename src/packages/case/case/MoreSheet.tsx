import { View } from '@tarojs/components'
import type { CaseView, MoveName } from '@core/contract'
import { ListRow, Sheet } from '@/ui'
import { moveLabel } from './next-moves'

interface MoreSheetProps {
  view: CaseView
  moves: readonly MoveName[]
  onMove: (move: MoveName) => void
  onClose: () => void
}

/** Everything else that the viewer may do now. */
export function MoreSheet({ view, moves, onMove, onClose }: MoreSheetProps) {
  return (
    <Sheet title="还可以" onClose={onClose}>
      <View className="mt3">
        {moves.map((move, index) => (
          <ListRow
            key={move}
            first={index === 0}
            title={moveLabel(move, view)}
            onTap={() => onMove(move)}
            name={moveLabel(move, view)}
          />
        ))}
      </View>
    </Sheet>
  )
}
