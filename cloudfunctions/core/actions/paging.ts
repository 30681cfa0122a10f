import { Buffer } from 'node:buffer'
import type { Collections } from '../ports/documents'
import type { Store, Terms } from '../ports/store'

/** Where a page ended: the value it is sorted by, and the id that settles ties. */
export type Mark = readonly [number, string]

const isMark = (value: unknown): value is Mark =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'string'

/** A mark as the phone carries it. */
export const cursorOf = (mark: Mark): string => Buffer.from(JSON.stringify(mark)).toString('base64url')

/** The mark in a cursor; null for none and for one we never gave. */
export function markIn(cursor: string | null): Mark | null {
  if (!cursor) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return isMark(value) ? value : null
  } catch {
    return null
  }
}

/** One page of a list that a document holds; the cursor names the last of it, wherever it stands by then. */
export function pageOfList(list: readonly string[], cursor: string | null, size: number) {
  const mark = markIn(cursor)
  const at = mark ? list.indexOf(mark[1]) : -1
  const from = !mark ? 0 : at >= 0 ? at + 1 : mark[0]
  const items = list.slice(from, from + size)
  const last = items.at(-1)
  const isMore = last !== undefined && from + size < list.length
  return { items, next: isMore ? cursorOf([from + size, last]) : null }
}

interface PageBy<N extends keyof Collections, F> {
  /** A field that holds a number; the page is sorted by it. */
  field: keyof Collections[N] & string
  direction?: 'asc' | 'desc'
  size: number
  cursor: string | null
  fields?: readonly F[]
}

/**
 * One page of what matches, sorted by a number and then by id, and the cursor of the next; null after the last.
 * Two narrow reads rather than one `or`, so that an index serves each: ties of the last page first, then beyond it.
 * `bound` limits the field sorted by, from where the first page begins.
 */
export async function pageOf<N extends keyof Collections, F extends keyof Collections[N] & string>(
  store: Store,
  name: N,
  where: Terms,
  { field, direction = 'asc', size, cursor, fields }: PageBy<N, F>,
): Promise<{ items: Pick<Collections[N], F>[]; next: string | null }> {
  const { is } = store
  const mark = markIn(cursor)
  const byId = [['_id' as F, direction]] as const
  const ahead = direction === 'asc' ? is.gt : is.lt
  const ties = mark && { ...where, [field]: mark[0], _id: ahead(mark[1]) }
  const tied = ties ? await store.find(name, ties, { fields, order: byId, limit: size + 1 }) : []
  const beyond = mark ? { ...where, [field]: narrowed(where[field], ahead(mark[0])) } : where
  const wanted = size + 1 - tied.length
  const order = [[field, direction], ...byId] as const
  const rest = wanted > 0 ? await store.find(name, beyond, { fields, order, limit: wanted }) : []
  const found = [...tied, ...rest]
  const last = found.length > size ? found[size - 1] : undefined
  const next = last ? cursorOf([Number(Reflect.get(last, field)), String(Reflect.get(last, '_id'))]) : null
  return { items: found.slice(0, size), next }
}

type Bound = ReturnType<Store['is']['gt']>
const narrowed = (bound: unknown, by: Bound) => (bound ? (bound as Bound).and(by) : by)
