import { boundsOf, type Bounds } from './bounds'
import { type Collection } from './collection'
import { type OrderedIndex, type Span } from './ordered-index'
import { compile, type Predicate } from './predicate'
import { type SortSpec } from './sorting'
import { type Doc, type Id } from './values'

/** How a query will be answered. */
export type Plan =
  | { kind: 'ids'; ids: Id[] }
  | { kind: 'index'; index: OrderedIndex; spans: Span[]; sorted?: SortUse; exact: boolean; estimate: number }
  | { kind: 'union'; plans: Plan[] }
  | { kind: 'collection' }

/** An index that already holds the wanted order: backwards or not, and from which field on spans are merged. */
export interface SortUse {
  backwards: boolean
  from: number
}

type IndexPlan = Extract<Plan, { kind: 'index' }>

const MAX_SPANS = 200

/** Chooses the way to answer with the fewest documents expected, as MongoDB's trial of plans would. */
export function choosePlan(collection: Collection, predicate: Predicate, sort: SortSpec, wanted: number): Plan {
  if (predicate.onlyId !== undefined) return { kind: 'ids', ids: [predicate.onlyId] }
  const conditions = byField(predicate)
  const ids = boundsOf(conditions.get('_id') ?? [], false)?.points
  if (ids) return { kind: 'ids', ids: [...new Set(ids)] as Id[] }
  const needsId = conditions.has('_id') || sort[0]?.[0] === '_id'
  const indexes = needsId ? [...collection.indexes, collection.byId()] : collection.indexes
  let best: IndexPlan | undefined
  for (const index of indexes) {
    const plan = planFor(index, conditions, predicate, sort)
    if (plan && (!best || cost(plan, sort, wanted) < cost(best, sort, wanted))) best = plan
  }
  if (best?.spans.some((span) => span.prefix.length || span.range)) return best
  const union = unionOf(collection, predicate)
  return union ?? best ?? { kind: 'collection' }
}

function byField(predicate: Predicate): Map<string, unknown[]> {
  const map = new Map<string, unknown[]>()
  for (const [path, condition] of predicate.conditions) {
    const list = map.get(path)
    if (list) list.push(condition)
    else map.set(path, [condition])
  }
  return map
}

function cost(plan: IndexPlan, sort: SortSpec, wanted: number): number {
  if (!sort.length) return Math.min(plan.estimate, wanted * (plan.exact ? 1 : 10))
  if (!plan.sorted) return plan.estimate * 2
  return Math.min(plan.estimate, wanted * (plan.exact ? 1 : 10))
}

function planFor(
  index: OrderedIndex,
  conditions: Map<string, unknown[]>,
  predicate: Predicate,
  sort: SortSpec,
): IndexPlan | undefined {
  let spans: Span[] = [{ prefix: [] }]
  const equal: Bounds[] = []
  let exactFields = 0
  for (const [position, [path]] of index.definition.fields.entries()) {
    const bounds = boundsOf(conditions.get(path) ?? [], index.multikey.has(position))
    if (!bounds) break
    exactFields += Number(bounds.exact)
    if (bounds.range) {
      spans = spans.map((span) => ({ ...span, range: bounds.range }))
      break
    }
    const points = distinct(bounds.points ?? [])
    if (spans.length * points.length > MAX_SPANS && equal.length) break
    equal.push({ ...bounds, points })
    spans = spans.flatMap(({ prefix }) => points.map((point) => ({ prefix: [...prefix, point] })))
  }
  const sorted = sort.length ? sortUse(index, equal, sort) : undefined
  const bounded = equal.length > 0 || spans.some((span) => span.range)
  if (!bounded && !sorted) return undefined
  const estimate = spans.reduce((sum, span) => {
    const [start, end] = index.locate(span)
    return sum + end - start
  }, 0)
  const exact = exactFields === conditions.size && !predicate.hasMore && !index.multikey.size
  return { kind: 'index', index, spans, sorted, exact, estimate }
}

const distinct = (points: unknown[]) =>
  points.filter((point, i) => points.findIndex((other) => same(other, point)) === i)

const same = (a: unknown, b: unknown) =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b

function sortUse(index: OrderedIndex, equal: Bounds[], sort: SortSpec): SortUse | undefined {
  const fields = index.definition.fields
  const fixed = new Set(equal.flatMap((bounds, i) => (bounds.points?.length === 1 ? [fields[i]?.[0]] : [])))
  const wanted = sort.filter(([path]) => !fixed.has(path))
  let position = equal.length
  let backwards: boolean | undefined
  // Fields with several points may still lead the order themselves when the sort begins with them.
  const first = equal.findIndex((bounds, i) => bounds.points?.length !== 1 && fields[i]?.[0] === wanted[0]?.[0])
  if (first >= 0) position = first
  const from = position
  for (const [path, direction] of wanted) {
    while (position < equal.length && fixed.has(fields[position]?.[0]) && fields[position]?.[0] !== path) position++
    const field = fields[position]
    if (!field || field[0] !== path || index.multikey.has(position)) return undefined
    const reversed = field[1] !== direction
    if (backwards !== undefined && backwards !== reversed) return undefined
    backwards = reversed
    position++
  }
  if (first >= 0 && position < equal.length) return undefined
  return { backwards: backwards ?? false, from }
}

function unionOf(collection: Collection, predicate: Predicate): Plan | undefined {
  const branches = predicate.query.$or
  if (!Array.isArray(branches) || !branches.length) return undefined
  const plans = (branches as Doc[]).map((branch) => choosePlan(collection, compile(branch), [], Infinity))
  return plans.some((plan) => plan.kind === 'collection') ? undefined : { kind: 'union', plans }
}
