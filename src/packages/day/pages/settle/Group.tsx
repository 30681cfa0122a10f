import { LongList } from '@/parts'
import { Card, SectionTitle } from '@/ui'
import type { Book } from '../../book/book'
import type { Decided } from '../../settling/decisions'
import { SettleRow } from '../../settling/SettleRow'

interface GroupProps {
  title: string
  rows: readonly Decided[]
  units: Book['units']
  onTap: (decided: Decided) => void
  /** Whether something can be done about a person. */
  canTap: (decided: Decided) => boolean
}

/** Those of whom the same is said: who came, who came late, who did not. */
export function Group({ title, rows, units, onTap, canTap }: GroupProps) {
  if (rows.length === 0) return null
  const nameOfUnit = (id: string | null) => units.find((each) => each.id === id)?.name ?? ''
  return (
    <>
      <SectionTitle say={`${rows.length} 位`}>{title}</SectionTitle>
      <Card kind="rows">
        <LongList
          rows={rows}
          rowHeight={73}
          draw={(block, from) =>
            block.map((decided, index) => (
              <SettleRow
                key={decided.row.personId}
                decided={decided}
                unitName={nameOfUnit(decided.row.unit)}
                first={from + index === 0}
                onTap={canTap(decided) ? onTap : undefined}
              />
            ))
          }
        />
      </Card>
    </>
  )
}
