// One word about one person: hours first, then the row, which is one still to confirm until it has a word. Two leaders
// may say different things at once: each writes the row only as it was when it began, and else begins again, so that
// whoever wrote the row last also wrote the hours last.
import type { Attendance } from '../contract'
import { dayOf } from '../domain/times'
import { pause } from '../ports/chance'
import type { ActivityDoc, LedgerEntry } from '../ports/documents'
import { dayFields, type DaySignup } from './day-rows'
import type { KnownWorld } from './kernel'
import { confirmEntry } from './ledger'
import type { KnownPerson } from './persons'

/** Leaders confirming the same person at the same moment. */
const mostAttempts = 12

/** What is said of one person; `own` are minutes of the caller's own, which wait for a second person. */
export interface Word {
  personId: string
  attendance: Attendance
  isHelper: boolean
  minutes: number
  own: number
  row: DaySignup
}

/** Whether a row says so already; also when a second person has agreed meanwhile. */
export const isGiven = ({ attendance, minutes, own }: Word, row: DaySignup): boolean =>
  row.attendance === attendance && (own > 0 ? row.own === own || row.minutes === own : row.minutes === minutes)

/** Writes a word; false when the day was closed meanwhile by another, whose word then stands. Harmless to repeat. */
export async function confirmOne(
  world: KnownWorld,
  activity: ActivityDoc,
  word: Word,
  person: KnownPerson | undefined,
): Promise<boolean> {
  const { store, trace } = world
  const { personId, attendance, minutes, own } = word
  let row = word.row
  let isDone = false
  for (let attempt = 0; attempt < mostAttempts && !isDone; attempt++) {
    // Also for none: an earlier word may have been cut off after its hours were written.
    const isNew = word.isHelper && (await confirmEntry(world, personId, entryFor(world, activity, minutes)))
    isDone = !isNew && isGiven(word, row) && (row.own ?? 0) === own
    if (isDone) continue
    const same = { _id: row._id, live: true, word: row.word ?? store.is.exists(false) }
    const said = { attendance, minutes, ...((own > 0 || row.own !== undefined) && { own }) }
    isDone = (await store.change('signups', same, { ...said, word: `${trace}_${attempt}` })) > 0
    if (isDone) continue
    await pause(attempt)
    const [now, state] = await Promise.all([
      store.read('signups', row._id, dayFields),
      store.read('activities', activity._id, ['settledAt']),
    ])
    const isOver = !!state?.settledAt
    if (now?.live && !isOver) {
      row = now
      continue
    }
    // She left, or another closed the day: the hours are what the row says.
    const stands = now?.live ? (now.minutes ?? 0) : 0
    if (word.isHelper) await confirmEntry(world, personId, entryFor(world, activity, stands))
    return !isOver || (!!now && isGiven(word, now))
  }
  if (!isDone) throw new Error('the row kept changing')
  await rememberMissed(world, activity, personId, attendance, person)
  return true
}

/** The plain entry of an activity in a ledger. */
const entryFor = (
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
