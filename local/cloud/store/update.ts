import { updateFailed } from './faults'
import { refuseNullByte } from './field-names'
import { typeName } from './shell-text'
import { refuseOverlap, refuseOverlapFound } from './update-conflicts'
import { operationOf, type Operation } from './update-operators'
import { changeAt } from './update-path'
import { positionOf } from './update-position'
import { readRename, renamed } from './update-rename'
import { isPlainObject, sameValue, type Doc } from './values'

type Edit = { parts: string[] } & (Operation | { from: string[] })

/** An update's edits, in the order in which they are done. */
export interface Update {
  edits: Edit[]
  /** What `$setOnInsert` adds for a document that was not there. */
  onInsert: Edit[]
  /** True when a path holds `$` or `$[]`, so that paths may turn out to be one. */
  isDynamic: boolean
}

/** Reads `{$set: …, $inc: …}`; throws what is wrong with it whatever the document. `now` is for $currentDate. */
export function readUpdate(operators: Doc, now: number): Update {
  const update: Update = { edits: [], onInsert: [], isDynamic: false }
  const taken: string[][] = []
  for (const [operator, fields] of Object.entries(operators)) {
    if (!isPlainObject(fields)) {
      throw updateFailed(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: ` +
          `{$mod: {<field>: ...}} not {${operator}: ${JSON.stringify(fields)}}`,
      )
    }
    for (const [path, argument] of Object.entries(fields)) {
      const parts = partsOf(path)
      refuseOverlap(taken, parts)
      if (operator === '$rename') {
        const target = partsOf(readRename(path, argument))
        refuseOverlap(taken, target)
        update.edits.push({ parts: target, from: parts })
        continue
      }
      const edit = { parts, ...operationOf(operator, argument, path, now) }
      if (operator === '$setOnInsert') update.onInsert.push(edit)
      else update.edits.push(edit)
    }
  }
  update.isDynamic = taken.some((parts) => parts.some((part) => part.startsWith('$')))
  // MongoDB before 5.0 goes by the names of the fields, which shows in the order of those that are made.
  update.edits.sort((a, b) => compareParts(a.parts, b.parts))
  return update
}

/**
 * The document after the update, sharing what did not change; the very same document comes back when nothing did.
 * `query` resolves the positional `$`; `isNew` adds what is set on insert.
 */
export function applyUpdate(doc: Doc, update: Update, query: Doc, isNew = false): Doc {
  const taken: string[][] = []
  let result = doc
  for (const edit of isNew ? [...update.edits, ...update.onInsert] : update.edits) {
    const parts = update.isDynamic ? resolved(result, edit.parts, query) : edit.parts
    if (update.isDynamic) refuseOverlapFound(taken, parts)
    result = 'from' in edit ? renamed(result, edit.from, parts) : changeAt(result, parts, edit.change, edit.missing)
  }
  if (!isNew && !sameValue(result._id, doc._id)) {
    throw updateFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
  return result
}

const compareParts = (a: string[], b: string[]) => {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return (a[i] ?? '') < (b[i] ?? '') ? -1 : 1
  }
  return a.length - b.length
}

function partsOf(path: string): string[] {
  if (!path) throw updateFailed('An empty update path is not valid.')
  refuseNullByte(path)
  const parts = path.split('.')
  if (parts.includes('')) {
    throw updateFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  }
  if (parts.filter((part) => part === '$').length > 1) {
    throw updateFailed(`Too many positional (i.e. '$') elements found in path '${path}'`)
  }
  const odd = parts.find((part, i) => part.startsWith('$') && (i === 0 || !/^\$(\[.*\])?$/.test(part)))
  const isUnsafe = parts.includes('__proto__')
  if (odd || isUnsafe) {
    throw updateFailed(
      odd
        ? `The dollar ($) prefixed field '${odd}' in '${path}' is not valid for storage.`
        : `local cloud does not support the field name '__proto__' in '${path}'`,
    )
  }
  const named = parts.map((part) => /^\$\[(.+)\]$/.exec(part)?.[1]).find(Boolean)
  // The SDK has no way to send array filters.
  if (named) throw updateFailed(`No array filter found for identifier '${named}' in path '${path}'`)
  return parts
}

function resolved(doc: Doc, parts: string[], query: Doc): string[] {
  const dollar = parts.indexOf('$')
  if (dollar < 0) return parts
  const found = [...parts]
  found[dollar] = String(positionOf(doc, parts.slice(0, dollar).join('.'), query))
  return found
}
