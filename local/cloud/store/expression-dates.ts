import { evalExpr } from 'mingo/core'
import { isNothing, named, wrongType, type Operator } from './expression-call'
import { requestFailed } from './faults'
import { formatDate, parseDate } from './date-text'
import { dayOfYear, isoWeek, isoWeekStart, utc, week } from './date-parts'
import { fromLocal, toLocal } from './time-zones'
import { isPlainObject, typeName, type Doc } from './values'

/** The moment an operator is asked about: a Date, or a time in ms. */
function dateOf(value: unknown): Date {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to Date`)
}

// mingo mistakes {date, timezone} objects with null inside, several zones, and weeks and ISO years at a year's edge.
const part =
  (name: string, read: (local: Date) => number): Operator =>
  (doc, expression, options) => {
    if (Array.isArray(expression) && expression.length !== 1) {
      throw requestFailed(`${name} accepts exactly one argument if given an array, but was given ${expression.length}`)
    }
    const given: unknown = Array.isArray(expression) ? expression[0] : expression
    const isNamed = isPlainObject(given) && !Object.keys(given).some((key) => key.startsWith('$'))
    if (isNamed && !('date' in given)) throw requestFailed(`missing 'date' argument to ${name}`)
    const date = evalExpr(doc, isNamed ? given.date : given, options)
    const zone = isNamed && 'timezone' in given ? evalExpr(doc, given.timezone, options) : 'UTC'
    return isNothing(date) || isNothing(zone) ? null : read(toLocal(dateOf(date), zone))
  }

const DATE_PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond']
const ISO_PARTS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek', ...DATE_PARTS.slice(3)]

// mingo clamps days instead of carrying them over, knows no ISO weeks and takes today's offset of a zone.
const $dateFromParts = named('$dateFromParts', [...DATE_PARTS, ...ISO_PARTS, 'timezone'], (args) => {
  if (Object.values(args).some(isNothing)) return null
  const isIso = 'isoWeekYear' in args
  if (!isIso && !('year' in args))
    throw requestFailed('$dateFromParts requires either year or isoWeekYear to be present')
  const mixed = Object.keys(args).find((key) => key !== 'timezone' && !(isIso ? ISO_PARTS : DATE_PARTS).includes(key))
  if (mixed) throw requestFailed('$dateFromParts does not allow mixing natural dates with ISO dates')
  const whole = (key: string, missing: number) => {
    const value = args[key] ?? missing
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw requestFailed(`'${key}' must evaluate to an integer, found ${typeName(value)}`)
    }
    return value
  }
  const year = whole(isIso ? 'isoWeekYear' : 'year', 0)
  if (year < 1 || year > 9999)
    throw requestFailed(`'year' must evaluate to an integer in the range 1 to 9999, found ${year}`)
  const day = isIso
    ? isoWeekStart(year) + ((whole('isoWeek', 1) - 1) * 7 + whole('isoDayOfWeek', 1) - 1) * 86_400_000
    : utc(year, whole('month', 1), whole('day', 1))
  const time = ((whole('hour', 0) * 60 + whole('minute', 0)) * 60 + whole('second', 0)) * 1000 + whole('millisecond', 0)
  return fromLocal(day + time, args.timezone ?? 'UTC')
})

const $dateToParts = named('$dateToParts', ['date', 'timezone', 'iso8601'], (args) => {
  const { date, timezone = 'UTC', iso8601 = false } = args
  if (isNothing(date) || isNothing(timezone) || isNothing(iso8601)) return null
  const local = toLocal(dateOf(date), timezone)
  const time = {
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  }
  if (iso8601 !== true) {
    return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate(), ...time }
  }
  const iso = isoWeek(local)
  return { isoWeekYear: iso.year, isoWeek: iso.week, isoDayOfWeek: local.getUTCDay() || 7, ...time }
})

const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

// mingo replaces a specifier inside replaced text, and gives the calendar's year for %G.
const $dateToString = named('$dateToString', ['date', 'format', 'timezone', 'onNull'], (args) => {
  const { date, timezone = 'UTC', format = DEFAULT_FORMAT, onNull = null } = args
  if (isNothing(date)) return onNull
  if (isNothing(timezone) || isNothing(format)) return null
  if (typeof format !== 'string') return wrongType('$dateToString', 'string format', format)
  return formatDate(dateOf(date), format, timezone)
})

// mingo reads other forms of ISO dates than its own format not at all.
const $dateFromString: Operator = named(
  '$dateFromString',
  ['dateString', 'format', 'timezone', 'onError', 'onNull'],
  (args: Doc) => {
    const { dateString, format, timezone = 'UTC', onNull = null } = args
    if (isNothing(dateString)) return onNull
    if (isNothing(timezone) || format === null) return null
    try {
      if (typeof dateString !== 'string') throw requestFailed("$dateFromString requires that 'dateString' be a string")
      return parseDate(dateString, format, timezone, 'timezone' in args)
    } catch (error) {
      if ('onError' in args) return args.onError
      throw error
    }
  },
)

/** Operators on dates, with time zones as names of the IANA database or offsets. */
export const dateExpressions: Record<string, Operator> = {
  $year: part('$year', (local) => local.getUTCFullYear()),
  $month: part('$month', (local) => local.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (local) => local.getUTCDate()),
  $dayOfWeek: part('$dayOfWeek', (local) => local.getUTCDay() + 1),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $hour: part('$hour', (local) => local.getUTCHours()),
  $minute: part('$minute', (local) => local.getUTCMinutes()),
  $second: part('$second', (local) => local.getUTCSeconds()),
  $millisecond: part('$millisecond', (local) => local.getUTCMilliseconds()),
  $week: part('$week', week),
  $isoWeek: part('$isoWeek', (local) => isoWeek(local).week),
  $isoWeekYear: part('$isoWeekYear', (local) => isoWeek(local).year),
  $isoDayOfWeek: part('$isoDayOfWeek', (local) => local.getUTCDay() || 7),
  $dateFromParts,
  $dateToParts,
  $dateToString,
  $dateFromString,
}
