import { requestFailed, unsupported } from './faults'
import { changeAt, MISSING, type Change } from './update-path'
import { changeFor } from './update-operators'
import { positionOf } from './update-position'
import { isPlainObject, type Doc } from './values'

/**
 * Applies `{$set: …, $inc: …}` and returns the new document, sharing what did not change; the very same document
 * comes back when nothing did. `query` resolves the positional `$`; `now` is for $currentDate.
 */
export function applyUpdate(doc: Doc, operators: Doc, query: Doc, now: number): Doc {
  const paths: string[] = []
  let result = doc
  const edit = (path: string, change: Change, creates: boolean) => {
    refuseOverlap(paths, path)
    result = changeAt(result, concrete(result, path, query), change, creates)
  }
  for (const [operator, fields] of Object.entries(operators)) {
    if (!isPlainObject(fields)) throw requestFailed(`Modifiers operate on fields but we found type ${typeof fields}`)
    for (const [path, argument] of Object.entries(fields)) {
      if (path === '_id' || path.startsWith('_id.')) {
        if (operator === '$set' && argument === doc._id) continue
        throw requestFailed(`Performing an update on the path '_id' would modify the immutable field '_id'`)
      }
      if (operator === '$setOnInsert') continue
      if (operator === '$rename') rename(path, argument, edit)
      else {
        const { change, creates } = changeFor(operator, argument, path, doc, now)
        edit(path, change, creates)
      }
    }
  }
  return result
}

function rename(path: string, target: unknown, edit: (path: string, change: Change, creates: boolean) => void): void {
  if (typeof target !== 'string') throw requestFailed(`The 'to' field for $rename must be a string`)
  let moved: unknown = MISSING
  edit(
    path,
    (old) => {
      moved = old
      return MISSING
    },
    false,
  )
  edit(target, (old) => (moved === MISSING ? old : moved), moved !== MISSING)
}

function refuseOverlap(paths: string[], path: string): void {
  const clash = paths.find((other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`))
  if (clash) throw requestFailed(`Updating the path '${path}' would create a conflict at '${clash}'`)
  paths.push(path)
}

function concrete(doc: Doc, path: string, query: Doc): string[] {
  const parts = path.split('.')
  const dollar = parts.indexOf('$')
  if (dollar > 0) parts[dollar] = String(positionOf(doc, parts.slice(0, dollar).join('.'), query))
  const odd = parts.find((part) => part.startsWith('$') && part !== '$[]')
  if (odd?.startsWith('$[')) throw unsupported(`array filters (${odd})`)
  if (odd) throw requestFailed(`The dollar ($) prefixed field '${odd}' in '${path}' is not valid for storage.`)
  if (parts.includes('')) throw requestFailed(`The update path '${path}' contains an empty field name`)
  return parts
}

/** Refuses field names the database cannot store, at any depth. */
export function refuseFieldNames(value: unknown, path = ''): void {
  if (Array.isArray(value)) value.forEach((item, i) => refuseFieldNames(item, `${path}${i}.`))
  if (!isPlainObject(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$')) {
      throw requestFailed(`The dollar ($) prefixed field '${key}' in '${path}${key}' is not valid for storage.`)
    }
    refuseFieldNames(inner, `${path}${key}.`)
  }
}
