import { evalExpr } from 'mingo/core'
import * as mingo from 'mingo/operators/expression'
import {
  isNothing,
  isTrue,
  listOf,
  named,
  plain,
  strict,
  textOf,
  wholeOf,
  wrongType,
  type Operator,
} from './expression-call'
import { requestFailed } from './faults'
import { compareValues, isPlainObject, typeName, type Doc } from './values'

const same = (a: unknown) => (b: unknown) => compareValues(a, b) === 0

/** Each value once, the first of equals. */
export const distinct = (list: unknown[]): unknown[] => {
  const sorted = list.map((value, i) => ({ value, i })).sort((a, b) => compareValues(a.value, b.value) || a.i - b.i)
  const firsts = sorted.filter(({ value }, at) => at === 0 || compareValues(value, sorted[at - 1]?.value) !== 0)
  return firsts.sort((a, b) => a.i - b.i).map(({ value }) => value)
}

const sortedSet = (list: unknown[]) => distinct(list).sort(compareValues)

// mingo answers null and not the missing value, and demands an index inside.
const $arrayElemAt = strict('$arrayElemAt', [2, 2], (list, index) => {
  const at = wholeOf('$arrayElemAt', index)
  const items = listOf('$arrayElemAt', list)
  return items[at < 0 ? items.length + at : at]
})

// mingo flattens pairs whose value is a list.
const $arrayToObject = strict('$arrayToObject', [1, 1], (list) => {
  const pairs = listOf('$arrayToObject', list).map((item): [string, unknown] => {
    if (Array.isArray(item) && item.length === 2) return [textOf('$arrayToObject', item[0]), item[1]]
    if (isPlainObject(item) && Object.keys(item).sort().join() === 'k,v') {
      return [textOf('$arrayToObject', item.k), item.v]
    }
    throw requestFailed('$arrayToObject requires pairs [key, value] or objects with the keys k and v')
  })
  return Object.fromEntries(pairs)
})

// mingo adds the start to "not found".
const $indexOfArray = plain('$indexOfArray', [2, 4], (list, sought, from = 0, to) => {
  if (isNothing(list)) return null
  const items = listOf('$indexOfArray', list)
  const start = wholeOf('$indexOfArray', from)
  const end = to === undefined ? items.length : wholeOf('$indexOfArray', to)
  if (start < 0 || end < 0) throw requestFailed('$indexOfArray requires non-negative starting and ending indexes')
  return items.findIndex((item, i) => i >= start && i < end && same(sought)(item))
})

const $objectToArray = strict('$objectToArray', [1, 1], (value) => {
  if (!isPlainObject(value)) throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`)
  return Object.entries(value).map(([k, v]) => ({ k, v }))
})

const $range = plain('$range', [2, 3], (from, to, step = 1) => {
  const [start, end, by] = [from, to, step].map((value) => wholeOf('$range', value)) as [number, number, number]
  if (by === 0) throw requestFailed('$range requires a non-zero step value')
  return Array.from({ length: Math.max(0, Math.ceil((end - start) / by)) }, (_, i) => start + i * by)
})

// mingo fails for null and for a position before the beginning.
const $slice = strict('$slice', [2, 3], (list, a, b) => {
  const items = listOf('$slice', list)
  const first = wholeOf('$slice', a)
  if (b === undefined) return first < 0 ? items.slice(first) : items.slice(0, first)
  const count = wholeOf('$slice', b)
  if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${count}`)
  const start = first < 0 ? Math.max(0, items.length + first) : first
  return items.slice(start, start + count)
})

// mingo puts defaults in the place of nulls too, and forgets an empty first list.
const $zip = named('$zip', ['inputs', 'defaults', 'useLongestLength'], ({ inputs, defaults, useLongestLength }) => {
  const lists = listOf('$zip', inputs)
  if (lists.some(isNothing)) return null
  const lengths = lists.map((list) => listOf('$zip', list).length)
  if (defaults !== undefined && useLongestLength !== true) {
    throw requestFailed('cannot specify defaults unless useLongestLength is true')
  }
  const fill = isNothing(defaults) ? [] : listOf('$zip', defaults)
  const rows = lengths.length ? (useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths)) : 0
  return Array.from({ length: rows }, (_, row) =>
    lists.map((list, i) => {
      const items = list as unknown[]
      return (row < items.length ? items[row] : fill[i]) ?? null
    }),
  )
})

