import { actions } from '@core/contract'
import { useState } from 'react'
import { useDo } from '@/client'
import { say } from '@/device'

/** So many the cloud answers for in one call. */
const atOnce = 50

/** Those who asked to come and are picked, and the leader's yes or no to them. */
export function useApproval(id: string) {
  const [picked, setPicked] = useState<readonly string[]>([])
  const { run, busy, trouble, forget } = useDo(actions.approve, {
    invalidates: [actions.roster, actions.desk, actions.getActivity, actions.listActivities],
  })
  /** Answers whether all were told. */
  const answer = async (accept: boolean, reason = ''): Promise<boolean> => {
    let done = 0
    for (let from = 0; from < picked.length; from += atOnce) {
      const part = picked.slice(from, from + atOnce)
      const answered = await run({ id, people: part, accept, reason })
      if (!answered?.ok) return false
      done += answered.data.done
    }
    setPicked([])
    say(accept ? `同意了 ${done} 位` : `告诉了 ${done} 位`)
    return true
  }
  const toggle = (personId: string) =>
    setPicked(picked.includes(personId) ? picked.filter((each) => each !== personId) : [...picked, personId])
  return { picked, toggle, pick: setPicked, answer, busy, trouble, forget }
}
