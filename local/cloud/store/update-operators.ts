import { unsupported, updateFailed } from './faults'
import { shellText, typeName } from './shell-text'
import { addToSet, pop, pull, pullAll, push } from './update-arrays'
import { MISSING, type Change, type Missing } from './update-path'
import { compareValues, isPlainObject } from './values'

/** What one operator does at one path, and what it does when there is no such path. */
export interface Operation {
  change: Change
  missing: Missing
}

/** Finds the meaning of an operator with its argument. */
export function operationOf(operator: string, argument: unknown, path: string, now: number): Operation {
  const made = creating(operator, argument, path, now)
  if (made) return { change: made, missing: 'create' }
  if (operator === '$unset') return { change: () => MISSING, missing: 'leave' }
  const reduced = reducing(operator, argument, path)
  if (reduced) return { change: reduced, missing: 'refuse' }
  throw updateFailed(`Unknown modifier: ${operator}`)
}

function creating(operator: string, argument: unknown, path: string, now: number): Change | undefined {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return () => argument
    case '$inc':
      return arithmetic('$inc', 'increment', argument, path, (old, by) => old + by, argument)
    case '$mul':
      return arithmetic('$mul', 'multiply', argument, path, (old, by) => old * by, 0)
    case '$min':
      return (old) => (old === MISSING || compareValues(argument, old) < 0 ? argument : old)
    case '$max':
      return (old) => (old === MISSING || compareValues(argument, old) > 0 ? argument : old)
    case '$push':
      return push(argument, path)
    case '$addToSet':
      return addToSet(argument, path)
    case '$bit':
      return bit(argument, path)
    case '$currentDate':
      return currentDate(argument, now)
    default:
      return undefined
  }
}

function reducing(operator: string, argument: unknown, path: string): Change | undefined {
  switch (operator) {
    case '$pull':
      return pull(argument)
    case '$pullAll':
      return pullAll(argument)
    case '$pop':
      return pop(argument, path)
    default:
      return undefined
  }
}

function arithmetic(
  operator: string,
  verb: string,
  by: unknown,
  path: string,
  compute: (old: number, by: number) => number,
  whenMissing: unknown,
): Change {
  if (typeof by !== 'number') {
    throw updateFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${shellText(by)}}`)
  }
  return (old, doc) => {
    if (old === MISSING) return whenMissing
    if (typeof old === 'number') return compute(old, by)
    throw updateFailed(
      `Cannot apply ${operator} to a value of non-numeric type. {_id: ${shellText(doc._id)}} has ` +
        `the field '${lastOf(path)}' of non-numeric type ${typeName(old)}`,
    )
  }
}

const lastOf = (path: string) => path.split('.').at(-1) ?? path

const BITWISE: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

function bit(argument: unknown, path: string): Change {
  if (!isPlainObject(argument)) {
    throw updateFailed(
      'The $bit modifier is not compatible with a ' +
        `${typeName(argument)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    )
  }
  const steps = Object.entries(argument).map(([name, by]) => {
    const work = Object.hasOwn(BITWISE, name) ? BITWISE[name] : undefined
    if (!work) {
      throw updateFailed(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`,
      )
    }
    if (!Number.isInteger(by)) {
      throw updateFailed(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(by)}' is not supported here: {${name}: ${shellText(by)}}`,
      )
    }
    return (old: bigint) => work(old, BigInt(by as number))
  })
  return (old, doc) => {
    if (old !== MISSING && !Number.isInteger(old)) {
      throw updateFailed(
        `Cannot apply $bit to a value of non-integral type._id: ${shellText(doc._id)} has the field ${lastOf(path)} of ` +
          `non-integer type ${typeName(old)}`,
      )
    }
    return Number(steps.reduce((value, step) => step(value), BigInt(old === MISSING ? 0 : (old as number))))
  }
}

function currentDate(argument: unknown, now: number): Change {
  if (isPlainObject(argument) && argument.$type !== 'date') throw unsupported('$currentDate as a timestamp')
  return () => new Date(now)
}
