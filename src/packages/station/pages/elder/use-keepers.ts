import { actions, type Elder, type Keeper, type May } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { ask } from '@/device'
import { keeperName } from '@/parts/KeeperCard'

/** What a worker changes, on her word, about those who keep an elder; what is switched shows at once. */
export function useKeepers(elder: Elder) {
  const { run, trouble } = useDo(actions.changeKeeper, { invalidates: [actions.elders] })
  const [said, setSaid] = useState<Record<string, May>>({})
  const [gone, setGone] = useState<Keeper | null>(null)

  const keepers = elder.keepers
    .filter(({ id, since }) => gone?.id !== id || gone.since !== since)
    .map((keeper) => ({ ...keeper, may: said[keeper.id] ?? keeper.may }))

  const change = async (keeper: Keeper, may: May) => {
    setSaid((before) => ({ ...before, [keeper.id]: may }))
    const answer = await run({ id: elder.id, keeperId: keeper.id, may })
    if (answer?.ok) return
    setSaid(({ [keeper.id]: _, ...others }) => others)
  }
  const end = async (keeper: Keeper) => {
    const name = keeperName(keeper)
    const sure = await ask({
      title: `撤下${name}？`,
      body: `要有${elder.name}本人的话。撤下以后不能代报名，也收不到提醒；会告诉双方。`,
      yes: '撤下',
    })
    if (!sure) return
    const answer = await run({ id: elder.id, keeperId: keeper.id, may: null })
    if (answer?.ok) setGone(keeper)
  }
  return { keepers, gone, trouble, change, end }
}
