import { isNothing, numberOf, plain, strict, wholeOf, wrongType, type Operator } from './expression-call'
import { requestFailed } from './faults'

const one = (name: string, work: (value: number) => number): Operator =>
  strict(name, [1, 1], (value) => work(numberOf(name, value)))

const domain = (name: string, value: number, holds: boolean, wanted: string): number => {
  if (holds || Number.isNaN(value)) return value
  throw requestFailed(`${name}'s argument must be ${wanted}, but is ${value}`)
}

const summed = (name: string) => (total: { sum: number; isDate: boolean }, value: unknown) => {
  if (value instanceof Date) {
    if (total.isDate) throw requestFailed('only one date allowed in an $add expression')
    return { sum: total.sum + value.getTime(), isDate: true }
  }
  return { ...total, sum: total.sum + numberOf(name, value) }
}

const $add = strict('$add', [0, Infinity], (...values) => {
  const { sum, isDate } = values.reduce(summed('$add'), { sum: 0, isDate: false })
  return isDate ? new Date(Math.round(sum)) : sum
})

const $subtract = strict('$subtract', [2, 2], (a, b) => {
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (a instanceof Date && typeof b === 'number') return new Date(a.getTime() - Math.round(b))
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return wrongType('$subtract', 'numeric', typeof a === 'number' ? b : a)
})

const $divide = strict('$divide', [2, 2], (a, b) => {
  const [dividend, divisor] = [numberOf('$divide', a), numberOf('$divide', b)]
  if (divisor === 0) throw requestFailed("can't $divide by zero")
  return dividend / divisor
})

// mingo fails for null, and gives NaN for a modulus of zero.
const $mod = strict('$mod', [2, 2], (a, b) => {
  const [dividend, divisor] = [numberOf('$mod', a), numberOf('$mod', b)]
  if (divisor === 0) throw requestFailed("can't $mod by zero")
  return dividend % divisor
})

const $pow = strict('$pow', [2, 2], (a, b) => {
  const [base, exponent] = [numberOf('$pow', a), numberOf('$pow', b)]
  if (base === 0 && exponent < 0) throw requestFailed('$pow cannot take a base of 0 and a negative exponent')
  return base ** exponent
})

const $log = strict('$log', [2, 2], (a, b) => {
  const [value, base] = [numberOf('$log', a), numberOf('$log', b)]
  if (value <= 0) throw requestFailed(`$log's argument must be a positive number, but is ${value}`)
  if (base <= 0 || base === 1)
    throw requestFailed(`$log's base must be a positive number not equal to 1, but is ${base}`)
  // Math.log10 is exact for powers of ten, as MongoDB's quotient of logarithms nearly is.
  return Math.log(value) / Math.log(base)
})

/** Shifts by powers of ten through the decimal text, so that 2.675 is 2675 thousandths. */
const shifted = (value: number, by: number) => {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + by}`)
}

const halfEven = (value: number) => {
  const floor = Math.floor(value)
  const rest = value - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor
}

// mingo demands a list of arguments, and rounds some halves down.
const rounded = (name: string, round: (value: number) => number): Operator =>
  plain(name, [1, 2], (value, place = 0) => {
    if (isNothing(value) || isNothing(place)) return null
    const number = numberOf(name, value)
    const digits = wholeOf(name, place)
    if (digits < -20 || digits > 100) throw requestFailed(`cannot apply ${name} with precision value ${digits}`)
    return Number.isFinite(number) ? shifted(round(shifted(number, digits)), -digits) : number
  })

/** Operators on numbers. */
export const numberExpressions: Record<string, Operator> = {
  $abs: one('$abs', Math.abs),
  $add,
  $ceil: one('$ceil', Math.ceil),
  $divide,
  $exp: one('$exp', Math.exp),
  $floor: one('$floor', Math.floor),
  $ln: one('$ln', (value) => Math.log(domain('$ln', value, value > 0, 'a positive number'))),
  $log,
  $log10: one('$log10', (value) => Math.log10(domain('$log10', value, value > 0, 'a positive number'))),
  $mod,
  $multiply: strict('$multiply', [0, Infinity], (...values) =>
    values.reduce<number>((product, value) => product * numberOf('$multiply', value), 1),
  ),
  $pow,
  $round: rounded('$round', halfEven),
  $sqrt: one('$sqrt', (value) => Math.sqrt(domain('$sqrt', value, value >= 0, 'greater than or equal to 0'))),
  $subtract,
  $trunc: rounded('$trunc', Math.trunc),
}
