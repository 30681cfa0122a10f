import { encode } from './ejson'
import { requestFailed } from './faults'
import { isPlainObject, sameValue, type Doc } from './values'

/** Stands for a field that is not there. */
export const MISSING = Symbol('missing')

/** From the old value at a path (or MISSING) to the new one (or MISSING, to remove it). */
export type Change = (old: unknown) => unknown

/** Changes one path, copying only the objects along it; `creates` says whether missing parents are made. */
export function changeAt(doc: Doc, parts: string[], change: Change, creates: boolean): Doc {
  return step(doc, parts, 0, change, creates) as Doc
}

function step(parent: unknown, parts: string[], depth: number, change: Change, creates: boolean): unknown {
  const part = parts[depth] ?? ''
  if (Array.isArray(parent)) return stepIntoArray(parent, parts, depth, change, creates)
  if (!isPlainObject(parent)) {
    if (!creates) return parent
    const element = encode({ [parts[depth - 1] ?? '']: parent }).replace(/^\{"([^"]*)":/, '{$1: ')
    throw requestFailed(`[FailedOperation.Update] Cannot create field '${part}' in element ${element}`)
  }
  const old = Object.hasOwn(parent, part) ? parent[part] : MISSING
  const changed = changeChild(old, parts, depth, change, creates)
  if (changed === old || (changed !== MISSING && old !== MISSING && sameValue(changed, old))) return parent
  const copy = { ...parent }
  if (changed === MISSING) delete copy[part]
  else copy[part] = changed
  return copy
}

function stepIntoArray(list: unknown[], parts: string[], depth: number, change: Change, creates: boolean): unknown {
  const part = parts[depth] ?? ''
  if (part === '$[]') {
    const items = list.map((item) => removedToNull(changeChild(item, parts, depth, change, creates)))
    return items.some((item, i) => item !== list[i]) ? items : list
  }
  if (!/^\d+$/.test(part)) {
    if (!creates) return list
    const owner = parts[depth - 1] ?? ''
    throw requestFailed(`[FailedOperation.Update] Cannot create field '${part}' in element {${owner}: ${encode(list)}}`)
  }
  const at = Number(part)
  const old = at < list.length ? list[at] : MISSING
  const changed = changeChild(old, parts, depth, change, creates)
  if (changed === old || (changed !== MISSING && old !== MISSING && sameValue(changed, old))) return list
  if (at - list.length > 1_500_000) throw requestFailed(`can't backfill more than 1500000 elements`)
  const copy = [...list]
  while (copy.length < at) copy.push(null)
  copy[at] = removedToNull(changed)
  return copy
}

function changeChild(old: unknown, parts: string[], depth: number, change: Change, creates: boolean): unknown {
  if (depth === parts.length - 1) return change(old)
  if (old !== MISSING) return step(old, parts, depth + 1, change, creates)
  return creates ? step({}, parts, depth + 1, change, creates) : MISSING
}

// $unset on an item leaves null behind, so that the others keep their places.
const removedToNull = (value: unknown) => (value === MISSING ? null : value)
