import { Context } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { requestFailed, unsupported, CloudFault } from './faults'
import { mendedExpressions } from './expression-operators'
import { mendedQueryOperators } from './query-operators'
import { readSort, sortBy } from './sorting'
import { isPlainObject, type Doc } from './values'

type Stage = typeof stages.$sort
type Operators = Parameters<typeof Context.init>[0]

// Stages that write, scripts and schema checks would act behind the store's back or need a validator of their own.
const REFUSED = ['$out', '$merge', '$documents', '$where', '$jsonSchema', '$function', '$accumulator', '$lookup']

function keep<T extends object>(operators: T, replaced: string[] = []): T {
  const kept = Object.entries(operators).filter(([name]) => !REFUSED.includes(name) && !replaced.includes(name))
  return Object.fromEntries(kept) as T
}

const $sort: Stage = (list, spec) =>
  list.transform<Doc>((docs) => Lazy(sortBy(docs as unknown as Doc[], readSort(spec), (doc) => doc)))

/** Looks the operators up for queries and projections, and for aggregation together with a store's own `$lookup`. */
export function createContext(lookup?: (list: Parameters<Stage>[0], spec: unknown) => ReturnType<Stage>): Context {
  const operators: NonNullable<Operators> = {
    accumulator: keep(accumulators),
    expression: { ...keep(expressions, Object.keys(mendedExpressions)), ...mendedExpressions },
    projection: projections,
    query: { ...keep(queries, Object.keys(mendedQueryOperators)), ...mendedQueryOperators },
    pipeline: { ...keep(stages, ['$sort']), $sort, ...(lookup && { $lookup: lookup }) },
  }
  return Context.init(operators)
}

/** The context for queries and projections. */
export const queryContext = createContext()

/** Runs mingo and turns its complaints into the platform's; an unknown operator becomes a loud "does not support". */
export function throughMingo<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudFault) throw error
    const message = error instanceof Error ? error.message : String(error)
    const unknown = /^(?:unknown|unregistered|accumulator) .*?(\$\w+)/.exec(message)
    throw unknown ? unsupported(unknown[1] ?? message) : requestFailed(`[FailedOperation] ${message}`)
  }
}

/** Names the first operator that needs an index type we do not have, anywhere inside a query or pipeline. */
export function refuseUnsupported(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseUnsupported)
  if (!isPlainObject(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (/^\$(geo|near|text$|search$|jsonSchema$|where$|function$|accumulator$)/.test(key)) throw unsupported(key)
    refuseUnsupported(inner)
  }
}
