import { actions, type ActivityPage } from '@core/contract'
import { useDo, useMe } from '@/client'
import { ask, askToTell } from '@/device'
import { useState } from 'react'

/** What a sign-up or its end makes untrue. */
const untrue = [actions.getActivity, actions.listActivities, actions.myActivities, actions.getTeam, actions.me]

/** What she can do about her own part in an activity. */
export function usePart(page: ActivityPage) {
  const me = useMe().data
  const joining = useDo(actions.join, { invalidates: untrue })
  const leaving = useDo(actions.leave, { invalidates: untrue })
  const answering = useDo(actions.answer, { invalidates: untrue })
  const consenting = useDo(actions.consent)
  const [isTold, setTold] = useState(false)

  const leave = async () => {
    const isWaiting = page.mine?.state === 'waiting'
    const yes = await ask(
      isWaiting
        ? { title: '不排队了？', body: '退出以后再报，要重新排队。', yes: '不排了', no: '接着排' }
        : { title: '不去了，退掉座位？', body: '座位会让给想来的邻居，不影响您下次报名。', yes: '退掉', no: '还是去' },
    )
    if (yes) await leaving.run({ id: page.id })
  }

  /** Straight from a tap: WeChat asks her, the cloud keeps what she allowed. */
  const beTold = async () => {
    const allowed = await askToTell(Object.values(me?.templates ?? {}))
    if (allowed.length === 0) return
    const answer = await consenting.run({ templates: allowed })
    if (answer?.ok) setTold(true)
  }

  return {
    joining,
    leaving,
    answering,
    leave,
    answer: (yes: boolean) => answering.run({ id: page.id, yes }),
    canBeTold: Object.keys(me?.templates ?? {}).length > 0,
    isTold,
    beTold,
  }
}

export type Part = ReturnType<typeof usePart>
