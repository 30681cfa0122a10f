// When a series meets, and what becomes of its meetings when the rule changes.
import { mostMeetings, refuse, type ActivityForm, type Refusal, type SeriesRule, type UnitForm } from '../contract'
import { bondOf } from './parties'
import { momentOfDay, startOfDay } from './times'
import { emptyUnits } from './units'

const dayLong = 24 * 3_600_000
/** 1 is Monday, 7 is Sunday. */
const weekdayOf = (day: string) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** The days of a rule in order, each yyyy-mm-dd, those left out not among them; at most one more than a series may have. */
export function daysOf({ weekdays, from, to, skip }: SeriesRule): string[] {
  const days: string[] = []
  const last = Date.parse(`${to}T00:00:00Z`)
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= last && days.length <= mostMeetings; at += dayLong) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (weekdays.includes(weekdayOf(day)) && !skip.includes(day)) days.push(day)
  }
  return days
}

/** Why these days make no series; null when they do. */
export function daysProblem(days: readonly string[]): Refusal<'series.no_meeting' | 'series.too_many'> | null {
  if (days.length === 0) return refuse('series.no_meeting')
  return days.length > mostMeetings ? refuse('series.too_many') : null
}

/**
 * The form of the meeting on a day: every time as far from the start as in the form given, except that sign-up for all
 * of them opens at one moment, so that somebody can sign up for all at once.
 */
export function meetingForm(form: ActivityForm, day: string): ActivityForm {
  const shift = momentOfDay(day) - startOfDay(form.startsAt)
  const moved = (at: number | null) => (at === null ? null : at + shift)
  return {
    ...form,
    startsAt: form.startsAt + shift,
    endsAt: form.endsAt + shift,
    closesAt: form.closesAt + shift,
    cancelBy: form.cancelBy + shift,
    drawAt: moved(form.drawAt),
    units: form.units.map((unit) => ({ ...unit, startsAt: moved(unit.startsAt), endsAt: moved(unit.endsAt) })),
  }
}

/** A meeting as the plan of an edit looks at it. */
export interface Meeting {
  id: string
  /** The day of the rule it stands for; '' for one that a rule before had and this series has no more. */
  day: string
  startsAt: number
  /** Changed or called off by itself: it stays as it is, and stands for its day. */
  isOwn: boolean
}

/** What an edit does: which meeting stands for which day, what is new, and what is called off. */
export interface Plan {
  /** Meetings that follow the rule, on their new day, which may be the old one. */
  follow: { id: string; day: string }[]
  /** Meetings that stay as they are, and the day they stand for; '' when the rule has none for them. */
  keep: { id: string; day: string }[]
  /** Days without a meeting yet. */
  add: string[]
  /** Meetings for which the rule has no day. */
  callOff: string[]
}

/**
 * How meetings follow a new rule from a day on. Whatever has begun, or stands for an earlier day, is not touched. A
 * meeting whose day the rule still has keeps it; the others take the days that are left, in their order. Days left
 * over get a new meeting, meetings left over are called off, unless they were changed by themselves. Doing it again,
 * or after half of it was done, comes to the same.
 */
export function planEdit(
  meetings: readonly Meeting[],
  days: readonly string[],
  fromDay: string,
  hasBegun: (meeting: Meeting) => boolean,
): Plan {
  const touched = meetings.filter((meeting) => meeting.day >= fromDay && !hasBegun(meeting)).sort(inOrder)
  const over = meetings.filter((meeting) => meeting.day !== '' && !touched.includes(meeting))
  const free = new Set(days.filter((day) => day >= fromDay && !over.some((meeting) => meeting.day === day)))
  const dayOf = new Map<string, string>()
  const take = (meeting: Meeting, day: string | undefined) => {
    if (day === undefined || !free.delete(day)) return
    dayOf.set(meeting.id, day)
  }
  // Those changed by themselves come first: a day they stand for needs no other meeting.
  for (const isOwn of [true, false])
    for (const meeting of touched) if (meeting.isOwn === isOwn && !dayOf.has(meeting.id)) take(meeting, meeting.day)
  const left = [...free].sort()
  for (const meeting of touched) if (!dayOf.has(meeting.id) && left.length > 0) take(meeting, left.shift())
  const placed = (isOwn: boolean) => touched.filter((meeting) => meeting.isOwn === isOwn)
  return {
    follow: placed(false).flatMap(({ id }) => (dayOf.has(id) ? [{ id, day: dayOf.get(id) ?? '' }] : [])),
    keep: placed(true).map(({ id }) => ({ id, day: dayOf.get(id) ?? '' })),
    add: [...free].sort(),
    callOff: placed(false).flatMap(({ id }) => (dayOf.has(id) ? [] : [id])),
  }
}

const inOrder = (a: Meeting, b: Meeting) =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1)

/** Somebody who comes every time: the post or slot she chose, and all with whom she signed up, herself included. */
export interface Regular {
  id: string
  unit: string | null
  party: readonly string[]
}

/** Parties of regulars in the order of their first; those who chose another post are another party. */
function partiesOfRegulars(regulars: readonly Regular[]): Regular[][] {
  const parties = new Map<string, Regular[]>()
  for (const regular of regulars) {
    const key = regular.party.length > 1 ? `${regular.unit ?? ''} ${bondOf([...regular.party].sort())}` : regular.id
    parties.set(key, [...(parties.get(key) ?? []), regular])
  }
  return [...parties.values()]
}

/**
 * The seats of a new meeting with its regulars in it: in their order each party that fits has seats, the others wait
 * side by side; a party larger than all there is stands one by one. Where coming is asked for, all of them ask.
 */
export function seatRegulars(
  regulars: readonly Regular[],
  { seatsLeft, units, isAsking }: { seatsLeft: number; units: readonly UnitForm[]; isAsking: boolean },
) {
  const whole = { holders: [] as string[], line: [] as string[], pool: [] as string[], bonds: [] as string[] }
  const seats = emptyUnits(units)
  const mostIn = ({ unit }: Regular) => units.find((each) => each.id === unit)?.capacity ?? seatsLeft
  const parties = partiesOfRegulars(regulars).flatMap((party) =>
    party.every((each) => party.length <= mostIn(each)) ? [party] : party.map((each) => [each]),
  )
  for (const party of parties) {
    const ids = party.map((each) => each.id)
    const unit = seats[party[0]?.unit ?? '']
    const left = unit ? unit.left : seatsLeft - whole.holders.length
    const list = isAsking ? 'pool' : ids.length <= left ? 'holders' : 'line'
    whole[list].push(...ids)
    if (list !== 'holders' && ids.length > 1) whole.bonds.push(bondOf(ids))
    if (!unit) continue
    unit[list] = [...(unit[list] ?? []), ...ids]
    if (list === 'holders') unit.left -= ids.length
    if (list === 'line') unit.waiting += ids.length
  }
  const { holders, line } = whole
  const counts = { seatsLeft: seatsLeft - holders.length, taken: holders.length, waiting: line.length }
  return { ...whole, ...counts, seats }
}
