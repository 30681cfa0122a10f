/** A seven-field schedule of the platform: second minute hour day month weekday year, in UTC+8. */
export interface Cron {
  text: string
  fields: ((value: number) => boolean)[]
}

const RANGES: [min: number, max: number][] = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
  [1970, 2099],
]
const NAMES = [
  [],
  [],
  [],
  [],
  ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
  [],
]
const EAST_8 = 8 * 3600_000

/** Reads a schedule; `where` begins the error's sentence. */
export function parseCron(text: string, where: string): Cron {
  const parts = text.trim().split(/\s+/)
  if (parts.length !== 7) throw new Error(`${where}: "${text}" must have 7 fields (second … year)`)
  return { text, fields: parts.map((part, i) => parseField(part, i, `${where}: "${text}"`)) }
}

function parseField(text: string, at: number, where: string): (value: number) => boolean {
  const tests = text.split(',').map((part) => parsePart(part, at, where))
  return (value) => tests.some((test) => test(value))
}

function parsePart(part: string, at: number, where: string): (value: number) => boolean {
  const [min, max] = RANGES[at] ?? [0, 0]
  const [range = '', stepText] = part.split('/')
  const step = stepText === undefined ? 1 : Number(stepText)
  const [fromText = '', toText] = range.split('-')
  const isAll = range === '*' || range === '?'
  const from = isAll ? min : numberOf(fromText, at)
  const to = isAll || (stepText !== undefined && toText === undefined) ? max : numberOf(toText ?? fromText, at)
  if (![from, to, step].every(Number.isInteger) || from < min || to > max || from > to || step < 1) {
    throw new Error(`${where}: field ${at + 1} is not understood (${part})`)
  }
  return (value) => value >= from && value <= to && (value - from) % step === 0
}

function numberOf(text: string, at: number): number {
  const named = NAMES[at]?.indexOf(text.toUpperCase()) ?? -1
  return named >= 0 && text ? named : /^\d+$/.test(text) ? Number(text) : NaN
}

/** True when the schedule fires in the second that holds `time` (ms). */
export function firesAt(cron: Cron, time: number): boolean {
  const at = new Date(time + EAST_8)
  const values = [
    at.getUTCSeconds(),
    at.getUTCMinutes(),
    at.getUTCHours(),
    at.getUTCDate(),
    at.getUTCMonth() + 1,
    at.getUTCDay(),
    at.getUTCFullYear(),
  ]
  return cron.fields.every((matches, i) => matches(values[i] ?? 0))
}
