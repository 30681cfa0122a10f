import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query'
import type { RefusalCode } from '@core/contract'
import { useMemo } from 'react'
import type * as v from 'valibot'
import { Troubled, troubleIn } from './answer'
import { call, type Asked } from './call'
import { lastAnswer } from './keep'
import { freshMs } from './query-client'
import { keyOf, useAskedOnShow, useKept, type ActionOptions, type Asking } from './use-action'
import { watched } from './watched'

/** An answer that comes in pages: its items and where the next page begins. */
interface Page<T> {
  items: T[]
  next: string | null
}
/** What a list answers. */
export type PageSchema = v.GenericSchema<unknown, Page<unknown>>
/** One item of a list. */
export type ItemOf<O extends v.GenericSchema> = v.InferOutput<O> extends { items: (infer T)[] } ? T : never

/** What a paged read has brought so far; `data` is the first page, for what comes beside the items. */
export interface AskingPages<First, Item> extends Asking<First> {
  items: Item[]
  /** What came so far, page by page. */
  pages: readonly First[]
  hasMore: boolean
  askingMore: boolean
  /** Asks for the next page; taps while one is coming do nothing. */
  more: () => void
}

const none: readonly never[] = []

/** Reads a list page by page. `input` goes without its cursor. With `keep` the first page stays on this phone. */
export function useInfiniteAction<
  I extends v.GenericSchema<{ cursor?: string | null | undefined }>,
  O extends PageSchema,
  R extends RefusalCode,
>(
  action: Asked<I, O, R>,
  input: Omit<v.InferInput<I>, 'cursor'>,
  options: ActionOptions = {},
): AskingPages<v.InferOutput<O>, ItemOf<O>> {
  const { enabled = true, fresh = freshMs, keep, holdPrevious = false } = options
  type Data = v.InferOutput<O>
  const kept = useMemo(() => (keep ? lastAnswer<Data>(keep) : null), [keep])
  const query = useInfiniteQuery<Data, Error, InfiniteData<Data>, readonly unknown[], string | null>({
    queryKey: [...keyOf(action, input), 'pages'],
    queryFn: async (reading): Promise<Data> => {
      const answer = await call(action, { ...input, cursor: reading.pageParam } as v.InferInput<I>, watched(reading))
      if (!answer.ok) throw new Troubled(answer)
      return answer.data
    },
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    enabled,
    staleTime: fresh,
    initialData: kept ? { pages: [kept.data], pageParams: [null] } : undefined,
    initialDataUpdatedAt: kept?.at,
    placeholderData: holdPrevious ? keepPreviousData : undefined,
  })
  const first = query.data?.pages[0]
  useKept(keep, first, query.dataUpdatedAt, query.isPlaceholderData)
  useAskedOnShow(enabled, query)
  const items = useMemo(() => (query.data?.pages ?? []).flatMap((page) => page.items as ItemOf<O>[]), [query.data])
  return {
    data: first,
    items,
    pages: query.data?.pages ?? none,
    asOf: query.dataUpdatedAt,
    trouble: query.error && !query.isFetching ? troubleIn(query.error) : undefined,
    loading: first === undefined && enabled && !(query.error && !query.isFetching),
    asking: query.isFetching,
    again: () => query.refetch(),
    hasMore: query.hasNextPage,
    askingMore: query.isFetchingNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
  }
}
