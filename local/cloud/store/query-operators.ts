import { geoOperators } from './geo-operators'
import { requestFailed, unsupported } from './faults'
import { compileQuery, type Test } from './matching'
import { toPattern } from './patterns'
import { arraysAt, candidates, compareValues, isOperatorObject, isPlainObject, typeName, typeRank } from './values'

/** Compiles one operator's condition on one field; `siblings` are the operators beside it. */
export type QueryOperator = (path: string, value: unknown, siblings: Record<string, unknown>) => Test

const isSimple = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && !Number.isNaN(value))

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)

const same = (found: unknown, value: unknown) =>
  value === null ? found === null || found === undefined : found !== undefined && compareValues(found, value) === 0

const $eq: QueryOperator = (path, value) => {
  if (isSimple(value)) return (doc) => candidates(doc, path).includes(value)
  return (doc) => candidates(doc, path).some((found) => same(found, value))
}

const matchesPattern = (pattern: RegExp, found: unknown) =>
  typeof found === 'string' ? pattern.test(found) : found instanceof RegExp && compareValues(found, pattern) === 0

const $regex: QueryOperator = (path, value, { $options }) => {
  if (typeof value !== 'string' && !(value instanceof RegExp)) throw requestFailed('$regex has to be a string')
  if ($options !== undefined && typeof $options !== 'string') throw requestFailed('$options has to be a string')
  const pattern =
    typeof value === 'string' || $options !== undefined
      ? toPattern(typeof value === 'string' ? value : value.source, $options ?? (value as RegExp).flags)
      : value
  return (doc) => candidates(doc, path).some((found) => matchesPattern(pattern, found))
}

const $in: QueryOperator = (path, value) => {
  if (!Array.isArray(value)) throw requestFailed('$in needs an array')
  if (value.some(isOperatorObject)) throw requestFailed('cannot nest $ under $in')
  const simple = new Set<unknown>(value.filter(isSimple))
  const others = value.filter((item) => !isSimple(item)) as unknown[]
  return (doc) =>
    candidates(doc, path).some(
      (found) =>
        simple.has(found) ||
        others.some((item) => (item instanceof RegExp ? matchesPattern(item, found) : same(found, item))),
    )
}

const not =
  (operator: QueryOperator): QueryOperator =>
  (path, value, siblings) => {
    const test = operator(path, value, siblings)
    return (doc) => !test(doc)
  }

const $ne: QueryOperator = (path, value, siblings) => {
  if (value instanceof RegExp) throw requestFailed("Can't have regex as arg to $ne.")
  return not($eq)(path, value, siblings)
}

const compared =
  (name: string, orEqual: boolean, holds: (order: number) => boolean): QueryOperator =>
  (path, value) => {
    if (value instanceof RegExp) throw requestFailed(`Can't have RegEx as arg to predicate over field '${path}'.`)
    if (value === undefined) throw unsupported(`${name} undefined`)
    if (value === null) return (doc) => orEqual && candidates(doc, path).some((found) => same(found, null))
    // NaN is neither more nor less than any number, although it sorts before them.
    if (Number.isNaN(value)) return (doc) => orEqual && candidates(doc, path).some((found) => Number.isNaN(found))
    const rank = typeRank(value)
    return (doc) =>
      candidates(doc, path).some(
        (found) =>
          found !== undefined && typeRank(found) === rank && !Number.isNaN(found) && holds(compareValues(found, value)),
      )
  }

const $exists: QueryOperator = (path, value) => {
  const wanted = value !== false && value !== 0 && value !== null && value !== undefined
  return (doc) => candidates(doc, path).some((found) => found !== undefined) === wanted
}

const TYPES: Record<string, string> = {
  '1': 'double',
  '2': 'string',
  '3': 'object',
  '4': 'array',
  '5': 'binData',
  '6': 'undefined',
  '7': 'objectId',
  '8': 'bool',
  '9': 'date',
  '10': 'null',
  '11': 'regex',
  '13': 'javascript',
  '16': 'int',
  '17': 'timestamp',
  '18': 'long',
  '19': 'decimal',
  '-1': 'minKey',
  '127': 'maxKey',
}

/** The BSON types named by a name, a number or a list of them; `number` names four. */
export function typesNamed(value: unknown): Set<string> {
  const names = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) => {
    if (item === 'number') return ['int', 'long', 'double', 'decimal']
    if (typeof item === 'number') {
      const name = TYPES[String(item)]
      if (name) return [name]
      throw requestFailed(`Invalid numerical type code: ${item}`)
    }
    if (typeof item === 'string' && Object.values(TYPES).includes(item)) return [item]
    throw requestFailed(`Unknown type name alias: ${String(item)}`)
  })
  if (!names.length) throw requestFailed('$type must match at least one type')
  return new Set(names)
}

