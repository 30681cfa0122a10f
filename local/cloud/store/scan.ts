import { type Collection, type Present } from './collection'
import { type IndexEntry, type OrderedIndex } from './ordered-index'
import { type Plan } from './planner'
import { compareValues, type Id } from './values'

/** What a request cost; the figures MongoDB's explain would show. */
export interface Examined {
  docs: number
  keys: number
}

/** The present documents a plan reaches, each once, in the plan's order, counting what it touches. */
export function* scan(collection: Collection, plan: Plan, examined: Examined): Generator<Present> {
  if (plan.kind === 'collection') {
    for (const version of collection.all()) {
      examined.docs++
      yield version
    }
    return
  }
  const seen = plan.kind === 'ids' || single(plan) ? undefined : new Set<Id>()
  for (const id of idsOf(plan, examined)) {
    if (seen?.has(id)) continue
    seen?.add(id)
    const version = collection.live(id)
    if (!version) continue
    examined.docs++
    yield version
  }
}

const single = (plan: Plan) => plan.kind === 'index' && plan.spans.length === 1 && !plan.index.multikey.size

/** The ids a plan reaches, possibly repeated. */
function* idsOf(plan: Plan, examined: Examined): Generator<Id> {
  if (plan.kind === 'ids') yield* plan.ids
  if (plan.kind === 'union') for (const part of plan.plans) yield* idsOf(part, examined)
  if (plan.kind !== 'index') return
  const backwards = plan.sorted?.backwards ?? false
  const walks = plan.spans.map((span) => plan.index.entries(...plan.index.locate(span), backwards))
  const merged = plan.sorted && walks.length > 1 ? merge(plan.index, walks, plan.sorted.from, backwards) : chain(walks)
  for (const entry of merged) {
    examined.keys++
    yield entry.id
  }
}

function* chain(walks: Iterable<IndexEntry>[]): Generator<IndexEntry> {
  for (const walk of walks) yield* walk
}

// Keeps the order when several spans (one for each value of an $in) are each sorted on their own.
function* merge(
  index: OrderedIndex,
  walks: Generator<IndexEntry>[],
  from: number,
  backwards: boolean,
): Generator<IndexEntry> {
  const heads = walks.map((walk) => ({ walk, entry: walk.next().value as IndexEntry | undefined }))
  const before = (a: IndexEntry, b: IndexEntry) => {
    for (let i = from; i < index.definition.fields.length; i++) {
      const found = compareValues(a.key[i], b.key[i]) * (index.definition.fields[i]?.[1] ?? 1)
      if (found) return backwards ? found > 0 : found < 0
    }
    return backwards ? a.record > b.record : a.record < b.record
  }
  for (;;) {
    let next: (typeof heads)[number] | undefined
    for (const head of heads) {
      if (head.entry && (!next?.entry || before(head.entry, next.entry))) next = head
    }
    if (!next?.entry) return
    yield next.entry
    next.entry = next.walk.next().value as IndexEntry | undefined
  }
}
