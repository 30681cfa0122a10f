import { type Collection, type Present, textOf } from './collection'
import { notePlan, type Cost } from './cost'
import { decodeDoc, encode } from './ejson'
import { distanceTo, type Near } from './geo-operators'
import { explain, shapeOf, type Wished } from './explain'
import { requestFailed } from './faults'
import { choosePlan, type Plan } from './planner'
import { type Predicate } from './predicate'
import { selecting } from './projection'
import { scan } from './scan'
import { readSort, sortBy } from './sorting'
import { type State } from './state'
import { type Transaction } from './transactions'
import { positionOf } from './update-position'
import { type Doc, type Id } from './values'

/** Which documents of which collection, perhaps as a transaction sees them. */
export interface Selection {
  collection: string
  /** EJSON; everything when absent. */
  query?: string
  transactionId?: string
}

/** A selection in a given order, from an offset, with chosen fields; order and projection are EJSON. */
export interface Find extends Selection {
  order?: string
  offset?: number
  limit?: number
  projection?: string
}

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** Answers a query with the EJSON texts of its documents. */
export function find(state: State, request: Find, cost: Cost): string[] {
  const now = state.clock()
  const transaction = state.transaction(request.transactionId)
  const collection = state.collection(request.collection)
  const predicate = state.predicates.of(request.query, now)
  const sort = request.order ? readSort(decodeDoc(request.order, now)) : []
  const offset = request.offset ?? 0
  if (offset < 0) throw requestFailed(`Skip value must be non-negative, but received: ${offset}`)
  if ((request.limit ?? 0) < 0) throw requestFailed(`Limit value must be non-negative, but received: ${request.limit}`)
  const limit = Math.min(request.limit || DEFAULT_LIMIT, MAX_LIMIT)
  const found = select(collection, predicate, { sort, wanted: offset + limit, transaction }, cost)
  const page = found.slice(offset, offset + limit)
  if (!request.projection) return page.map(textOf)
  return project(page, decodeDoc(request.projection, now), predicate)
}

/** Counts the documents of a query; an index that says all there is to say spares looking at them. */
export function count(state: State, request: Selection, cost: Cost): number {
  const transaction = state.transaction(request.transactionId)
  const collection = state.collection(request.collection)
  const predicate = state.predicates.of(request.query, state.clock())
  if (!transaction && !predicate.conditions.length && !predicate.hasMore) return collection.size
  const plan = choosePlan(collection, predicate, [], Infinity)
  if (!transaction && plan.kind === 'index' && plan.exact) {
    cost.keysExamined += plan.estimate
    notePlan(cost, explain(collection.name, predicate, EVERY, plan)).keysExamined += plan.estimate
    return plan.estimate
  }
  return select(collection, predicate, { ...EVERY, transaction }, cost).length
}

const EVERY: Wished = { sort: [], wanted: Infinity }

/** How `select` shall go about it. */
export interface Wish extends Wished {
  transaction?: Transaction
}

/** The documents that satisfy a predicate, in order. */
export function select(collection: Collection, predicate: Predicate, wish: Wish, cost: Cost): Present[] {
  const { transaction, sort, wanted } = wish
  const differs = transaction && seesDifferently(transaction, collection)
  const plan = choosePlan(collection, predicate, sort, differs ? Infinity : wanted)
  const used = notePlan(cost, explain(collection.name, predicate, wish, plan))
  const examined = { docs: 0, keys: 0 }
  const nearest = sort.length ? undefined : predicate.near
  const inOrder = !differs && !nearest && (!sort.length || (plan.kind === 'index' && plan.sorted !== undefined))
  const candidates = differs ? asSeenBy(transaction, collection, plan, examined) : scan(collection, plan, examined)
  const found: Present[] = []
  for (const version of candidates) {
    if (!predicate.test(version.doc)) continue
    found.push(version)
    if (inOrder && found.length >= wanted) break
  }
  cost.docsExamined += examined.docs
  cost.keysExamined += examined.keys
  used.docsExamined += examined.docs
  used.keysExamined += examined.keys
  used.returned += Math.min(found.length, wanted)
  noteScan(collection, predicate, plan, examined.docs, found.length, cost)
  if (inOrder) return found
  if (differs) found.sort((a, b) => a.record - b.record)
  if (nearest) return byDistance(found, nearest).slice(0, wanted)
  return sortBy(found, sort, (version) => version.doc).slice(0, wanted)
}

const byDistance = (found: Present[], near: Near) =>
  found
    .map((version) => ({ version, distance: distanceTo(version.doc, near) ?? Infinity }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ version }) => version)

const SCAN_FROM = 100

function noteScan(
  collection: Collection,
  predicate: Predicate,
  plan: Plan,
  examined: number,
  returned: number,
  cost: Cost,
): void {
  if (examined < SCAN_FROM || examined < returned * 10 || plan.kind === 'ids') return
  cost.scans.push({ collection: collection.name, shape: shapeOf(predicate), docsExamined: examined, returned })
}

function seesDifferently(transaction: Transaction, collection: Collection): boolean {
  const wrote = transaction.writes.get(collection.name)?.size
  return Boolean(wrote) || collection.changedSince(transaction.snapshot ?? 0).length > 0
}

// Indexes show the present, so documents that changed since the snapshot are looked at besides the plan's.
function* asSeenBy(
  transaction: Transaction,
  collection: Collection,
  plan: Plan,
  examined: { docs: number; keys: number },
): Generator<Present> {
  const ids = new Set<Id>()
  if (plan.kind === 'ids') plan.ids.forEach((id) => ids.add(id))
  else {
    for (const version of scan(collection, plan, examined)) ids.add(version.doc._id as Id)
    for (const id of collection.changedSince(transaction.snapshot ?? 0)) ids.add(id)
    for (const id of transaction.writes.get(collection.name)?.keys() ?? []) ids.add(id)
  }
  for (const id of ids) {
    const version = visible(transaction, collection, id)
    if (version) yield version
  }
}

/** A document as a transaction sees it: its own write, else the state at its snapshot. */
export function visible(transaction: Transaction, collection: Collection, id: Id): Present | undefined {
  const written = transaction.writes.get(collection.name)?.get(id)
  if (written === null) return undefined
  if (written) return { doc: written, at: Infinity, record: collection.live(id)?.record ?? Infinity }
  return collection.asOf(id, transaction.snapshot ?? 0)
}

function project(page: Present[], spec: Doc, predicate: Predicate): string[] {
  const shaping = selecting(spec, (doc, path) => positionOf(doc, path, predicate.query))
  return page.map(({ doc }) => encode(shaping(doc)))
}