const $type: QueryOperator = (path, value) => {
  const types = typesNamed(value)
  return (doc) => candidates(doc, path).some((found) => types.has(typeName(found)))
}

const $size: QueryOperator = (path, value) => {
  if (!isWhole(value)) throw requestFailed('$size must be a whole number')
  if (value < 0) throw requestFailed('$size may not be negative')
  return (doc) => arraysAt(doc, path).some((list) => list.length === value)
}

const $mod: QueryOperator = (path, value) => {
  const [divisor, remainder] = Array.isArray(value) ? value.map((part) => Math.trunc(Number(part))) : []
  if (divisor === undefined || remainder === undefined) throw requestFailed('malformed mod, not enough elements')
  if ((value as unknown[]).length > 2) throw requestFailed('malformed mod, too many elements')
  if (!divisor) throw requestFailed('divisor cannot be 0')
  return (doc) =>
    candidates(doc, path).some((found) => typeof found === 'number' && Math.trunc(found) % divisor === remainder)
}

/** The test of `$elemMatch` on one element: operators look at the element itself, fields look inside it. */
export function elementTest(criteria: unknown): (element: unknown) => boolean {
  if (!isPlainObject(criteria)) throw requestFailed('$elemMatch needs an Object')
  const keys = Object.keys(criteria)
  const onValue = keys.length > 0 && keys.every((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key))
  if (!onValue) {
    const test = compileQuery(criteria)
    return (element) => (isPlainObject(element) || Array.isArray(element)) && test(element)
  }
  const [asList, asItem] = [OF_LISTS, (key: string) => !OF_LISTS(key)].map((holds) => {
    const own = Object.entries(criteria).filter(([key]) => holds(key))
    return own.length ? compileQuery({ element: Object.fromEntries(own) }) : () => true
  })
  // Among its likes a list is one item; looked at alone, it would be opened.
  return (element) =>
    (asList?.({ element }) ?? true) && (asItem?.({ element: Array.isArray(element) ? [element] : element }) ?? true)
}

const OF_LISTS = (key: string) => key === '$size' || key === '$elemMatch'

const $elemMatch: QueryOperator = (path, criteria) => {
  const test = elementTest(criteria)
  return (doc) => arraysAt(doc, path).some((list) => list.some(test))
}

const $all: QueryOperator = (path, list) => {
  if (!Array.isArray(list)) throw requestFailed('$all needs an array')
  const tests = list.map((item: unknown) => {
    if (isPlainObject(item) && '$elemMatch' in item) return $elemMatch(path, item.$elemMatch, {})
    if (isOperatorObject(item)) throw requestFailed('no $ expressions in $all')
    return $in(path, [item], {})
  })
  return (doc) => tests.length > 0 && tests.every((test) => test(doc))
}

const $not: QueryOperator = (path, value) => {
  if (value instanceof RegExp) return not($regex)(path, value, {})
  if (!isPlainObject(value)) throw requestFailed('$not needs a regex or a document')
  if (!Object.keys(value).length) throw requestFailed('$not cannot be empty')
  if (!isOperatorObject(value)) throw requestFailed(`unknown operator: ${Object.keys(value)[0]}`)
  const test = compileQuery({ [path]: value })
  return (doc) => !test(doc)
}

function maskOf(value: unknown): bigint {
  if (isWhole(value) && value >= 0) return BigInt(value)
  if (!Array.isArray(value) || !value.every((bit) => isWhole(bit) && bit >= 0)) {
    throw requestFailed('bit positions must be a non-negative integer or a list of them')
  }
  return value.reduce((mask: bigint, bit) => mask | (1n << BigInt(bit as number)), 0n)
}

const bits =
  (holds: (set: bigint, mask: bigint) => boolean): QueryOperator =>
  (path, value) => {
    const mask = maskOf(value)
    return (doc) => candidates(doc, path).some((found) => isWhole(found) && holds(BigInt(found) & mask, mask))
  }

/** Every operator a condition on a field may use. */
export const queryOperators: Record<string, QueryOperator> = {
  $eq,
  $ne,
  $in,
  $nin: not($in),
  $gt: compared('$gt', false, (order) => order > 0),
  $gte: compared('$gte', true, (order) => order >= 0),
  $lt: compared('$lt', false, (order) => order < 0),
  $lte: compared('$lte', true, (order) => order <= 0),
  $exists,
  $type,
  $size,
  $mod,
  $regex,
  $options: (_path, _value, siblings) => {
    if (!('$regex' in siblings)) throw requestFailed('$options needs a $regex')
    return () => true
  },
  $elemMatch,
  $all,
  $not,
  $bitsAllSet: bits((set, mask) => set === mask),
  $bitsAllClear: bits((set) => set === 0n),
  $bitsAnySet: bits((set) => set !== 0n),
  $bitsAnyClear: bits((set, mask) => set !== mask),
  ...geoOperators,
}
