// The leader confirms who came and how long. Hours first, then the row: a row without a word is one still to confirm.
import { refuse, settleDay, type Attendance } from '../contract'
import { roleIn } from '../domain/attendance'
import { dayOf } from '../domain/times'
import type { ActivityDoc, LedgerEntry } from '../ports/documents'
import { note } from './audit'
import { signupsOf, type DaySignup } from './day-rows'
import { forActivityDesk, type KnownWorld } from './kernel'
import { confirmEntry } from './ledger'
import { knownPersons, type KnownPerson } from './persons'

interface Confirmed {
  personId: string
  attendance: Attendance
  minutes: number
  row: DaySignup
}

export const settle = forActivityDesk(settleDay, async ({ id, rows: wanted, done }, world, { activity }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  if (activity.state === 'cancelled') return refuse('activity.called_off', { reason: activity.reason })
  if (world.now < activity.startsAt) return refuse('day.not_begun')
  const people = wanted.map(({ personId }) => personId)
  const [rows, known] = await Promise.all([signupsOf(world, id, people), knownPersons(world, people)])
  const confirmed = wanted.flatMap(({ personId, attendance, minutes }): Confirmed[] => {
    const row = rows.get(personId)
    if (!row?.live) return []
    const serves = roleIn(activity, row.unit) === 'helper' && (attendance === 'came' || attendance === 'late')
    return [{ personId, attendance, minutes: serves ? minutes : 0, row }]
  })
  const minutes = confirmed.reduce((sum, each) => sum + each.minutes, 0)
  const isSame = ({ row, attendance, minutes: one }: Confirmed) => row.attendance === attendance && row.minutes === one
  if (activity.settledAt) {
    // A repeated call finds its own word kept; a new one has to be a correction.
    if (!confirmed.every(isSame)) return refuse('day.settled')
    return { settled: confirmed.length, settledAt: activity.settledAt, minutes }
  }
  await Promise.all(confirmed.map((each) => confirmOne(world, activity, each, known.get(each.personId))))
  if (!done) return { settled: confirmed.length, settledAt: null, minutes }
  const missing = await unconfirmed(world, activity)
  if (missing > 0) return refuse('day.rows_missing', { count: missing })
  const { is } = world.store
  const open = { _id: id, settledAt: is.or(is.exists(false), is.eq(null)) }
  await world.store.change('activities', open, { settledAt: world.now, touchedAt: world.now })
  await note(world, 'day.settle', id, 'once', ['settledAt'])
  const after = await world.store.read('activities', id, ['settledAt'])
  return { settled: confirmed.length, settledAt: after?.settledAt ?? world.now, minutes }
})

/** How many with a seat still wait for a word. */
const unconfirmed = ({ store }: KnownWorld, { _id }: ActivityDoc): Promise<number> =>
  store.count('signups', {
    activityId: _id,
    state: store.is.in(['in', 'offered']),
    attendance: store.is.exists(false),
  })

async function confirmOne(
  world: KnownWorld,
  activity: ActivityDoc,
  { personId, attendance, minutes, row }: Confirmed,
  person: KnownPerson | undefined,
): Promise<void> {
  // Also for none: an earlier word may have been cut off after its hours were written.
  const isHelper = roleIn(activity, row.unit) === 'helper'
  if (isHelper) await confirmEntry(world, personId, entryFor(world, activity, minutes))
  await world.store.change('signups', { _id: row._id }, { attendance, minutes })
  await rememberMissed(world, activity, personId, attendance, person)
}

/** The plain entry of an activity in a ledger. */
export const entryFor = (
  { now, id: by }: KnownWorld,
  { _id, teamId, colour, title, teamName, place, startsAt }: ActivityDoc,
  minutes: number,
): LedgerEntry => ({
  id: _id,
  activityId: _id,
  ...{ teamId, colour, title, teamName, minutes, by },
  place: place.name,
  day: dayOf(startsAt),
  kind: 'confirmed',
  at: now,
  approvedBy: '',
  reason: '',
})

/** Who did not come without a word is remembered by it until she next comes. */
async function rememberMissed(
  { store }: KnownWorld,
  { _id: activityId, title, startsAt }: ActivityDoc,
  personId: string,
  attendance: Attendance,
  person: KnownPerson | undefined,
): Promise<void> {
  const before = person?.missed ?? null
  const where = { _id: personId }
  const collection = personId.startsWith('p') ? 'people' : 'dependents'
  if (attendance === 'absent') {
    const isNewer = !before || before.at < startsAt
    if (isNewer) await store.change(collection, where, { missed: store.is.set({ activityId, title, at: startsAt }) })
    return
  }
  const isOver = before && (before.activityId === activityId || (attendance !== 'excused' && before.at <= startsAt))
  if (isOver) await store.change(collection, where, { missed: store.is.set(null) })
}
