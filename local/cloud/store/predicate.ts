import { decodeDoc } from './ejson'
import { requestFailed } from './faults'
import { countNear, nearOf, type Near } from './geo-operators'
import { compileQuery } from './matching'
import { isPlainObject, type Doc, type Id } from './values'

/** A compiled query: its test, and its conditions by field as far as an index could use them. */
export interface Predicate {
  query: Doc
  test: (doc: Doc) => boolean
  /** Every `{field: condition}` that must hold, `$and` opened; several for one field are possible. */
  conditions: [path: string, condition: unknown][]
  /** The branches of every `$or` that must hold. */
  either: Doc[][]
  /** True when something besides `conditions` must hold, such as `$or` or `$expr`. */
  hasMore: boolean
  /** Set when the query looks for what is near; without another order the nearest comes first. */
  near?: Near
  /** Set when the query asks for one document by its id and nothing else. */
  onlyId?: Id
}

const CACHED = 2000

/** Compiles query texts, remembering them; texts that ask for the server's time are compiled each time. */
export class Predicates {
  private cache = new Map<string, Predicate>()

  of(text: string | undefined, now: number): Predicate {
    const key = text ?? '{}'
    const known = this.cache.get(key)
    if (known) return known
    const made = compile(decodeDoc(key, now))
    if (key.includes('$tcb_server_date')) return made
    if (this.cache.size >= CACHED) this.cache.clear()
    this.cache.set(key, made)
    return made
  }
}

/** Compiles a decoded query. */
export function compile(query: Doc): Predicate {
  const keys = Object.keys(query)
  const id = query._id
  if (keys.length === 1 && (typeof id === 'string' || typeof id === 'number')) {
    return { query, test: (doc) => doc._id === id, conditions: [['_id', id]], either: [], hasMore: false, onlyId: id }
  }
  const conditions: [string, unknown][] = []
  const either: Doc[][] = []
  const hasMore = gather(query, conditions, either)
  if (!keys.length) return { query, test: () => true, conditions, either, hasMore: false }
  const near = nearOf(conditions)
  if (countNear(query) > (near ? 1 : 0)) throw requestFailed('geoNear must be top-level expr')
  return { query, test: compileQuery(query), conditions, either, hasMore, ...(near && { near }) }
}

// What is malformed is passed over: the compilation that follows refuses it.
function gather(query: Doc, into: [string, unknown][], either: Doc[][]): boolean {
  let more = false
  for (const [key, value] of Object.entries(query)) {
    const parts = Array.isArray(value) ? value.filter(isPlainObject) : []
    if (!key.startsWith('$')) into.push([key, value])
    else if (key === '$and') for (const part of parts) more = gather(part, into, either) || more
    else {
      more = true
      if (key === '$or') either.push(parts)
    }
  }
  return more
}
