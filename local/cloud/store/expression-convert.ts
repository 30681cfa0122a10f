import { parseDate } from './date-text'
import { requestFailed, unsupported } from './faults'
import { typeName } from './values'

const NAMES: Record<string, string> = {
  '1': 'double',
  '2': 'string',
  '8': 'bool',
  '9': 'date',
  '16': 'int',
  '18': 'long',
}
const LIMITS = { int: 2 ** 31, long: 2 ** 63 }

/** Converts as `$convert` does, or refuses; `to` is a type's name or number. Decimals and ObjectIds are not supported. */
export function convert(value: unknown, to: unknown): unknown {
  const name = NAMES[String(to)] ?? String(to)
  switch (name) {
    case 'double':
    case 'int':
    case 'long':
      return toNumber(value, name)
    case 'bool':
      return typeof value === 'number' ? value !== 0 : typeof value === 'boolean' ? value : true
    case 'string':
      return toText(value)
    case 'date':
      return toDate(value)
    case 'decimal':
    case 'objectId':
    case '7':
    case '19':
      throw unsupported(`conversion to ${name}`)
    default:
      throw requestFailed(`Unknown type name: ${name}`)
  }
}

const impossible = (value: unknown, to: string) =>
  requestFailed(`Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`)

function toNumber(value: unknown, to: 'double' | 'int' | 'long'): number {
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date && to !== 'int') return value.getTime()
  if (typeof value === 'string') return parsed(value, to)
  if (typeof value !== 'number') throw impossible(value, to)
  if (to === 'double') return value
  const whole = Math.trunc(value)
  if (whole >= -LIMITS[to] && whole < LIMITS[to]) return whole + 0
  throw requestFailed(`Conversion would overflow target type in $convert with no onError value: ${value}`)
}

function parsed(text: string, to: 'double' | 'int' | 'long'): number {
  const form = to === 'double' ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : /^[+-]?\d+$/
  const isOut = to !== 'double' && !(Number(text) >= -LIMITS[to] && Number(text) < LIMITS[to])
  if (form.test(text) && !isOut) return Number(text)
  throw requestFailed(`Failed to parse number '${text}' in $convert with no onError value`)
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw impossible(value, 'string')
}

function toDate(value: unknown): Date {
  if (value instanceof Date) return value
  if (typeof value === 'string') return parseDate(value, undefined, 'UTC', false)
  // A 32-bit number is no time to MongoDB.
  if (typeof value === 'number' && typeName(value) !== 'int') return new Date(Math.trunc(value))
  throw impossible(value, 'date')
}
