import { encode } from './ejson'
import { requestFailed, unsupported } from './faults'
import { addToSet, pop, pull, pullAll, push } from './update-arrays'
import { MISSING, type Change } from './update-path'
import { compareValues, isPlainObject, type Doc } from './values'

/** What one operator does at one path, and whether it makes missing parents. */
export interface Operation {
  change: Change
  creates: boolean
}

/** Finds the meaning of an operator with its argument. */
export function changeFor(operator: string, argument: unknown, path: string, doc: Doc, now: number): Operation {
  const made = creating(operator, argument, path, doc, now)
  if (made) return { change: made, creates: true }
  const reduced = reducing(operator, argument)
  if (reduced) return { change: reduced, creates: false }
  throw unsupported(`the update operator ${operator}`)
}

function creating(operator: string, argument: unknown, path: string, doc: Doc, now: number): Change | undefined {
  switch (operator) {
    case '$set':
      return () => argument
    case '$inc':
      return arithmetic('$inc', 'increment', argument, path, doc, (old, by) => old + by, argument)
    case '$mul':
      return arithmetic('$mul', 'multiply', argument, path, doc, (old, by) => old * by, 0)
    case '$min':
      return (old) => (old === MISSING || compareValues(argument, old) < 0 ? argument : old)
    case '$max':
      return (old) => (old === MISSING || compareValues(argument, old) > 0 ? argument : old)
    case '$push':
      return push(argument, path, doc)
    case '$addToSet':
      return addToSet(argument, path, doc)
    case '$currentDate':
      if (isPlainObject(argument) && argument.$type !== 'date') throw unsupported('$currentDate as a timestamp')
      return () => new Date(now)
    default:
      return undefined
  }
}

function reducing(operator: string, argument: unknown): Change | undefined {
  switch (operator) {
    case '$unset':
      return () => MISSING
    case '$pull':
      return pull(argument)
    case '$pullAll':
      return pullAll(argument)
    case '$pop':
      return pop(argument)
    default:
      return undefined
  }
}

function arithmetic(
  operator: string,
  verb: string,
  by: unknown,
  path: string,
  doc: Doc,
  compute: (old: number, by: number) => number,
  whenMissing: unknown,
): Change {
  if (typeof by !== 'number') {
    throw requestFailed(`[FailedOperation.Update] Cannot ${verb} with non-numeric argument: {${path}: ${encode(by)}}`)
  }
  return (old) => {
    if (old === MISSING) return whenMissing
    if (typeof old === 'number') return compute(old, by)
    const field = path.split('.').at(-1) ?? path
    throw requestFailed(
      `[FailedOperation.Update] Cannot apply ${operator} to a value of non-numeric type. {_id: ${encode(doc._id)}} has ` +
        `the field '${field}' of non-numeric type ${typeName(old)}`,
    )
  }
}

/** The BSON name of a value's type, for messages. */
export function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (typeof value === 'boolean') return 'bool'
  return typeof value
}
