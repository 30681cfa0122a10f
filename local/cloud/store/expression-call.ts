import { evalExpr } from 'mingo/core'
import type * as expressions from 'mingo/operators/expression'
import { requestFailed } from './faults'
import { isPlainObject, typeName, type Doc } from './values'

/** An operator as mingo calls it. */
export type Operator = (...args: Parameters<typeof expressions.$literal>) => ReturnType<typeof expressions.$literal>

type Options = Parameters<Operator>[2]

/** An operator over a list of evaluated arguments; a single one may come without a list. */
export const plain =
  (name: string, [least, most]: [number, number], work: (...args: unknown[]) => unknown): Operator =>
  (doc, expression, options) => {
    const given: unknown[] = Array.isArray(expression) ? expression : [expression]
    if (given.length < least || given.length > most) {
      const wanted = least === most ? `exactly ${least}` : `at least ${least} and no more than ${most}`
      throw requestFailed(`Expression ${name} takes ${wanted} arguments. ${given.length} were passed in.`)
    }
    return work(...given.map((argument) => evalExpr(doc, argument, options)))
  }

/** Like `plain`, for operators that answer null when any argument is null or missing. */
export const strict = (name: string, counts: [number, number], work: (...args: unknown[]) => unknown): Operator =>
  plain(name, counts, (...args) => (args.some(isNothing) ? null : work(...args)))

/** An operator over an object of named arguments, each evaluated. */
export const named =
  (name: string, known: string[], work: (args: Doc) => unknown): Operator =>
  (doc, expression, options) =>
    work(namedArguments(name, known, doc, expression, options))

/** The evaluated arguments of an operator that takes an object; absent ones are absent. */
export function namedArguments(
  name: string,
  known: string[],
  doc: unknown,
  expression: unknown,
  options: Options,
): Doc {
  if (!isPlainObject(expression)) throw requestFailed(`${name} only supports an object as its argument`)
  const odd = Object.keys(expression).find((key) => !known.includes(key))
  if (odd) throw requestFailed(`Unrecognized argument to ${name}: ${odd}`)
  return Object.fromEntries(Object.entries(expression).map(([key, value]) => [key, evalExpr(doc, value, options)]))
}

/** Null or missing. */
export const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined

/** What counts as true in an expression: everything but false, zero, null and what is missing. */
export const isTrue = (value: unknown): boolean => value !== false && value !== 0 && !isNothing(value)

/** Refuses a value of the wrong type. */
export function wrongType(name: string, wanted: string, value: unknown): never {
  throw requestFailed(`${name} only supports ${wanted} types, not ${typeName(value)}`)
}

/** The list, or a refusal. */
export function listOf(name: string, value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : wrongType(name, 'array', value)
}

/** The number, or a refusal. */
export const numberOf = (name: string, value: unknown): number =>
  typeof value === 'number' ? value : wrongType(name, 'numeric', value)

/** The whole number, or a refusal. */
export const wholeOf = (name: string, value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) ? value : wrongType(name, 'integral', value)

/** The text, or a refusal. */
export const textOf = (name: string, value: unknown): string =>
  typeof value === 'string' ? value : wrongType(name, 'string', value)
