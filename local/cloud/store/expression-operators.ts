import { evalExpr } from 'mingo/core'
import * as expressions from 'mingo/operators/expression'
import { requestFailed } from './faults'

type Operator = typeof expressions.$dayOfYear

// mingo counts one week too many.
const $week: Operator = (doc, expression, options) => {
  const day = expressions.$dayOfYear(doc, expression, options)
  const weekday = expressions.$dayOfWeek(doc, expression, options) - 1
  return Math.floor((day + 6 - weekday) / 7)
}

const $indexOfCP = (doc: object, expression: unknown, options: Parameters<Operator>[2]): number | null => {
  const [text, part, from = 0, to] = evalExpr(doc, expression, options) as unknown[]
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') throw requestFailed('$indexOfCP requires strings')
  const points = [...text].slice(0, typeof to === 'number' ? to : undefined)
  const before = points.slice(0, Number(from)).join('').length
  const at = points.join('').indexOf(part, before)
  return at < 0 ? -1 : [...text.slice(0, at)].length
}

/** Expressions that take the place of mingo's, or that it lacks. */
export const mendedExpressions = { $week, $indexOfCP }
