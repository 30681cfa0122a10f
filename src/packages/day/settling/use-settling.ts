import { actions, mostSteps, type OutputOf, type settleDay } from '@core/contract'
import { useCallback, useState } from 'react'
import { call, type Trouble } from '@/client'
import { forget, recall, remember } from '@/device'
import type { Decided, Decision, Decisions } from './decisions'

const kept = (id: string) => `day-settling:${id}`

export interface Settling {
  changes: Decisions
  change: (personId: string, decision: Decision | null) => void
  /** How many are confirmed while it is under way; null otherwise. */
  done: number | null
  trouble: Trouble | undefined
  /** What went into the ledger, once it did. */
  settled: OutputOf<typeof settleDay> | null
  confirm: (all: readonly Decided[]) => Promise<boolean>
}

/** The leader's changes, kept on the phone until they are confirmed, and the confirming, fifty at a time. */
export function useSettling(id: string): Settling {
  const [changes, setChanges] = useState<Decisions>(() => recall<Decisions>(kept(id)) ?? {})
  const [done, setDone] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<Trouble>()
  const [settled, setSettled] = useState<Settling['settled']>(null)

  const change = useCallback(
    (personId: string, decision: Decision | null) =>
      setChanges((before) => {
        const { [personId]: _old, ...rest } = before
        const next = decision ? { ...rest, [personId]: decision } : rest
        remember(kept(id), next)
        return next
      }),
    [id],
  )

  const confirm = async (all: readonly Decided[]) => {
    if (done !== null) return false
    setTrouble(undefined)
    const rows = all.map(({ row, decision }) => ({ personId: row.personId, ...decision }))
    let minutes = 0
    for (let from = 0; from === 0 || from < rows.length; from += mostSteps) {
      setDone(from)
      const isLast = from + mostSteps >= rows.length
      // Confirming the same again changes nothing: after a lost answer she simply taps once more.
      const answer = await call(actions.settleDay, { id, rows: rows.slice(from, from + mostSteps), done: isLast })
      if (!answer.ok) {
        setTrouble(answer)
        setDone(null)
        return false
      }
      minutes += answer.data.minutes
      if (isLast) setSettled({ ...answer.data, settled: rows.length, minutes })
    }
    forget(kept(id))
    setChanges({})
    setDone(null)
    return true
  }
  return { changes, change, done, trouble, settled, confirm }
}
