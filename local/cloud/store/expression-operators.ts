import { evalExpr } from 'mingo/core'
import * as mingo from 'mingo/operators/expression'
import { isNothing, isTrue, namedArguments, plain, type Operator } from './expression-call'
import { convert } from './expression-convert'
import { dateExpressions } from './expression-dates'
import { listExpressions } from './expression-lists'
import { numberExpressions } from './expression-numbers'
import { stringExpressions } from './expression-strings'
import { folds } from './folds'
import { requestFailed } from './faults'
import { compareValues, isPlainObject, typeName } from './values'

// mingo finds nothing more or less than a value of another type, opens lists for equality, and calls null missing.
const compared = (name: string, holds: (order: number) => boolean): Operator =>
  plain(name, [2, 2], (a, b) => holds(compareValues(a, b)))

// mingo takes every JavaScript falsehood for false, such as the empty text.
const $cond: Operator = (doc, expression, options) => {
  const odd = isPlainObject(expression) && Object.keys(expression).find((key) => !['if', 'then', 'else'].includes(key))
  if (odd) throw requestFailed(`Unrecognized parameter to $cond: ${odd}`)
  const [test, yes, no] = (
    Array.isArray(expression)
      ? expression
      : isPlainObject(expression)
        ? [expression.if, expression.then, expression.else]
        : []
  ) as unknown[]
  if (test === undefined || yes === undefined || no === undefined) throw requestFailed('$cond needs if, then and else')
  return evalExpr(doc, isTrue(evalExpr(doc, test, options)) ? yes : no, options)
}

// mingo answers nothing where no branch fits.
const $switch: Operator = (doc, expression, options) => {
  if (!isPlainObject(expression) || !Array.isArray(expression.branches) || !expression.branches.length) {
    throw requestFailed('$switch requires at least one branch.')
  }
  const found = (expression.branches as unknown[]).find((branch) => {
    if (!isPlainObject(branch) || !('case' in branch) || !('then' in branch)) {
      throw requestFailed("$switch requires each branch have a 'case' and a 'then' expression")
    }
    return isTrue(evalExpr(doc, branch.case, options))
  })
  if (found) return evalExpr(doc, (found as { then: unknown }).then, options)
  if ('default' in expression) return evalExpr(doc, expression.default, options)
  throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.')
}

const $and: Operator = (doc, expression, options) =>
  (Array.isArray(expression) ? (expression as unknown[]) : [expression]).every((part) =>
    isTrue(evalExpr(doc, part, options)),
  )

const $or: Operator = (doc, expression, options) =>
  (Array.isArray(expression) ? (expression as unknown[]) : [expression]).some((part) =>
    isTrue(evalExpr(doc, part, options)),
  )

const $ifNull: Operator = (doc, expression, options) => {
  if (!Array.isArray(expression) || expression.length < 2) throw requestFailed('$ifNull needs at least two arguments')
  for (const part of expression as unknown[]) {
    const value = evalExpr(doc, part, options)
    if (!isNothing(value)) return value
  }
  return evalExpr(doc, expression[expression.length - 1], options)
}

// mingo calls the item `this` besides the name it is given, and lets outer names shadow it.
const eachItem =
  (name: string, body: string, work: (items: unknown[], test: (item: unknown) => unknown) => unknown): Operator =>
  (doc, expression, options) => {
    if (!isPlainObject(expression) || !('input' in expression) || !(body in expression)) {
      throw requestFailed(`Missing 'input' or '${body}' parameter to ${name}`)
    }
    const odd = Object.keys(expression).find((key) => !['input', 'as', body].includes(key))
    if (odd) throw requestFailed(`Unrecognized parameter to ${name}: ${odd}`)
    const input = evalExpr(doc, expression.input, options)
    if (isNothing(input)) return null
    if (!Array.isArray(input)) throw requestFailed(`input to ${name} must be an array not ${typeName(input)}`)
    const as = typeof expression.as === 'string' ? expression.as : 'this'
    return work(input as unknown[], (item) =>
      mingo.$let(doc, { vars: { [as]: { $literal: item } }, in: expression[body] }, options),
    )
  }

const $convert: Operator = (doc, expression, options) => {
  const args = namedArguments('$convert', ['input', 'to', 'onError', 'onNull'], doc, expression, options)
  if (isNothing(args.input)) return args.onNull ?? null
  if (isNothing(args.to)) return null
  try {
    return convert(args.input, args.to)
  } catch (error) {
    if (isPlainObject(expression) && 'onError' in expression) return args.onError
    throw error
  }
}

const converted = (name: string, to: string): Operator =>
  plain(name, [1, 1], (value) => (isNothing(value) ? null : convert(value, to)))

// $sum and its like over the items of one list, or over several values.
const folded = Object.fromEntries(
  ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'].map((name) => [
    name,
    plain(name, [1, Infinity], (...values) => {
      const list = values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values
      return folds[name]?.(list)
    }),
  ]),
)

// From mingo as they are: what MongoDB 4.4 has besides.
const { $literal, $let, $acos, $acosh, $asin, $asinh, $atan, $atan2, $atanh, $cos, $cosh, $sin, $sinh, $tan, $tanh } =
  mingo
const { $degreesToRadians, $radiansToDegrees } = mingo
const trigonometry = { $acos, $acosh, $asin, $asinh, $atan, $atan2, $atanh, $cos, $cosh, $sin, $sinh, $tan, $tanh }

/** Every expression operator there is: those of MongoDB 4.4, most of them in the place of mingo's. */
export const expressionOperators: Record<string, Operator> = {
  $literal,
  $let: $let as Operator,
  ...trigonometry,
  $degreesToRadians,
  $radiansToDegrees,
  ...numberExpressions,
  ...stringExpressions,
  ...listExpressions,
  ...dateExpressions,
  ...folded,
  $cmp: plain('$cmp', [2, 2], (a, b) => Math.sign(compareValues(a, b))),
  $eq: compared('$eq', (order) => order === 0),
  $ne: compared('$ne', (order) => order !== 0),
  $gt: compared('$gt', (order) => order > 0),
  $gte: compared('$gte', (order) => order >= 0),
  $lt: compared('$lt', (order) => order < 0),
  $lte: compared('$lte', (order) => order <= 0),
  $and,
  $or,
  $not: plain('$not', [1, 1], (value) => !isTrue(value)),
  $cond,
  $switch,
  $ifNull,
  $map: eachItem('$map', 'in', (items, valueOf) => items.map((item) => valueOf(item) ?? null)),
  $filter: eachItem('$filter', 'cond', (items, valueOf) => items.filter((item) => isTrue(valueOf(item)))),
  $type: plain('$type', [1, 1], typeName),
  $isNumber: plain('$isNumber', [1, 1], (value) => typeof value === 'number'),
  $convert,
  $toBool: converted('$toBool', 'bool'),
  $toDate: converted('$toDate', 'date'),
  $toDouble: converted('$toDouble', 'double'),
  $toInt: converted('$toInt', 'int'),
  $toLong: converted('$toLong', 'long'),
  $toString: converted('$toString', 'string'),
}
