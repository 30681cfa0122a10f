import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RefusalCode } from '@core/contract'
import { useEffect, useRef } from 'react'
import type * as v from 'valibot'
import { useShown } from '@/device/lifecycle'
import { Troubled, troubleIn, type Trouble } from './answer'
import { call, type Asked } from './call'
import { keepAnswer, lastAnswer } from './keep'
import { freshMs } from './query-client'
import { watched } from './watched'

export interface ActionOptions {
  /** False leaves it unasked for now. */
  enabled?: boolean
  /** How long the answer counts as fresh, in ms. */
  fresh?: number
  /** Keeps the last answer on this phone under this name, for a start without network. */
  keep?: string
  /** Shows the answer to the previous input until the new one is there. */
  holdPrevious?: boolean
}

/** What a read has brought so far. `data` and `trouble` together mean: an older answer, and asking again failed. */
export interface Asking<T> {
  data: T | undefined
  /** When `data` came, in ms. */
  asOf: number
  trouble: Trouble | undefined
  /** True while there is nothing to show yet. */
  loading: boolean
  /** True while any asking is under way. */
  asking: boolean
  again: () => Promise<unknown>
}

/** Where an answer lies in memory; the first part alone stands for all inputs of the action. */
export const keyOf = (action: { name: string }, input: unknown) => [action.name, input] as const

/** Reads by an action: asks once, again when the page comes back to the front and the answer is no longer fresh. */
export function useAction<I extends v.GenericSchema, O extends v.GenericSchema, R extends RefusalCode>(
  action: Asked<I, O, R>,
  input: v.InferInput<I>,
  options: ActionOptions = {},
): Asking<v.InferOutput<O>> {
  const { enabled = true, fresh = freshMs, keep, holdPrevious = false } = options
  type Data = v.InferOutput<O>
  const query = useQuery<Data>({
    queryKey: keyOf(action, input),
    queryFn: async (reading): Promise<Data> => {
      const answer = await call(action, input, watched(reading))
      if (!answer.ok) throw new Troubled(answer)
      return answer.data
    },
    enabled,
    staleTime: fresh,
    initialData: () => (keep ? lastAnswer<Data>(keep)?.data : undefined),
    initialDataUpdatedAt: () => (keep ? lastAnswer<Data>(keep)?.at : undefined),
    placeholderData: holdPrevious ? keepPreviousData : undefined,
  })
  useKept(keep, query.data, query.dataUpdatedAt, query.isPlaceholderData)
  useAskedOnShow(enabled, query)
  return {
    data: query.data,
    asOf: query.dataUpdatedAt,
    trouble: query.error && !query.isFetching ? troubleIn(query.error) : undefined,
    loading: query.data === undefined && enabled && !(query.error && !query.isFetching),
    asking: query.isFetching,
    again: () => query.refetch(),
  }
}

/** Keeps what has newly come; what was itself read from storage is not written back. */
export function useKept(keep: string | undefined, data: unknown, at: number, isPlaceholder: boolean) {
  const first = useRef(at)
  useEffect(() => {
    if (keep && data !== undefined && !isPlaceholder && at !== first.current) keepAnswer(keep, data, at)
  }, [keep, data, at, isPlaceholder])
}

/** Asks again when the page comes to the front with an answer that is no longer fresh. */
export function useAskedOnShow(
  enabled: boolean,
  query: { isStale: boolean; isFetching: boolean; refetch: (options: { cancelRefetch: boolean }) => Promise<unknown> },
) {
  useShown(() => {
    if (enabled && query.isStale && !query.isFetching) void query.refetch({ cancelRefetch: false })
  })
}
