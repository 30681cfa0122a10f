import { insertFailed, requestFailed, unsupported } from './faults'
import { type Doc, type Id } from './values'

const MAX_BYTES = 16 * 1024 * 1024
const MAX_DEPTH = 100

/** The id of a new document; refused when documents cannot be called so. */
export function checkedId(id: unknown): Id {
  if (typeof id === 'string' || typeof id === 'boolean' || (typeof id === 'number' && Number.isFinite(id))) return id
  if (Array.isArray(id)) throw insertFailed("The '_id' value cannot be of type array")
  if (id instanceof RegExp) throw insertFailed("The '_id' value cannot be of type regex")
  throw unsupported('an _id that is neither text nor number')
}

/** Refuses a document above 16 MB of BSON or nested more than 100 levels deep; `text` is its EJSON. */
export function refuseBeyondLimits(verb: string, doc: Doc, text: string): void {
  // Each level takes at least two brackets; most documents are too short to be too deep or too large.
  if (text.length > MAX_DEPTH * 2 && depthOf(doc) > MAX_DEPTH) {
    throw requestFailed(`[FailedOperation.${verb}] Document exceeds maximum nesting depth of ${MAX_DEPTH}`)
  }
  // A list of single digits takes 13 bytes for each two letters of its text.
  if (text.length * 8 <= MAX_BYTES) return
  const bytes = bsonSize(doc)
  if (bytes <= MAX_BYTES) return
  throw requestFailed(
    verb === 'Insert'
      ? `[FailedOperation.Insert] object to insert too large. size in bytes: ${bytes}, max size: ${MAX_BYTES}`
      : `[FailedOperation.Update] Resulting document after update is larger than ${MAX_BYTES}`,
  )
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof RegExp) return 0
  let deepest = 0
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner))
  return deepest + 1
}

/** Bytes a value takes in BSON, its name and type not counted. */
function bsonSize(value: unknown): number {
  if (typeof value === 'string') return 5 + Buffer.byteLength(value)
  if (typeof value === 'number') return value === (value | 0) ? 4 : 8
  if (typeof value === 'boolean') return 1
  if (typeof value !== 'object' || value === null) return 0
  if (value instanceof Date) return 8
  if (value instanceof RegExp) return 2 + Buffer.byteLength(value.source) + value.flags.length
  let size = 5
  for (const [key, inner] of Object.entries(value)) size += 2 + Buffer.byteLength(key) + bsonSize(inner)
  return size
}
