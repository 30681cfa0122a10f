import { requestFailed } from './faults'
import { compile } from './predicate'
import { isOperatorObject, isPlainObject, type Doc } from './values'

/** Conditions that say what an array is not, or what it is as a whole: MongoDB takes no position from them. */
const withoutPosition = ['$ne', '$nin', '$not', '$nor', '$exists', '$size', '$type', '$expr']

const at = (doc: Doc, path: string) =>
  path.split('.').reduce<unknown>((value, part) => (isPlainObject(value) ? value[part] : undefined), doc)

/** The arrays of a document in which this query looks for an item, by path. */
function arraysSearched(doc: Doc, query: Doc): Set<string> {
  const found = compile(query).conditions.flatMap(([field, condition]) => {
    if (Array.isArray(condition)) return []
    if (isOperatorObject(condition) && Object.keys(condition).every((key) => withoutPosition.includes(key))) return []
    const parts = field.split('.')
    const paths = parts.map((_, n) => parts.slice(0, n + 1).join('.'))
    const array = paths.find((path) => Array.isArray(at(doc, path)))
    // `line.3` names its item itself.
    return array === undefined || /^\d+$/.test(field.slice(array.length + 1)) ? [] : [array]
  })
  return new Set(found)
}

/**
 * Which item of the array at `path` the query found first; it replaces the positional `$`. Refused when the query finds
 * items in several arrays: MongoDB keeps one position, of whichever it looked at last, and may write into the wrong item.
 */
export function positionOf(doc: Doc, path: string, query: Doc): number {
  const searched = arraysSearched(doc, query)
  if (searched.size > 1) {
    const names = [...searched].sort().join(', ')
    throw requestFailed(`The positional operator is ambiguous: the query matches items of several arrays (${names}).`)
  }
  const list = at(doc, path)
  const tests = compile(query).conditions.flatMap(([field, condition]) => {
    if (field === path) {
      const { test } = compile({ items: condition })
      return [(item: unknown) => test({ items: [item] })]
    }
    if (!field.startsWith(`${path}.`)) return []
    const { test } = compile({ [field.slice(path.length + 1)]: condition })
    return [(item: unknown) => isPlainObject(item) && test(item)]
  })
  const index = Array.isArray(list) && tests.length ? list.findIndex((item) => tests.every((test) => test(item))) : -1
  if (index >= 0) return index
  throw requestFailed('The positional operator did not find the match needed from the query.')
}
