import type { CaseCard } from '@core/contract'
import { go } from '@/device'
import { BigButton } from '@/ui'

const reaches = { grid: ['compound'], staff: ['compound', 'community'], county: ['county'] } as const

/** Whether the desk this is read at may send it on. */
export function maySend({ as, level }: Pick<CaseCard, 'as' | 'level'>): boolean {
  const levels: readonly string[] = as === 'grid' || as === 'staff' || as === 'county' ? reaches[as] : []
  return levels.includes(level)
}

/** The one thing that most likely comes next, a tap away. */
export function quickKeys(card: CaseCard) {
  const { id, state, title } = card
  if (state === 'asked' && maySend(card)) {
    return (
      <BigButton size="small" grow onTap={() => void go.dispatch(id)} name={`派单，${title}`}>
        派单
      </BigButton>
    )
  }
  if ((state === 'dispatched' || state === 'open') && maySend(card)) {
    return (
      <BigButton size="small" variant="quiet" grow onTap={() => void go.dispatch(id)} name={`改派，${title}`}>
        {state === 'open' ? '不等了，派单' : '改派'}
      </BigButton>
    )
  }
  if (state === 'resolved' || state === 'followUp') {
    return (
      <BigButton size="small" variant="quiet" grow onTap={() => void go.case(id)} name={`去回访，${title}`}>
        去回访
      </BigButton>
    )
  }
  return undefined
}
