import { useQueryClient } from '@tanstack/react-query'
import type { CommonRefusal, RefusalCode } from '@core/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import type * as v from 'valibot'
import { say } from '@/device/tell'
import type { Answer, Trouble } from './answer'
import { call, type Asked } from './call'

export interface DoOptions {
  /** Reads that this write makes untrue; they are asked again where they are shown. */
  invalidates?: readonly { name: string }[]
}

/** A write that a tap starts. */
export interface Doing<In, Out, R extends string> {
  /** Does it; answers undefined when it is already under way, so that a double tap does nothing. */
  run: (input: In) => Promise<Answer<Out, R> | undefined>
  busy: boolean
  /** What went wrong the last time, until the next run or `forget`. */
  trouble: Trouble<R> | undefined
  forget: () => void
}

/** Writes by an action. Refusals come back as values; one that comes after its page was left is said in a few words. */
export function useDo<I extends v.GenericSchema, O extends v.GenericSchema, R extends RefusalCode>(
  action: Asked<I, O, R>,
  { invalidates = [] }: DoOptions = {},
): Doing<v.InferInput<I>, v.InferOutput<O>, R | CommonRefusal> {
  const client = useQueryClient()
  const underWay = useRef(false)
  const untrue = useRef(invalidates)
  untrue.current = invalidates
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble<R | CommonRefusal>>()
  const isLeft = useRef(false)
  useEffect(() => {
    isLeft.current = false
    return () => void (isLeft.current = true)
  }, [])

  const run = useCallback(
    async (input: v.InferInput<I>) => {
      if (underWay.current) return undefined
      underWay.current = true
      setBusy(true)
      setTrouble(undefined)
      const answer = await call(action, input)
      if (!answer.ok) setTrouble(answer)
      if (!answer.ok && isLeft.current) say('刚才点的没办成，请再试')
      // After a refusal, too, what is shown is likely out of date.
      if (answer.ok || answer.refusal) {
        for (const read of untrue.current) void client.invalidateQueries({ queryKey: [read.name] })
      }
      underWay.current = false
      setBusy(false)
      return answer
    },
    [action, client],
  )
  return { run, busy, trouble, forget: useCallback(() => setTrouble(undefined), []) }
}
