import { updateFailed } from './faults'
import { changeAt } from './update-path'
import { isOperatorObject, isPlainObject, type Doc } from './values'

/** What a query says a document must equal; a document made because none was found begins with it. */
export function equalFields(query: Doc): Doc {
  const equal: [string, unknown][] = []
  gather(query, equal)
  let doc: Doc = {}
  for (const [path, value] of equal) {
    const clash = equal.find(([other]) => other !== path && path.startsWith(`${other}.`))
    if (clash) {
      throw updateFailed(`cannot infer query fields to set, both paths '${path}' and '${clash[0]}' are matched`)
    }
    if (equal.filter(([other]) => other === path).length > 1) {
      throw updateFailed(`cannot infer query fields to set, path '${path}' is matched twice`)
    }
    doc = changeAt(doc, path.split('.'), () => value, 'create')
  }
  return doc
}

function gather(query: Doc, into: [string, unknown][]): void {
  for (const [key, condition] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(condition)) condition.filter(isPlainObject).forEach((one) => gather(one, into))
    if (key.startsWith('$') || condition instanceof RegExp) continue
    if (!isOperatorObject(condition)) into.push([key, condition])
    else if ('$eq' in condition) into.push([key, condition.$eq])
  }
}
