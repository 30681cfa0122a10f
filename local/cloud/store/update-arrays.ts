import { Query } from 'mingo/query'
import { encode } from './ejson'
import { requestFailed, unsupported } from './faults'
import { queryContext, throughMingo } from './mingo-context'
import { elementTest } from './query-operators'
import { readSort, sortBy } from './sorting'
import { typeName } from './update-operators'
import { MISSING, type Change } from './update-path'
import { compareValues, isOperatorObject, isPlainObject, sameValue, type Doc } from './values'

const options = { context: queryContext }

function listAt(operator: string, old: unknown, path: string, doc: Doc): unknown[] {
  if (old === MISSING) return []
  if (Array.isArray(old)) return old as unknown[]
  const id = encode(doc._id)
  throw requestFailed(
    operator === '$addToSet'
      ? `[FailedOperation.Update] Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(old)}`
      : `[FailedOperation.Update] The field '${path}' must be an array but is of type ${typeName(old)} in document {_id: ${id}}`,
  )
}

/** `$push`, with $each, $position, $sort and $slice. */
export function push(argument: unknown, path: string, doc: Doc): Change {
  const spec = isPlainObject(argument) && '$each' in argument ? argument : { $each: [argument] }
  const { $each, $position, $slice, $sort, ...odd } = spec as Doc
  const unknown = Object.keys(odd)[0]
  if (unknown) throw requestFailed(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray($each)) throw requestFailed('The argument to $each in $push must be an array')
  return (old) => {
    const list = listAt('$push', old, path, doc)
    const at = typeof $position === 'number' ? $position : list.length
    const pushed = [...list.slice(0, at), ...($each as unknown[]), ...list.slice(at)]
    return sliced(sorted(pushed, $sort), $slice)
  }
}

function sorted(list: unknown[], spec: unknown): unknown[] {
  if (spec === undefined) return list
  if (typeof spec === 'number') return [...list].sort((a, b) => compareValues(a, b) * spec)
  return sortBy(list, readSort(spec as Doc), (item) => (isPlainObject(item) ? item : {}))
}

function sliced(list: unknown[], count: unknown): unknown[] {
  if (typeof count !== 'number') return list
  if (count === 0) return []
  return count > 0 ? list.slice(0, count) : list.slice(count)
}

/** `$addToSet`, with $each. */
export function addToSet(argument: unknown, path: string, doc: Doc): Change {
  const each: unknown = isPlainObject(argument) && '$each' in argument ? argument.$each : [argument]
  if (!Array.isArray(each)) throw requestFailed('The argument to $each in $addToSet must be an array')
  return (old) => {
    const list = [...listAt('$addToSet', old, path, doc)]
    for (const item of each) if (!list.some((have) => sameValue(have, item))) list.push(item)
    return list
  }
}

/** `$pull` of a value, of values meeting an operator, or of objects meeting a query. */
export function pull(argument: unknown): Change {
  const goes = pullTest(argument)
  return (old) => {
    if (!Array.isArray(old)) return old
    return old.some(goes) ? old.filter((item) => !goes(item)) : old
  }
}

function pullTest(argument: unknown): (item: unknown) => boolean {
  if (argument instanceof RegExp) return (item) => typeof item === 'string' && argument.test(item)
  if (!isPlainObject(argument)) return (item) => sameValue(item, argument)
  if (isOperatorObject(argument)) return throughMingo(() => elementTest(argument, options))
  const query = throughMingo(() => new Query<Doc>(argument, options))
  return (item) => isPlainObject(item) && throughMingo(() => query.test(item))
}

/** `$pullAll` of a list of values. */
export function pullAll(argument: unknown): Change {
  if (!Array.isArray(argument)) throw requestFailed('$pullAll requires an array argument')
  const goes = (item: unknown) => argument.some((value) => sameValue(item, value))
  return (old) => (Array.isArray(old) && old.some(goes) ? old.filter((item) => !goes(item)) : old)
}

/** `$pop` of the last (1) or first (-1) item. */
export function pop(argument: unknown): Change {
  if (argument !== 1 && argument !== -1) throw unsupported(`$pop with ${encode(argument)}`)
  return (old) => {
    if (!Array.isArray(old) || !old.length) return old
    return argument === 1 ? old.slice(0, -1) : old.slice(1)
  }
}
