import type { CommonRefusal, RefusalCode } from '@core/contract'
import type * as v from 'valibot'
import type { Answer } from './answer'
import { call, type Asked } from './call'
import type { ItemOf, PageSchema } from './use-infinite-action'

/** Asks for a list page by page to its end; answers every item, or the first trouble. `input` goes without its cursor. */
export async function callAll<
  I extends v.GenericSchema<{ cursor?: string | null | undefined }>,
  O extends PageSchema,
  R extends RefusalCode,
>(action: Asked<I, O, R>, input: Omit<v.InferInput<I>, 'cursor'>): Promise<Answer<ItemOf<O>[], R | CommonRefusal>> {
  const items: ItemOf<O>[] = []
  let cursor: string | null = null
  do {
    const answer: Answer<v.InferOutput<O>, R | CommonRefusal> = await call(action, {
      ...input,
      cursor,
    } as v.InferInput<I>)
    if (!answer.ok) return answer
    items.push(...(answer.data.items as ItemOf<O>[]))
    cursor = answer.data.next
  } while (cursor !== null)
  return { ok: true, data: items }
}
