import { Context, evalExpr } from 'mingo/core'
import { type Operator } from './expression-call'
import { expressionOperators } from './expression-operators'
import { CloudFault, requestFailed, unsupported } from './faults'
import { isPlainObject } from './values'

type Options = Parameters<Operator>[2]

type Changeable = Options & { update: (locals: { root: undefined }) => Options }

let captured: Options | undefined

// mingo copies all operators for every evaluation unless it gets options of its own making, which only operators see.
const $capture: Operator = (_doc, _expression, options) => {
  captured = (options as Changeable).update({ root: undefined })
  return null
}

const context = Context.init({ expression: { ...expressionOperators, $capture } })

function options(): Options {
  if (!captured) evalExpr({}, { $capture: null }, { context } as Options)
  return captured as Options
}

/** Runs mingo and turns its complaints into the platform's; an unknown operator becomes a loud "does not support". */
export function throughMingo<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudFault) throw error
    const message = error instanceof Error ? error.message : String(error)
    const unknown = /^(?:unknown|unregistered|accumulator) .*?(\$\w+)/.exec(message)
    throw unknown ? unsupported(`the expression operator ${unknown[1] ?? message}`) : requestFailed(message)
  }
}

/** Makes an expression a function of a document; a missing value is `undefined`. */
export function evaluator(expression: unknown): (doc: unknown) => unknown {
  check(expression)
  if (typeof expression !== 'string' && (typeof expression !== 'object' || expression === null)) return () => expression
  const own = options()
  return (doc) => throughMingo(() => evalExpr(doc, expression, own))
}

// mingo reads what every JavaScript object inherits as a field.
const isInherited = (part: string) => part.replace(/^\$+/, '') in Object.prototype

/** Names what mingo would take for something else than MongoDB does. */
function check(expression: unknown): void {
  if (typeof expression === 'string' && expression.startsWith('$')) {
    // MongoDB finds nothing by position in an expression, where mingo finds the item.
    if (/\.\d+(\.|$)/.test(expression)) throw unsupported(`positions in the path of an expression, ${expression}`)
    if (/^\$\$(NOW|CLUSTER_TIME|SEARCH_META|USER_ROLES)\b/.test(expression)) throw unsupported(expression)
    if (expression.split('.').some(isInherited)) throw unsupported(`the path ${expression} of an expression`)
    if (expression === '$' || expression === '$$') throw requestFailed("'$' by itself is not a valid FieldPath")
  }
  if (Array.isArray(expression)) expression.forEach(check)
  if (!isPlainObject(expression)) return
  const keys = Object.keys(expression)
  if (keys.includes('$capture')) throw unsupported('the expression operator $capture')
  if (keys.some((key) => key.startsWith('$')) && keys.length > 1) {
    throw requestFailed(
      `An object representing an expression must have exactly one field: ${JSON.stringify(expression)}`,
    )
  }
  if (!keys.includes('$literal')) Object.values(expression).forEach(check)
}
