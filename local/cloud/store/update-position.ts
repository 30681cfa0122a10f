import { requestFailed } from './faults'
import { compile } from './predicate'
import { isPlainObject, type Doc } from './values'

/** Which item of the array at `path` the query found first; it replaces the positional `$`. */
export function positionOf(doc: Doc, path: string, query: Doc): number {
  const list = path.split('.').reduce<unknown>((value, part) => (isPlainObject(value) ? value[part] : undefined), doc)
  const tests = compile(query).conditions.flatMap(([field, condition]) => {
    if (field === path) {
      const { test } = compile({ items: condition })
      return [(item: unknown) => test({ items: [item] })]
    }
    if (!field.startsWith(`${path}.`)) return []
    const { test } = compile({ [field.slice(path.length + 1)]: condition })
    return [(item: unknown) => isPlainObject(item) && test(item)]
  })
  const at = Array.isArray(list) && tests.length ? list.findIndex((item) => tests.every((test) => test(item))) : -1
  if (at >= 0) return at
  throw requestFailed('The positional operator did not find the match needed from the query.')
}
