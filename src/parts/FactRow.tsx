import type { ReactNode } from 'react'
import { ListRow, Tile, type IconName } from '@/ui'

interface FactRowProps {
  icon: IconName
  fact: ReactNode
  /** A remark, small. */
  say?: ReactNode
  /** What one can do with the fact, on the right: 怎么走, a phone tile. */
  action?: ReactNode
  first?: boolean
}

/** One fact of a thing: when, where, who. */
export function FactRow({ icon, fact, say, action, first }: FactRowProps) {
  return <ListRow first={first} lead={<Tile icon={icon} />} title={fact} say={say} trail={action} />
}
