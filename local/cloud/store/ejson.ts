import { requestFailed, unsupported } from './faults'
import { toPattern } from './patterns'
import { isPlainObject, type Doc } from './values'

const REFUSED = new Set([
  '$binary',
  '$code',
  '$dbPointer',
  '$maxKey',
  '$minKey',
  '$numberDecimal',
  '$symbol',
  '$timestamp',
  '$uuid',
])

/** Decodes canonical or relaxed extended JSON; `now` (ms) answers `$tcb_server_date`. */
export function decode(text: string, now: number): unknown {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw requestFailed('[InvalidParameter] request is not valid extended JSON')
  }
  return revive(parsed, now)
}

/** Decodes text that must hold an object. */
export function decodeDoc(text: string, now: number): Doc {
  const value = decode(text, now)
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) {
    throw requestFailed('[InvalidParameter] expected a document')
  }
  return value as Doc
}

// Twice the levels of a document, as each value may be wrapped in one that says its type.
const MOST_LEVELS = 200

/** Decodes what `JSON.parse` made of extended JSON. */
export function revive(value: unknown, now: number, level = 0): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (level > MOST_LEVELS) throw requestFailed('[InvalidParameter] request exceeds the maximum nesting depth')
  if (Array.isArray(value)) return value.map((item) => revive(item, now, level + 1))
  const object = value as Doc
  const keys = Object.keys(object)
  const first = keys[0]
  if (first !== undefined && keys.length === 1 && first.startsWith('$')) {
    const special = reviveSpecial(first, object[first], now)
    if (special !== NOT_SPECIAL) return special
  }
  const out: Doc = {}
  for (const key of keys) {
    if (key === '__proto__') throw requestFailed("[InvalidParameter] field name '__proto__' is not allowed")
    out[key] = revive(object[key], now, level + 1)
  }
  return out
}

const NOT_SPECIAL = Symbol('not special')

function reviveSpecial(key: string, inner: unknown, now: number): unknown {
  switch (key) {
    case '$numberInt':
    case '$numberDouble':
    case '$numberLong':
      if (typeof inner !== 'string' && typeof inner !== 'number') throw malformed(key)
      return Number(inner)
    case '$date':
      return reviveDate(inner)
    case '$tcb_server_date':
      return reviveServerDate(inner, now)
    case '$regularExpression': {
      const { pattern, options = '' } = isPlainObject(inner) ? inner : {}
      if (typeof pattern !== 'string' || typeof options !== 'string') throw malformed(key)
      return toPattern(pattern, options)
    }
    case '$oid':
      if (typeof inner !== 'string') throw malformed(key)
      return inner
    case '$undefined':
      return undefined
    default:
      if (REFUSED.has(key)) throw unsupported(`the EJSON type ${key}`)
      return NOT_SPECIAL
  }
}

const malformed = (key: string) => requestFailed(`[InvalidParameter] ${key} is not as extended JSON has it`)

function reviveServerDate(inner: unknown, now: number): Date {
  const offset = isPlainObject(inner) ? (revive(inner.offset, now) ?? 0) : undefined
  if (typeof offset !== 'number') throw malformed('$tcb_server_date')
  return new Date(now + offset)
}

function reviveDate(inner: unknown): Date {
  if (typeof inner === 'string' || typeof inner === 'number') return new Date(inner)
  if (isPlainObject(inner) && typeof inner.$numberLong === 'string') return new Date(Number(inner.$numberLong))
  throw malformed('$date')
}

/** The text the SDK decodes; also what the journal keeps. */
export const encode = (value: unknown): string => JSON.stringify(dress(value))

// Returns the same object when nothing inside needs a special form, so that most documents are not copied.
function dress(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : doubleText(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: dateNumber(value) }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) {
    const items = value.map(dress)
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  let out: Doc | undefined
  const object = value as Doc
  for (const key of Object.keys(object)) {
    const dressed = dress(object[key])
    if (dressed !== object[key]) (out ??= { ...object })[key] = dressed
  }
  return out ?? object
}

const doubleText = (value: number) => ({ $numberDouble: value === 0 ? '-0.0' : String(value) })

const dateNumber = (date: Date) =>
  Number.isNaN(date.getTime()) ? { $numberLong: String(-(2n ** 63n)) } : date.getTime()
