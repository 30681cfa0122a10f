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
  /** Why it looks at far more than it answers once there are many documents. */
  trouble?: string
}

/** What of a request its plan is judged by besides the query. */
export interface Wished {
  sort: SortSpec
  /** How many documents are enough, Infinity for all. */
  wanted: number
  /** True for a search by distance. */
  isPlace?: boolean
}

/** The plan of a query before anything was looked at; a query about places has no trouble, as it has no index here. */
export function explain(collection: string, predicate: Predicate, wish: Wished, plan: Plan): PlanUsed {
  const { sort, wanted } = wish
  const index = indexOf(plan)
  const used = { collection, shape: shapeOf(predicate, sort), index, docsExamined: 0, keysExamined: 0, returned: 0 }
  if (plan.kind === 'ids') return { ...used, isByIds: true }
  if (wish.isPlace || asksForPlaces(predicate.query)) return used
  const asks = predicate.conditions.length > 0 || predicate.hasMore
  const isIdle = plan.kind === 'collection' || (plan.kind === 'index' && plan.isIdle)
  if (isIdle && (asks || sort.length)) return { ...used, trouble: troubleOf(predicate, sort) }
  return asks || wanted < Infinity ? used : { ...used, trouble: 'it goes through the whole collection' }
}

const PLACES = ['$near', '$nearSphere', '$geoWithin', '$geoIntersects']

function asksForPlaces(query: unknown): boolean {
  if (Array.isArray(query)) return query.some(asksForPlaces)
  if (!isPlainObject(query)) return false
  return Object.entries(query).some(([key, inner]) => PLACES.includes(key) || asksForPlaces(inner))
}

function troubleOf({ conditions, either, query }: Predicate, sort: SortSpec): string {
  const served = conditions.filter(([, condition]) => operatorsOf(condition).some((name) => SERVED.includes(name)))
  if (served.length || (!conditions.length && !either.length && sort.length)) return missingFor(served, sort)
  if (either.length) return 'an index for every branch is missing'
  const [first] = conditions
  if (!first) return `no index serves ${Object.keys(query).join(', ')}`
  return `no index serves ${operatorsOf(first[1]).join(', ')} on ${first[0]}`
}

const SERVED = ['$eq', '$in', '$all', '$gt', '$gte', '$lt', '$lte']

function operatorsOf(condition: unknown): string[] {
  if (isOperatorObject(condition)) return Object.keys(condition)
  if (condition instanceof RegExp) return ['$regex']
  return typeof condition === 'object' && condition !== null && !(condition instanceof Date)
    ? ['lists and objects']
    : ['$eq']
}

// Equal fields, then the order, then ranges: so an index finds and sorts at once.
function missingFor(conditions: Predicate['conditions'], sort: SortSpec): string {
  const isEqual = (condition: unknown) => operatorsOf(condition).every((name) => name === '$eq' || name === '$in')
  const equal = conditions.filter(([, condition]) => isEqual(condition)).map(([path]) => path)
  const ranges = conditions.filter(([, condition]) => !isEqual(condition)).map(([path]) => path)
  const fields = [...equal, ...sort.map(([path, way]) => (way === 1 ? path : `${path} -1`)), ...ranges]
  const known = fields.filter((field, at) => fields.findIndex((other) => bare(other) === bare(field)) === at)
  return `an index on ${known.join(', ')} is missing`
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
