/** What a document holds after decoding: plain JSON values, Date and RegExp. */
export type Doc = Record<string, unknown>

/** The values a document may be called by. */
export type Id = string | number | boolean

const RANK = { empty: 0, null: 1, number: 2, string: 3, object: 4, array: 5, boolean: 8, date: 9, regexp: 11 } as const

/** The place of a value's type in BSON order; `undefined` stands for an empty array's index key. */
export function typeRank(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return RANK.string
    case 'number':
      return RANK.number
    case 'boolean':
      return RANK.boolean
    case 'undefined':
      return RANK.empty
    default:
      if (value === null) return RANK.null
      if (value instanceof Date) return RANK.date
      if (Array.isArray(value)) return RANK.array
      return value instanceof RegExp ? RANK.regexp : RANK.object
  }
}

const order = (a: number | boolean, b: number | boolean) => (a < b ? -1 : a > b ? 1 : 0)

/** Orders texts as their UTF-8 bytes do: by code points, where JavaScript compares UTF-16 units. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  let i = 0
  while (i < shorter && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (i === shorter) return a.length - b.length
  const [unitA, unitB] = [a.charCodeAt(i), b.charCodeAt(i)]
  // A surrogate stands for a code point above all single units.
  const [highA, highB] = [(unitA & 0xf800) === 0xd800, (unitB & 0xf800) === 0xd800]
  return highA === highB ? unitA - unitB : highA ? 1 : -1
}

function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  return Number.isNaN(b) ? 1 : order(a, b)
}

function compareObjects(a: Doc, b: Doc): number {
  const keysA = Object.keys(a)
  const keysB = Object.keys(b)
  for (let i = 0; i < keysA.length && i < keysB.length; i++) {
    const keyA = keysA[i] ?? ''
    const keyB = keysB[i] ?? ''
    const byType = typeRank(a[keyA]) - typeRank(b[keyB])
    const found = byType || compareTexts(keyA, keyB) || compareValues(a[keyA], b[keyB])
    if (found) return found
  }
  return keysA.length - keysB.length
}

function compareArrays(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const found = compareValues(a[i], b[i])
    if (found) return found
  }
  return a.length - b.length
}

/** Total order over all values as MongoDB sorts them; negative, zero or positive. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  const byType = typeRank(a) - typeRank(b)
  if (byType) return byType
  if (typeof a === 'boolean' && typeof b === 'boolean') return order(a, b)
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime())
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b)
  if (a instanceof RegExp && b instanceof RegExp)
    return compareTexts(a.source, b.source) || compareTexts(a.flags, b.flags)
  if (isPlainObject(a) && isPlainObject(b)) return compareObjects(a, b)
  return 0
}

/** True when both values would be stored as the same bytes, so that an update changes nothing. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && compareValues(a, b) === 0)

/** True for `{…}` alone: not for null, arrays, dates or regular expressions. */
export function isPlainObject(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && typeRank(value) === RANK.object
}

/** True for an object whose first key is an operator, as in `{$gt: 3}`. */
export function isOperatorObject(value: unknown): value is Doc {
  return isPlainObject(value) && (Object.keys(value)[0] ?? '').startsWith('$')
}

/** A document's own field: what every JavaScript object inherits is none. */
export function fieldOf(doc: Doc, name: string): unknown {
  const value = doc[name]
  return typeof value === 'function' || name === '__proto__' ? undefined : value
}

/** The values a path reaches, arrays opened, as an index or a sort sees them. */
export interface Reached {
  values: unknown[]
  throughArray: boolean
}

/** Follows a dotted path; a missing field counts as null, an empty array as undefined (below null). */
export function reach(doc: Doc, path: string): Reached {
  if (!path.includes('.')) return leaf(fieldOf(doc, path))
  return walk(doc, path.split('.'), 0)
}

function leaf(value: unknown): Reached {
  if (!Array.isArray(value)) return { values: [value ?? null], throughArray: false }
  return { values: value.length ? value.map((item) => item ?? null) : [undefined], throughArray: true }
}

function walk(value: unknown, parts: string[], depth: number): Reached {
  if (depth === parts.length) return leaf(value)
  const part = parts[depth] ?? ''
  if (isPlainObject(value)) return walk(fieldOf(value, part), parts, depth + 1)
  if (!Array.isArray(value)) return { values: [null], throughArray: false }
  if (isPosition(part)) return { ...walk(value[Number(part)], parts, depth + 1), throughArray: true }
  const inside = value.filter(isPlainObject).flatMap((item) => walk(item, parts, depth).values)
  return { values: inside.length ? inside : [value.length ? null : undefined], throughArray: true }
}

const isPosition = (part: string) => /^\d+$/.test(part)

/**
 * The values a query condition looks at: whatever the path leads to, an array's items and then the array itself.
 * `undefined` stands for a field that is missing; items of an array that are no objects are passed over.
 */
export function candidates(doc: unknown, path: string): unknown[] {
  if (path.includes('.') || !isPlainObject(doc)) return leaves(doc, path.split('.'), 0)
  const value = fieldOf(doc, path)
  return Array.isArray(value) ? [...(value as unknown[]), value] : [value]
}

function leaves(value: unknown, parts: string[], depth: number): unknown[] {
  if (depth === parts.length) return Array.isArray(value) ? [...(value as unknown[]), value] : [value]
  const part = parts[depth] ?? ''
  if (isPlainObject(value)) return leaves(fieldOf(value, part), parts, depth + 1)
  if (!Array.isArray(value)) return [undefined]
  const inside = value.filter(isPlainObject).flatMap((item) => leaves(item, parts, depth))
  if (!isPosition(part) || Number(part) >= value.length) return inside
  return [...inside, ...leaves(value[Number(part)], parts, depth + 1)]
}

/** The arrays a path leads to, taken as they are. */
export function arraysAt(value: unknown, path: string): unknown[][] {
  return arraysBelow(value, path.split('.'), 0)
}

function arraysBelow(value: unknown, parts: string[], depth: number): unknown[][] {
  if (depth === parts.length) return Array.isArray(value) ? [value as unknown[]] : []
  const part = parts[depth] ?? ''
  if (isPlainObject(value)) return arraysBelow(fieldOf(value, part), parts, depth + 1)
  if (!Array.isArray(value)) return []
  const inside = value.filter(isPlainObject).flatMap((item) => arraysBelow(item, parts, depth))
  return isPosition(part) ? [...inside, ...arraysBelow(value[Number(part)], parts, depth + 1)] : inside
}

const MAX_INT = 2 ** 31

/** BSON's name for a value's type; the SDK sends whole numbers as int or long, others as double. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || Object.is(value, -0) || Math.abs(value) >= 2 ** 63) return 'double'
    return value >= -MAX_INT && value < MAX_INT ? 'int' : 'long'
  }
  if (value instanceof Date) return 'date'
  if (Array.isArray(value)) return 'array'
  return value instanceof RegExp ? 'regex' : 'object'
}

/** The one value a document is sorted by: the smallest of an array when ascending, the largest when descending. */
export function sortKey(doc: Doc, path: string, direction: 1 | -1): unknown {
  const { values } = reach(doc, path)
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}
