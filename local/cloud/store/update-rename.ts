import { updateFailed } from './faults'
import { shellText } from './shell-text'
import { changeAt, MISSING } from './update-path'
import { isPlainObject, type Doc } from './values'

const isDynamic = (path: string) => path.split('.').some((part) => part.startsWith('$'))

/** The new path of a `$rename`; throws where both paths together make no sense. */
export function readRename(path: string, target: unknown): string {
  const spec = `${path}: ${shellText(target)}`
  if (typeof target !== 'string') throw updateFailed(`The 'to' field for $rename must be a string: ${spec}`)
  if (path === target) throw updateFailed(`The source and target field for $rename must differ: ${spec}`)
  if (target.startsWith(`${path}.`) || path.startsWith(`${target}.`)) {
    throw updateFailed(`The source and target field for $rename must not be on the same path: ${spec}`)
  }
  if (isDynamic(path)) throw updateFailed(`The source field for $rename may not be dynamic: ${path}`)
  if (isDynamic(target)) throw updateFailed(`The destination field for $rename may not be dynamic: ${target}`)
  return target
}

/** Moves a field, if there is one, over whatever stands at its new path; neither path may lead through an array. */
export function renamed(doc: Doc, from: string[], to: string[]): Doc {
  const moved = valueAt(doc, from)
  if (moved === MISSING) return doc
  refuseArrays('source', doc, from)
  refuseArrays('destination', doc, to)
  const without = changeAt(doc, from, () => MISSING, 'leave')
  return changeAt(without, to, () => moved, 'create')
}

function valueAt(doc: Doc, parts: string[]): unknown {
  let value: unknown = doc
  for (const part of parts) {
    const isThere = (isPlainObject(value) || Array.isArray(value)) && Object.hasOwn(value, part)
    if (!isThere) return MISSING
    value = (value as Doc)[part]
  }
  return value
}

function refuseArrays(end: string, doc: Doc, parts: string[]): void {
  const array = parts.slice(0, -1).findIndex((_, i) => Array.isArray(valueAt(doc, parts.slice(0, i + 1))))
  if (array < 0) return
  throw updateFailed(
    `The ${end} field cannot be an array element, '${parts.join('.')}' in doc with _id: ${shellText(doc._id)} ` +
      `has an array field called '${parts[array]}'`,
  )
}
