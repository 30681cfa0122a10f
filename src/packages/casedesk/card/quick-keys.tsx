import type { CaseCard } from '@core/contract'
import { serviceOf } from '@core/services/cases'
import { go } from '@/device'
import { BigButton } from '@/ui'

const reaches = { grid: ['compound'], staff: ['compound', 'community'], county: ['county'] } as const

/** Whether the desk this is read at may send it on; its community may at any level, once it is with those who do it. */
export function maySend({ as, level, state }: Pick<CaseCard, 'as' | 'level' | 'state'>): boolean {
  if (as === 'staff' && state === 'dispatched') return true
  const levels: readonly string[] = as === 'grid' || as === 'staff' || as === 'county' ? reaches[as] : []
  return levels.includes(level)
}

/** The one thing that most likely comes next, a tap away. */
export function quickKeys(card: CaseCard) {
  const { id, state, title } = card
  const goesToUnits = serviceOf(card.service)?.ways.includes('whistle') === true
  if (state === 'asked' && maySend(card)) {
    const word = goesToUnits ? '派单' : '来安排'
    return (
      <BigButton size="small" grow onTap={() => void go.dispatch(id)} name={`${word}，${title}`}>
        {word}
      </BigButton>
    )
  }
  if ((state === 'dispatched' || state === 'open') && goesToUnits && maySend(card)) {
    const word = state === 'open' ? '不等了，派单' : '改派'
    return (
      <BigButton size="small" variant="quiet" grow onTap={() => void go.dispatch(id)} name={`${word}，${title}`}>
        {word}
      </BigButton>
    )
  }
  const isUnscored = state === 'closed' && card.outcome === 'done' && card.stars === null
  if (state === 'resolved' || state === 'followUp' || isUnscored) {
    return (
      <BigButton size="small" variant="quiet" grow onTap={() => void go.case(id)} name={`去回访，${title}`}>
        去回访
      </BigButton>
    )
  }
  return undefined
}
