import { dayOfYear, isoWeek, isoWeekStart, utc, week } from './date-parts'
import { requestFailed } from './faults'
import { fromLocal, offsetAt, toLocal } from './time-zones'

const padded = (value: number, digits: number) => String(value).padStart(digits, '0')

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${padded(size % 60, 2)}`
}

/** Writes a date by MongoDB's specifiers, such as `%Y-%m-%d`, as clocks in a zone show it. */
export function formatDate(date: Date, format: string, zone: unknown): string {
  const local = toLocal(date, zone)
  const minutes = Math.round(offsetAt(zone, date.getTime()) / 60_000)
  const write: Record<string, () => string> = {
    Y: () => padded(local.getUTCFullYear(), 4),
    m: () => padded(local.getUTCMonth() + 1, 2),
    d: () => padded(local.getUTCDate(), 2),
    H: () => padded(local.getUTCHours(), 2),
    M: () => padded(local.getUTCMinutes(), 2),
    S: () => padded(local.getUTCSeconds(), 2),
    L: () => padded(local.getUTCMilliseconds(), 3),
    j: () => padded(dayOfYear(local), 3),
    w: () => String(local.getUTCDay() + 1),
    u: () => String(local.getUTCDay() || 7),
    U: () => padded(week(local), 2),
    V: () => padded(isoWeek(local).week, 2),
    G: () => padded(isoWeek(local).year, 4),
    z: () => offsetText(minutes),
    Z: () => `${minutes < 0 ? '-' : '+'}${padded(Math.abs(minutes), 3)}`,
    '%': () => '%',
  }
  return format.replace(/%([^]?)/g, (specifier, letter: string) => {
    const found = write[letter]
    if (!found) throw requestFailed(`Invalid format character '${specifier}' in format string`)
    return found()
  })
}

const ISO =
  /^\s*(?<Y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})(?:[Tt ]+(?<H>\d{1,2}):(?<M>\d{2})(?::(?<S>\d{2})(?:[.,](?<L>\d{1,9}))?)?)?\s*(?<z>[Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?\s*$/

const SPECIFIERS: Record<string, string> = {
  Y: '\\d{4}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  M: '\\d{1,2}',
  S: '\\d{1,2}',
  L: '\\d{1,3}',
  j: '\\d{1,3}',
  G: '\\d{4}',
  V: '\\d{1,2}',
  u: '[1-7]',
  z: '[Zz]|[+-]\\d{2}:?\\d{2}',
  Z: '[+-]\\d{1,3}',
}

function patternOf(format: string): RegExp {
  const source = format.replace(/%([^]?)|[^%]/g, (piece, letter?: string) => {
    if (letter === undefined) return piece.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
    if (letter === '%') return '%'
    const digits = SPECIFIERS[letter]
    if (!digits) throw requestFailed(`Invalid format character '${piece}' in format string`)
    return `(?<${letter}>${digits})`
  })
  return new RegExp(`^${source}$`)
}

/**
 * Reads a date: by MongoDB's specifiers, or without a format as ISO 8601 (a blank for the T, and slashes, are fine).
 * Other forms that MongoDB guesses at, such as `tomorrow`, are refused.
 */
export function parseDate(text: string, format: unknown, zone: unknown, zoneGiven: boolean): Date {
  const failed = () => requestFailed(`Error parsing date string '${text}'`)
  if (format !== undefined && typeof format !== 'string')
    throw requestFailed("$dateFromString requires that 'format' be a string")
  const found = (format === undefined ? ISO : patternOf(format)).exec(text)?.groups
  if (!found) throw failed()
  const number = (letter: string, missing: number) => Number(found[letter] ?? missing)
  const day = dayOf(found, number)
  const [hour, minute, second] = [number('H', 0), number('M', 0), number('S', 0)]
  if (day === undefined || hour > 23 || minute > 59 || second > 59) throw failed()
  const ms = Math.trunc(Number((found.L ?? '0').padEnd(3, '0').slice(0, 3)))
  const local = day + ((hour * 60 + minute) * 60 + second) * 1000 + ms
  const own = found.z ?? (found.Z === undefined ? undefined : offsetText(Number(found.Z)))
  if (own !== undefined && zoneGiven) {
    throw requestFailed(
      `you cannot pass in a date/time string with time zone information ('${own}') together with a timezone argument`,
    )
  }
  return fromLocal(local, own === undefined ? zone : own.toUpperCase())
}

function dayOf(found: Record<string, string | undefined>, number: (letter: string, missing: number) => number) {
  if (found.G !== undefined)
    return isoWeekStart(number('G', 1)) + ((number('V', 1) - 1) * 7 + number('u', 1) - 1) * 864e5
  if (found.Y === undefined) return undefined
  if (found.j !== undefined) return utc(number('Y', 1), 1, number('j', 1))
  if (found.m === undefined || found.d === undefined) return undefined
  const day = utc(number('Y', 1), number('m', 1), number('d', 1))
  // A 30th of February is no day.
  return new Date(day).getUTCDate() === number('d', 1) && new Date(day).getUTCMonth() + 1 === number('m', 1)
    ? day
    : undefined
}
