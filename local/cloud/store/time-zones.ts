import { requestFailed } from './faults'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  let made: Intl.DateTimeFormat
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${zone}"`)
  }
  formats.set(zone, made)
  return made
}

/** How far a zone is ahead of UTC at a moment, in milliseconds; a name of the IANA database, `+08`, `+0800` or `+08:00`. */
export function offsetAt(zone: unknown, time: number): number {
  if (typeof zone !== 'string') throw requestFailed('timezone must evaluate to a string')
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (fixed) return (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * (fixed[1] === '-' ? -60_000 : 60_000)
  const parts = new Map(
    formatOf(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  )
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year')
  const day = new Date(0).setUTCFullYear(year, number('month') - 1, number('day'))
  const local = day + ((number('hour') * 60 + number('minute')) * 60 + number('second')) * 1000
  return local - Math.floor(time / 1000) * 1000
}

/** A date whose UTC fields are what clocks in the zone show. */
export const toLocal = (date: Date, zone: unknown): Date => new Date(date.getTime() + offsetAt(zone, date.getTime()))

/** The moment at which clocks in the zone show this; the earlier one when they show it twice. */
export function fromLocal(local: number, zone: unknown): Date {
  const guess = local - offsetAt(zone, local)
  return new Date(local - offsetAt(zone, guess))
}
