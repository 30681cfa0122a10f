// Pages of open cases: what is overdue stands before everything else.
import { Buffer } from 'node:buffer'
import type { CaseDoc } from '../ports/documents'
import type { Store, Terms } from '../ports/store'
import { caseFields, type CaseListDoc } from './case-cards'

/** Cases on one page. */
export const pageSize = 20

/** Where a page ended: how often its deadline had passed, when it passes next, and its id. */
type Mark = readonly [number, number, string]

const isMark = (value: unknown): value is Mark =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number' && typeof value[2] === 'string'

const cursorOf = (mark: Mark) => Buffer.from(JSON.stringify(mark)).toString('base64url')

function markIn(cursor: string | null): Mark | null {
  if (!cursor) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return isMark(value) ? value : null
  } catch {
    return null
  }
}

/** First those whose deadline passed most often, then those whose deadline comes first. */
export const reddestFirst = [
  ['overdue', 'desc'],
  ['dueAt', 'asc'],
  ['_id', 'asc'],
] as const satisfies readonly (readonly [keyof CaseDoc, 'asc' | 'desc'])[]

/**
 * One page of what matches, the reddest first, and the cursor of the next; null after the last. `where` names fields with
 * which an index begins that goes on with those of `reddestFirst`; each of the narrow reads uses it.
 */
export async function redPage(
  store: Store,
  where: Terms,
  cursor: string | null,
): Promise<{ items: CaseListDoc[]; next: string | null }> {
  const { is } = store
  const mark = markIn(cursor)
  const found: CaseListDoc[] = []
  const read = async (narrower: Terms, order: readonly (readonly [keyof CaseDoc, 'asc' | 'desc'])[]) => {
    const limit = pageSize + 1 - found.length
    if (limit > 0)
      found.push(...(await store.find('cases', { ...where, ...narrower }, { fields: caseFields, order, limit })))
  }
  if (mark) {
    const [overdue, dueAt, id] = mark
    await read({ overdue, dueAt, _id: is.gt(id) }, reddestFirst.slice(2))
    await read({ overdue, dueAt: is.gt(dueAt) }, reddestFirst.slice(1))
    const less = is.lt(overdue)
    await read({ overdue: 'overdue' in where ? (where.overdue as typeof less).and(less) : less }, reddestFirst)
  } else {
    await read({}, reddestFirst)
  }
  const items = found.slice(0, pageSize)
  const last = items.at(-1)
  const next = last && found.length > pageSize ? cursorOf([last.overdue, last.dueAt, last._id]) : null
  return { items, next }
}
