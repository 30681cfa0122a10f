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

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3600_000, 24 * 3600_000]

/** True when the schedule fires in the second that holds `time` (ms). */
export const firesAt = (cron: Cron, time: number): boolean => mismatchAt(cron, time) === undefined

/** True when the schedule fires in any second from that of `from` to that of `to` (ms), however far apart. */
export function firesWithin(cron: Cron, from: number, to: number): boolean {
  for (let at = from; at <= to;) {
    const unit = mismatchAt(cron, at)
    if (unit === undefined) return true
    // The rest of a day, hour or minute that does not match cannot match.
    at = (Math.floor((at + EAST_8) / unit) + 1) * unit - EAST_8
  }
  return false
}

// The longest unit of time, in ms, that `time` lies in and the schedule leaves out.
function mismatchAt({ fields }: Cron, time: number): number | undefined {
  const at = new Date(time + EAST_8)
  const isOut = (field: number, value: number) => fields[field]?.(value) === false
  const isOtherDay =
    isOut(3, at.getUTCDate()) ||
    isOut(4, at.getUTCMonth() + 1) ||
    isOut(5, at.getUTCDay()) ||
    isOut(6, at.getUTCFullYear())
  if (isOtherDay) return DAY
  if (isOut(2, at.getUTCHours())) return HOUR
  if (isOut(1, at.getUTCMinutes())) return MINUTE
  return isOut(0, at.getUTCSeconds()) ? SECOND : undefined
}
