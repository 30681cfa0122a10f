import { actions, codeEvery, codeLife, type OutputOf, type dayCodes } from '@core/contract'
import { useCallback, useEffect, useState } from 'react'
import { call, type Trouble } from '@/client'
import { useEvery, useShown } from '@/device'

type Codes = OutputOf<typeof dayCodes>['codes']

/** With less than this left, more are fetched. */
const renewBelow = 6 * 60_000
const askEvery = 20_000
/** How often the screen looks which code it is time for. */
const lookEvery = 1000

export interface CodeNow {
  /** The code to show; null before the first, and after the last has run out. */
  text: string | null
  /** True once codes were there and have run out. */
  isOver: boolean
  /** Until when the codes at hand last, by the phone's clock; 0 before the first. */
  until: number
  trouble: Trouble | undefined
  again: () => Promise<void>
}

/** The code that is good at a moment of the cloud's clock; null when there is none. */
export function codeAt(codes: Codes, now: number): string | null {
  const begun = codes.filter(({ from }) => from <= now)
  const last = begun[begun.length - 1]
  return last && now < last.from + codeLife ? last.text : null
}

/** Codes for the leader's screen, a new one every fifteen seconds; a batch lasts ten minutes without a network. */
export function useCodes(id: string, kind: 'in' | 'out', isOnline: boolean): CodeNow {
  const [batch, setBatch] = useState<{ kind: 'in' | 'out'; codes: Codes; skew: number } | null>(null)
  const [trouble, setTrouble] = useState<Trouble>()
  const [now, setNow] = useState(() => Date.now())
  const codes = batch?.kind === kind ? batch.codes : []
  const skew = batch?.skew ?? 0
  const last = codes[codes.length - 1]
  const until = last ? last.from + codeEvery - skew : 0

  const again = useCallback(async () => {
    const sentAt = Date.now()
    const answer = await call(actions.dayCodes, { id, kind })
    setTrouble(answer.ok ? undefined : answer)
    if (!answer.ok) return
    const { codes: fresh, now: cloudNow } = answer.data
    setBatch({ kind, codes: fresh, skew: Math.round(cloudNow - (sentAt + Date.now()) / 2) })
    setNow(Date.now())
  }, [id, kind])

  // Asked at first, for the other kind, and as soon as the network is back.
  useEffect(() => {
    if (isOnline) void again()
  }, [again, isOnline])
  useShown(() => setNow(Date.now()))
  useEvery(
    lookEvery,
    useCallback(() => setNow(Date.now()), []),
  )
  useEvery(
    askEvery,
    useCallback(() => {
      if (until - Date.now() < renewBelow) void again()
    }, [again, until]),
  )
  const text = codeAt(codes, now + skew)
  return { text, isOver: codes.length > 0 && text === null, until, trouble, again }
}
