import { actions, type Dependent, type Keeper, type May } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { ask } from '@/device'
import { keeperName } from '@/parts/KeeperCard'

/** What the caller changes about those who act for somebody; what is switched shows at once, and stays if it was done. */
export function useRights(known: Dependent) {
  const { run, trouble } = useDo(actions.changeRights, { invalidates: [actions.family, actions.getActivity] })
  const [said, setSaid] = useState<Record<string, May>>({})
  const [gone, setGone] = useState<readonly Keeper[]>([])

  const isGone = (keeper: Keeper) => gone.some(({ id, since }) => id === keeper.id && since === keeper.since)
  const keepers = known.keepers
    .filter((keeper) => !isGone(keeper))
    .map((keeper) => ({ ...keeper, may: said[keeper.id] ?? keeper.may }))

  const change = async (keeper: Keeper, may: May) => {
    setSaid((before) => ({ ...before, [keeper.id]: may }))
    const answer = await run({ id: known.id, keeperId: keeper.id, may })
    if (answer?.ok) return
    setSaid(({ [keeper.id]: _, ...others }) => others)
  }
  const end = async (keeper: Keeper) => {
    const name = keeperName(keeper)
    const sure = await ask({
      title: `撤下${name}？`,
      body: `撤下以后，${name}不能代报名，也收不到提醒。已经报上的还在。想再请，随时可以。`,
      yes: '撤下',
    })
    if (!sure) return
    const answer = await run({ id: known.id, keeperId: keeper.id, may: null })
    if (answer?.ok) setGone((before) => [...before, keeper])
  }
  return { keepers, gone, trouble, change, end }
}
