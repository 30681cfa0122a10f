import { $eq as mingoEq, $in as mingoIn } from 'mingo/operators/query/comparison'
import { Query } from 'mingo/query'
import { type Options } from 'mingo/types'
import { unsupported } from './faults'
import { compareValues, isPlainObject, reach, typeRank, type Doc } from './values'

type Test = (doc: Doc) => boolean
type QueryOperator = (path: string, value: unknown, options: Options) => Test

const isSimple = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && !Number.isNaN(value))

// mingo flattens one array level too many and re-hashes its lists for every document; simple values go past it.
const $eq: QueryOperator = (path, value, options) => {
  if (value instanceof Date) return (doc) => reach(doc, path).values.some((found) => compareValues(found, value) === 0)
  if (!isSimple(value)) return mingoEq(path, value, options)
  return (doc) => reach(doc, path).values.includes(value)
}

const $in: QueryOperator = (path, value, options) => {
  if (!Array.isArray(value)) throw unsupported('$in without a list')
  if (!value.every(isSimple)) return mingoIn(path, value, options)
  const wanted = new Set<unknown>(value)
  return (doc) => reach(doc, path).values.some((found) => wanted.has(found))
}

const not =
  (operator: QueryOperator): QueryOperator =>
  (path, value, options) => {
    const test = operator(path, value, options)
    return (doc) => !test(doc)
  }

const compared =
  (holds: (order: number) => boolean): QueryOperator =>
  (path, value) => {
    if (Array.isArray(value)) throw unsupported('comparing with a list by $gt, $gte, $lt or $lte')
    const rank = typeRank(value)
    return (doc) =>
      reach(doc, path).values.some(
        (found) => found !== undefined && typeRank(found) === rank && holds(compareValues(found, value)),
      )
  }

/** The test of `$elemMatch` on one element; mingo would let `{v: {$gt: 0}}` match a bare number. */
export function elementTest(criteria: unknown, options: Partial<Options>): (element: unknown) => boolean {
  if (!isPlainObject(criteria)) throw unsupported('$elemMatch without a condition')
  const keys = Object.keys(criteria)
  const onValue = keys.length > 0 && keys.every((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key))
  const query = new Query<Doc>(onValue ? { element: criteria } : criteria, options)
  if (onValue) return (element) => query.test({ element })
  return (element) => isPlainObject(element) && query.test(element)
}

const $elemMatch: QueryOperator = (path, criteria, options) => {
  const test = elementTest(criteria, options)
  return (doc) => arraysAt(doc, path.split('.')).some((list) => list.some(test))
}

const $all: QueryOperator = (path, list, options) => {
  if (!Array.isArray(list)) throw unsupported('$all without a list')
  const tests = list.map((item: unknown) => {
    if (isPlainObject(item) && '$elemMatch' in item) return $elemMatch(path, item.$elemMatch, options)
    return item instanceof RegExp ? $in(path, [item], options) : $eq(path, item, options)
  })
  return (doc) => tests.length > 0 && tests.every((test) => test(doc))
}

function arraysAt(value: unknown, parts: string[]): unknown[][] {
  const [part, ...rest] = parts
  if (part === undefined) return Array.isArray(value) ? [value as unknown[]] : []
  if (isPlainObject(value)) return arraysAt(value[part], rest)
  if (!Array.isArray(value)) return []
  if (/^\d+$/.test(part)) return arraysAt(value[Number(part)], rest)
  return value.filter(isPlainObject).flatMap((item) => arraysAt(item, parts))
}

/** Query operators that take the place of mingo's, nearer to what MongoDB does. */
export const mendedQueryOperators = {
  $eq,
  $ne: not($eq),
  $in,
  $nin: not($in),
  $gt: compared((order) => order > 0),
  $gte: compared((order) => order >= 0),
  $lt: compared((order) => order < 0),
  $lte: compared((order) => order <= 0),
  $elemMatch,
  $all,
}
