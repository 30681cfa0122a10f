import { type Plan } from './planner'
import { type Predicate } from './predicate'
import { type SortSpec } from './sorting'
import { isOperatorObject, isPlainObject } from './values'

/** How a query was answered, as MongoDB's explain would say it. */
export interface PlanUsed {
  collection: string
  /** Fields, operators and order, never values: `{teamId: =, startsAt: $gte} by startsAt -1`. */
  shape: string
  /** The index really used, `_id_` for ids, several joined by ` | ` where branches use one each, null for none. */
  index: string | null
  docsExamined: number
  keysExamined: number
  returned: number
  /** Set when the documents were asked for by their ids, so that there are no more than those. */
  isByIds?: boolean
  /** The fields an index would need, where none was used although the query asks for something. */
  missing?: string
}

/** The plan of a query before anything was looked at. */
export function explain(collection: string, predicate: Predicate, sort: SortSpec, plan: Plan): PlanUsed {
  const asks = predicate.conditions.length > 0 || predicate.hasMore || sort.length > 0
  const index = indexOf(plan)
  const used = { collection, shape: shapeOf(predicate, sort), index, docsExamined: 0, keysExamined: 0, returned: 0 }
  if (plan.kind === 'ids') return { ...used, isByIds: true }
  return asks && index === null ? { ...used, missing: missingFor(predicate, sort) } : used
}

// Equal fields, then the order, then ranges: so an index finds and sorts at once.
function missingFor({ conditions, hasMore }: Predicate, sort: SortSpec): string {
  const isEqual = (condition: unknown) =>
    !isOperatorObject(condition) || Object.keys(condition).every((key) => key === '$eq' || key === '$in')
  const equal = conditions.filter(([, condition]) => isEqual(condition)).map(([path]) => path)
  const ranges = conditions.filter(([, condition]) => !isEqual(condition)).map(([path]) => path)
  const fields = [...equal, ...sort.map(([path, way]) => (way === 1 ? path : `${path} -1`)), ...ranges]
  const known = fields.filter((field, at) => fields.findIndex((other) => bare(other) === bare(field)) === at)
  return hasMore && !known.length ? 'an index for every branch' : `an index on ${known.join(', ')}`
}

const bare = (field: string) => field.replace(/ -1$/, '')

function indexOf(plan: Plan): string | null {
  switch (plan.kind) {
    case 'ids':
      return '_id_'
    case 'index':
      return plan.index.definition.name
    case 'union':
      return [...new Set(plan.plans.map((part) => indexOf(part) ?? ''))].join(' | ')
    case 'collection':
      return null
  }
}

// Queries are compiled once and used often; so are their outlines.
const outlines = new WeakMap<Predicate, string>()

/** A query's outline with its order, safe to show. */
export function shapeOf(predicate: Predicate, sort: SortSpec = []): string {
  let outline = outlines.get(predicate)
  if (outline === undefined) outlines.set(predicate, (outline = outlineOf(predicate.query)))
  return sort.length ? `${outline} by ${sort.map(([path, way]) => `${path} ${way}`).join(', ')}` : outline
}

function outlineOf(query: unknown): string {
  if (!isPlainObject(query)) return '='
  const parts = Object.entries(query).map(([key, value]) => {
    if (!key.startsWith('$')) return `${key}: ${isOperatorObject(value) ? Object.keys(value).join(' ') : '='}`
    return Array.isArray(value) ? `${key} [${[...new Set(value.map(outlineOf))].join(', ')}]` : key
  })
  return `{${parts.join(', ')}}`
}
