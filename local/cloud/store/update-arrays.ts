import { updateFailed } from './faults'
import { compileQuery } from './matching'
import { elementTest } from './query-operators'
import { shellText, typeName } from './shell-text'
import { readSort, sortBy } from './sorting'
import { MISSING, type Change } from './update-path'
import { compareValues, isOperatorObject, isPlainObject, sameValue, type Doc } from './values'

const each = (value: unknown, operator: string, but: string): unknown[] => {
  if (Array.isArray(value)) return value as unknown[]
  throw updateFailed(
    `The argument to $each in ${operator} must be an array but it was of type${but} ${typeName(value)}`,
  )
}

/** `$push`, with $each, $position, $sort and $slice. */
export function push(argument: unknown, path: string): Change {
  const spec = isPlainObject(argument) && '$each' in argument ? argument : { $each: [argument] }
  const { $each, $position, $slice, $sort, ...odd } = spec as Doc
  const items = each($each, '$push', ':')
  const unknown = Object.keys(odd)[0]
  if (unknown !== undefined) throw updateFailed(`Unrecognized clause in $push: ${unknown}`)
  const position = whole($position, 'The value for $position must be an integer value, not of type:')
  const slice = whole($slice, 'The value for $slice must be an integer value but was given type:')
  const sort = sorter($sort)
  return (old, doc) => {
    if (old !== MISSING && !Array.isArray(old)) {
      throw updateFailed(
        `The field '${path}' must be an array but is of type ${typeName(old)} in document {_id: ${shellText(doc._id)}}`,
      )
    }
    const list = old === MISSING ? [] : (old as unknown[])
    const at = position ?? list.length
    return sliced(sort([...list.slice(0, at), ...items, ...list.slice(at)]), slice)
  }
}

function whole(value: unknown, complaint: string): number | undefined {
  if (value === undefined) return undefined
  if (Number.isInteger(value)) return value as number
  throw updateFailed(`${complaint} ${typeName(value)}`)
}

function sorter(spec: unknown): (list: unknown[]) => unknown[] {
  if (spec === undefined) return (list) => list
  if (spec === 1 || spec === -1) return (list) => [...list].sort((a, b) => compareValues(a, b) * spec)
  if (!isPlainObject(spec)) {
    throw updateFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  }
  const directions = Object.values(spec)
  if (!directions.length) throw updateFailed('The $sort pattern is empty when it should be a set of fields.')
  if (directions.some((one) => one !== 1 && one !== -1)) {
    throw updateFailed('The $sort element value must be either 1 or -1')
  }
  const fields = readSort(spec)
  return (list) => sortBy(list, fields, (item) => (isPlainObject(item) ? item : {}))
}

function sliced(list: unknown[], count: number | undefined): unknown[] {
  if (count === undefined) return list
  if (count === 0) return []
  return count > 0 ? list.slice(0, count) : list.slice(count)
}

/** `$addToSet`, with $each. */
export function addToSet(argument: unknown, path: string): Change {
  const isEach = isPlainObject(argument) && '$each' in argument
  const items = each(isEach ? argument.$each : [argument], '$addToSet', '')
  const odd = isEach && Object.keys(argument).find((key) => key !== '$each')
  if (odd) throw updateFailed(`Found unexpected fields after $each in $addToSet: ${shellText(argument)}`)
  return (old) => {
    if (old !== MISSING && !Array.isArray(old)) {
      throw updateFailed(
        `Cannot apply $addToSet to non-array field. Field named '${path.split('.').at(-1)}' has non-array type ${typeName(old)}`,
      )
    }
    const list = old === MISSING ? [] : [...(old as unknown[])]
    for (const item of items) if (!list.some((have) => sameValue(have, item))) list.push(item)
    return list
  }
}

/** `$pull` of a value, of values meeting an operator, or of objects meeting a query. */
export function pull(argument: unknown): Change {
  return without(pullTest(argument))
}

function pullTest(argument: unknown): (item: unknown) => boolean {
  if (argument instanceof RegExp) return (item) => typeof item === 'string' && argument.test(item)
  if (!isPlainObject(argument)) return (item) => sameValue(item, argument)
  if (isOperatorObject(argument)) return elementTest(argument)
  const test = compileQuery(argument)
  return (item) => isPlainObject(item) && test(item)
}

/** `$pullAll` of a list of values. */
export function pullAll(argument: unknown): Change {
  if (!Array.isArray(argument)) {
    throw updateFailed(`$pullAll requires an array argument but was given a ${typeName(argument)}`)
  }
  return without((item) => argument.some((value) => sameValue(item, value)))
}

const without =
  (goes: (item: unknown) => boolean): Change =>
  (old) => {
    if (old === MISSING) return old
    if (!Array.isArray(old)) throw updateFailed('Cannot apply $pull to a non-array value')
    return old.some(goes) ? old.filter((item) => !goes(item)) : old
  }

/** `$pop` of the last (1) or first (-1) item. */
export function pop(argument: unknown, path: string): Change {
  if (argument !== 1 && argument !== -1) throw updateFailed(`$pop expects 1 or -1, found: ${shellText(argument)}`)
  return (old) => {
    if (old === MISSING) return old
    if (!Array.isArray(old)) {
      throw updateFailed(`Path '${path}' contains an element of non-array type '${typeName(old)}'`)
    }
    return argument === 1 ? old.slice(0, -1) : old.slice(1)
  }
}
