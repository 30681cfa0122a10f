import type { Attendance, Colour } from '@core/contract'
import { roleIn } from '@core/domain/attendance'
import { servedMinutes } from '@core/domain/hours'
import { calendar, dayOf } from '@core/domain/times'
import type { ActivityDoc, LedgerDoc, LedgerEntry, Missed, RecapDoc, SignupDoc } from '@core/ports/documents'
import { day, hour, minute } from './calendar'
import type { Chance } from './chance'

/** What was confirmed of the past: hours of each person, and how one activity went. */
export interface Confirmed {
  ledgers: LedgerDoc[]
  recaps: RecapDoc[]
  /** Who did not come without a word, and has not come since. */
  missed: Map<string, Missed>
}

const serving: readonly Colour[] = ['green', 'yellow', 'blue']
/** So many activities of hers, at least, made her serve. */
const herServices = 6
/** A leader has this long to confirm a day before she is behind. */
const leftOpen = 2 * day

interface Wanted {
  now: number
  activities: readonly ActivityDoc[]
  rows: readonly SignupDoc[]
  /** 梁文娟, and the teams that 苏桂兰 leads. */
  her: string
  led: readonly string[]
}

/** Confirms past days of 柳湾: who came, for how long, and with that everybody's ledger. */
export function confirmPast(chance: Chance, wanted: Wanted): Confirmed {
  const { now, activities, rows, her, led } = wanted
  const of = new Map<string, SignupDoc[]>()
  for (const row of rows) of.set(row.activityId, [...(of.get(row.activityId) ?? []), row])
  const past = activities.filter(
    ({ state, communityId, endsAt }) => state === 'ended' && communityId === 'liuwan' && endsAt < now - leftOpen,
  )
  const own = past.filter(({ holders, seriesId }) => holders.includes(her) && !seriesId)
  const served = own.filter(({ colour }) => serving.includes(colour))
  const others = own.filter(({ colour }) => !serving.includes(colour))
  const hers = new Set([...served, ...others.slice(0, Math.max(0, herServices - served.length))])
  const missed = new Map<string, Missed>()
  const ledgers = new Map<string, LedgerDoc>()
  for (const activity of past) {
    const serves = serving.includes(activity.colour) || hers.has(activity)
    if (!serves && !led.includes(activity.teamId)) continue
    if (!activity.units?.length) activity.serves = serves
    activity.settledAt = Math.min(activity.endsAt + chance.whole(1, 20) * hour, now - hour)
    for (const row of of.get(activity._id) ?? []) {
      if (row.state !== 'in') continue
      confirmRow(chance, activity, row, row.personId === her)
      if (row.attendance === 'absent') {
        missed.set(row.personId, { activityId: activity._id, title: activity.title, at: activity.startsAt })
      } else if (row.attendance !== 'excused') missed.delete(row.personId)
      if (roleIn(activity, row.unit) === 'helper') enter(ledgers, activity, row)
    }
  }
  const last = served.at(-1) ?? [...hers].at(-1)
  return { missed, ledgers: [...ledgers.values()], recaps: last ? [recapOf(chance, last, of.get(last._id) ?? [])] : [] }
}

function confirmRow(chance: Chance, activity: ActivityDoc, row: SignupDoc, isSure: boolean): void {
  const luck = isSure ? 0 : chance.next()
  const attendance: Attendance = luck < 0.86 ? 'came' : luck < 0.93 ? 'late' : luck < 0.97 ? 'excused' : 'absent'
  row.attendance = attendance
  row.minutes = 0
  if (attendance !== 'came' && attendance !== 'late') return
  const inAt = row.startsAt + (attendance === 'late' ? chance.whole(12, 30) : chance.whole(-14, 6)) * minute
  const outAt = row.endsAt + chance.whole(-6, 10) * minute
  Object.assign(row, { via: 'name', ins: [inAt], outs: [outAt] })
  if (roleIn(activity, row.unit) !== 'helper') return
  row.minutes = servedMinutes({ inAt, outAt, startsAt: row.startsAt, endsAt: row.endsAt })
}

function enter(ledgers: Map<string, LedgerDoc>, activity: ActivityDoc, { personId, minutes = 0 }: SignupDoc): void {
  if (minutes === 0) return
  const { _id: id, teamId, colour, title, teamName, place, startsAt, settledAt } = activity
  const year = calendar(startsAt).year
  const _id = `${personId}_${year}`
  const ledger = ledgers.get(_id) ?? { _id, personId, year, minutes: 0, entries: [] }
  ledgers.set(_id, ledger)
  const entry: LedgerEntry = {
    ...{ id, activityId: id, teamId, colour, title, teamName, place: place.name, day: dayOf(startsAt), minutes },
    ...{ kind: 'confirmed', at: settledAt ?? startsAt, by: activity.createdBy, approvedBy: '', reason: '' },
  }
  ledger.entries.push(entry)
  ledger.minutes += minutes
}

const said = ['下次还来', '组织得很好，就是风有点大', '']

function recapOf(chance: Chance, activity: ActivityDoc, rows: readonly SignupDoc[]): RecapDoc {
  const came = rows.filter(({ attendance }) => attendance === 'came' || attendance === 'late')
  const at = (activity.settledAt ?? activity.endsAt) + 20 * minute
  const raters = came.slice(0, 5)
  const marks: RecapDoc['marks'] = {}
  for (const row of raters) {
    const mark = { stars: chance.pick([4, 5, 5]), words: chance.pick(said), at: at + 10 * minute }
    marks[row.personId] = mark
    row.stars = mark.stars
  }
  return {
    _id: activity._id,
    teamId: activity.teamId,
    served: came.length + 18,
    words: '人来得齐，活儿干得快。中间歇了一刻钟，喝了社区备的热水，聊了聊下个月还想做什么。',
    thanks: '谢谢大家一早就来，辛苦了。',
    pictures: [],
    at,
    by: activity.createdBy,
    revision: 1,
    marks,
    looked: 0,
    counted: { at, came: came.length, minutes: came.reduce((sum, { minutes = 0 }) => sum + minutes, 0) },
    owed: [],
  }
}