// mingo evaluates the field paths inside against the item.
const $reduce: Operator = (doc, expression, options) => {
  if (!isPlainObject(expression) || !('in' in expression) || !('initialValue' in expression)) {
    throw requestFailed('$reduce requires input, initialValue and in')
  }
  const input = evalExpr(doc, expression.input, options)
  if (isNothing(input)) return null
  return listOf('$reduce', input).reduce<unknown>(
    (value, item) => {
      const bound = { vars: { value: { $literal: value }, this: { $literal: item } }, in: expression.in }
      return mingo.$let(doc, bound, options)
    },
    evalExpr(doc, expression.initialValue, options),
  )
}

const setOf = (name: string, value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : wrongType(`All operands of ${name}:`, 'array', value)

const $mergeObjects = (values: unknown[]): Doc =>
  values.reduce<Doc>((merged, value) => {
    if (isNothing(value)) return merged
    if (!isPlainObject(value))
      throw requestFailed(`$mergeObjects requires object inputs, but input is of type ${typeName(value)}`)
    return { ...merged, ...value }
  }, {})

/** Merges objects, later fields winning; null and missing ones count as empty. */
export const mergeObjects = $mergeObjects

/** Operators on lists, sets and objects; equality and order are BSON's. */
export const listExpressions: Record<string, Operator> = {
  $arrayElemAt,
  $arrayToObject,
  $concatArrays: strict('$concatArrays', [0, Infinity], (...lists) =>
    lists.flatMap((list) => listOf('$concatArrays', list)),
  ),
  $first: strict('$first', [1, 1], (list) => listOf('$first', list)[0]),
  $last: strict('$last', [1, 1], (list) => listOf('$last', list).at(-1)),
  $in: plain('$in', [2, 2], (value, list) => {
    if (!Array.isArray(list))
      throw requestFailed(`$in requires an array as a second argument, found: ${typeName(list)}`)
    return list.some(same(value))
  }),
  $indexOfArray,
  $isArray: plain('$isArray', [1, 1], (value) => Array.isArray(value)),
  $objectToArray,
  $range,
  $reduce,
  $reverseArray: strict('$reverseArray', [1, 1], (list) => [...listOf('$reverseArray', list)].reverse()),
  $size: plain('$size', [1, 1], (list) => {
    if (Array.isArray(list)) return list.length
    throw requestFailed(`The argument to $size must be an array, but was of type: ${typeName(list)}`)
  }),
  $slice,
  $zip,
  $mergeObjects: plain('$mergeObjects', [0, Infinity], (...values) =>
    mergeObjects(values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values),
  ),
  $allElementsTrue: plain('$allElementsTrue', [1, 1], (list) => setOf('$allElementsTrue', list).every(isTrue)),
  $anyElementTrue: plain('$anyElementTrue', [1, 1], (list) => setOf('$anyElementTrue', list).some(isTrue)),
  $setDifference: strict('$setDifference', [2, 2], (a, b) => {
    const without = setOf('$setDifference', b)
    return distinct(setOf('$setDifference', a)).filter((value) => !without.some(same(value)))
  }),
  $setEquals: plain('$setEquals', [2, Infinity], (...lists) => {
    const [first = [], ...others] = lists.map((list) => sortedSet(setOf('$setEquals', list)))
    return others.every((other) => compareValues(first, other) === 0)
  }),
  $setIntersection: strict('$setIntersection', [0, Infinity], (...lists) => {
    const [first = [], ...others] = lists.map((list) => setOf('$setIntersection', list))
    return sortedSet(first.filter((value) => others.every((other) => other.some(same(value)))))
  }),
  $setIsSubset: plain('$setIsSubset', [2, 2], (a, b) => {
    const within = setOf('$setIsSubset', b)
    return setOf('$setIsSubset', a).every((value) => within.some(same(value)))
  }),
  $setUnion: strict('$setUnion', [0, Infinity], (...lists) =>
    sortedSet(lists.flatMap((list) => setOf('$setUnion', list))),
  ),
}
