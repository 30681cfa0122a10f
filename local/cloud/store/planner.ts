import { boundsOf, type Bounds } from './bounds'
import { type Collection } from './collection'
import { type Edge, type OrderedIndex, type Span } from './ordered-index'
import { compile, type Predicate } from './predicate'
import { type SortSpec } from './sorting'
import { compareValues, type Id } from './values'

/** How a query will be answered; an idle index only gives the order, and every document is tested for the rest. */
export type Plan =
  | { kind: 'ids'; ids: Id[] }
  | {
      kind: 'index'
      index: OrderedIndex
      spans: Span[]
      sorted?: SortUse
      exact: boolean
      isIdle: boolean
      estimate: number
    }
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
  if (ids) return { kind: 'ids', ids: inOrder(ids, 1) as Id[] }
  const needsId = conditions.has('_id') || sort[0]?.[0] === '_id'
  const indexes = needsId ? [...collection.indexes, collection.byId()] : collection.indexes
  let best: IndexPlan | undefined
  for (const index of indexes) {
    const plan = planFor(index, conditions, predicate, sort)
    if (plan && (!best || isBetter(plan, best, sort, wanted))) best = plan
  }
  if (best && !best.isIdle) return best
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

// How long an idle index must be walked nobody can know: perhaps to its end.
const isBetter = (plan: IndexPlan, best: IndexPlan, sort: SortSpec, wanted: number) =>
  plan.isIdle === best.isIdle ? cost(plan, sort, wanted) < cost(best, sort, wanted) : best.isIdle

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
  for (const [position, [path, direction]] of index.definition.fields.entries()) {
    const bounds = boundsOf(conditions.get(path) ?? [], index.multikey.has(position))
    // One item may meet one condition and another item the other: no key of the list says so.
    if (!bounds || (position > 0 && index.sharesList(position))) break
    if (bounds.range) {
      exactFields += Number(bounds.exact)
      spans = spans.map((span) => ({ ...span, range: bounds.range }))
      break
    }
    const points = inOrder(bounds.points ?? [], direction)
    if (spans.length * points.length > MAX_SPANS && equal.length) break
    exactFields += Number(bounds.exact)
    equal.push({ ...bounds, points })
    spans = spans.flatMap(({ prefix }) => points.map((point) => ({ prefix: [...prefix, point] })))
  }
  const sorted = sort.length ? sortUse(index, equal, sort) : undefined
  const range = spans[0]?.range
  const bounded = equal.length > 0 || range !== undefined
  if (!bounded && !sorted) return undefined
  const estimate = spans.reduce((sum, span) => {
    const [start, end] = index.locate(span)
    return sum + end - start
  }, 0)
  const exact = exactFields === conditions.size && !predicate.hasMore && !index.multikey.size
  const isOpen = !bounded || (index.definition.name === '_id_' && range !== undefined && isHalf(range))
  const isIdle = isOpen && (predicate.hasMore || conditions.size > (bounded ? 1 : 0))
  return { kind: 'index', index, spans, sorted, exact, isIdle, estimate }
}

// From an id on, or up to one: most of a collection for all that anybody knows.
const isHalf = ({ low, high }: { low: Edge; high: Edge }) =>
  !('value' in low) || low.value === -Infinity || !('value' in high)

// As an index holds them, each once: what is asked in another order is not answered in it.
const inOrder = (points: unknown[], direction: 1 | -1) =>
  [...points]
    .sort((a, b) => compareValues(a, b) * direction)
    .filter((point, i, all) => i === 0 || compareValues(all[i - 1], point) !== 0)

function sortUse(index: OrderedIndex, equal: Bounds[], sort: SortSpec): SortUse | undefined {
  const fields = index.definition.fields
  // A list that holds the one value still sorts by its least or largest item.
  const isFixed = (bounds: Bounds, i: number) => bounds.points?.length === 1 && !index.multikey.has(i)
  const fixed = new Set(equal.flatMap((bounds, i) => (isFixed(bounds, i) ? [fields[i]?.[0]] : [])))
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
  for (const branches of predicate.either) {
    const plans = branches.map((branch) => choosePlan(collection, compile(branch), [], Infinity))
    if (plans.every((plan) => plan.kind !== 'collection' && !(plan.kind === 'index' && plan.isIdle))) {
      return { kind: 'union', plans }
    }
  }
  return undefined
}
