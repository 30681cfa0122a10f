// The leader confirms who came and how long, and closes the day.
import { isRefusal, refuse, settleDay, type InputOf, type Refusal } from '../contract'
import { roleIn } from '../domain/attendance'
import { hoursWords, mostMinutes } from '../domain/hours'
import { timesOf } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import { note } from './audit'
import { confirmOne, isGiven, type Word } from './day-confirm'
import { askForOwn } from './day-own'
import { signupsOf, type DaySignup } from './day-rows'
import { promiseFollowUp } from './follow-ups'
import { forActivityDesk, type KnownWorld } from './kernel'
import { knownPersons, type KnownPerson } from './persons'

export const settle = forActivityDesk(settleDay, async ({ id, rows: wanted, done }, world, { activity }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  if (activity.state === 'cancelled') return refuse('activity.called_off', { reason: activity.reason })
  if (world.now < activity.startsAt) return refuse('day.not_begun')
  const { store } = world
  const people = wanted.map(({ personId }) => personId)
  const [rows, known] = await Promise.all([signupsOf(world, id, people), knownPersons(world, people)])
  const words: Word[] = []
  for (const each of wanted) {
    const word = wordOn(world, activity, each, rows.get(each.personId))
    if (isRefusal(word)) return word
    if (word) words.push(word)
  }
  const sums = {
    settled: words.length,
    minutes: words.reduce((sum, each) => sum + each.minutes, 0),
    asked: words.reduce((sum, each) => sum + each.own, 0),
  }
  // Looked at again right before the first write: somebody else may have closed the day while people were looked up.
  const closed = activity.settledAt ?? (await store.read('activities', id, ['settledAt']))?.settledAt
  if (closed) {
    // A repeated call finds its own word kept, also where its twin has kept it just now; a new one has to be a correction.
    const now = await signupsOf(world, id, people)
    const isKept = words.every((each) => isGiven(each, now.get(each.personId) ?? each.row))
    return isKept ? { ...sums, settledAt: closed } : refuse('day.settled')
  }
  if (!(await confirmAll(world, activity, words, known))) return refuse('day.settled')
  if (!done) return { ...sums, settledAt: null }
  const missing = await unconfirmed(world, activity)
  if (missing > 0) return refuse('day.rows_missing', { count: missing })
  await askForOwn(world, activity)
  const { is } = store
  const open = { _id: id, settledAt: is.or(is.exists(false), is.eq(null)) }
  await store.change('activities', open, { settledAt: world.now, touchedAt: world.now })
  await note(world, 'day.settle', id, 'once', ['settledAt'])
  const after = await store.read('activities', id, ['settledAt'])
  return { ...sums, settledAt: after?.settledAt ?? world.now }
})

type Wanted = InputOf<typeof settleDay>['rows'][number]

/** The word about somebody with a seat; null for everybody else. */
function wordOn(
  { id }: KnownWorld,
  activity: ActivityDoc,
  { personId, attendance, minutes }: Wanted,
  row: DaySignup | undefined,
): Word | Refusal<'hours.too_many'> | null {
  if (!row?.live || !activity.holders.includes(personId)) return null
  const isHelper = roleIn(activity, row.unit) === 'helper'
  const word = { personId, attendance, row, isHelper, minutes: 0, own: 0 }
  if (!isHelper || (attendance !== 'came' && attendance !== 'late')) return word
  const most = mostMinutes(timesOf(activity, row.unit))
  if (minutes > most) return refuse('hours.too_many', { most: hoursWords(most) })
  // What another confirmed for her she may repeat or lower.
  const isForOther = personId !== id || minutes <= (row.minutes ?? 0)
  return isForOther ? { ...word, minutes } : { ...word, own: minutes }
}

/** Writes all words; false when another closed the day meanwhile. Cut off, the timer lets hours follow the rows. */
async function confirmAll(
  world: KnownWorld,
  activity: ActivityDoc,
  words: readonly Word[],
  known: ReadonlyMap<string, KnownPerson>,
): Promise<boolean> {
  const people = words.flatMap(({ isHelper, personId }) => (isHelper ? personId : []))
  const hours = { kind: 'hours', activityId: activity._id, people } as const
  const done = people.length > 0 ? await promiseFollowUp(world, hours) : undefined
  const isKept = await Promise.all(words.map((each) => confirmOne(world, activity, each, known.get(each.personId))))
  await done?.()
  return !isKept.includes(false)
}

/** How many with a seat still wait for a word. */
const unconfirmed = ({ store }: KnownWorld, { _id }: ActivityDoc): Promise<number> =>
  store.count('signups', {
    activityId: _id,
    state: store.is.in(['in', 'offered']),
    attendance: store.is.exists(false),
  })
