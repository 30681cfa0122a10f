// Where an account that goes took part: what is to come is given up, what was stays as a number under an id of nobody.
import { inAtOf } from '../domain/attendance'
import { pause } from '../ports/chance'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { giveUp } from './activity-leave'
import type { Leaver } from './erase-me'
import { endFiles } from './file-ending'
import { addEntry, ledgersOf } from './ledger'
import { each } from './series-meeting'
import { beRegularsNoMore } from './series-regulars'
import type { World } from './world'

/** Rows that go over together. */
const pageSize = 50
/** Others join and leave meanwhile; so often we look again. */
const mostAttempts = 12

/** Gives up what is to come and takes her name off what was; says how many seats were given up. */
export async function leaveRows(world: World, leaver: Leaver): Promise<number> {
  const { store } = world
  const { id } = leaver
  await beRegularsNoMore(world, [id])
  let givenUp = 0
  for (;;) {
    const rows = await store.find('signups', { personId: id }, { limit: pageSize })
    if (rows.length === 0) break
    await each(rows, async (row) => {
      if (await leaveOne(world, leaver, row)) givenUp += 1
    })
    await forgetIn(
      world,
      leaver,
      rows.map((row) => row.activityId),
    )
  }
  await leaveHours(world, leaver)
  return givenUp
}

/** One sign-up; true when a seat, or a place in the line, was given up. */
async function leaveOne(world: World, leaver: Leaver, row: SignupDoc): Promise<boolean> {
  const { store, ids, now } = world
  const { id, former } = leaver
  const { _id, activityId, party = [] } = row
  const isToCome = row.live && row.endsAt > now && inAtOf(row) === null
  const activity = isToCome ? await store.read('activities', activityId) : null
  if (activity) await giveUp(world, activity, id, 'withdrawn')
  const together = party.filter((other) => other !== id).map((other) => ids.row(activityId, other))
  await store.change('signups', { _id: store.is.in(together), party: id }, { 'party.$': former })
  // The row first: a place that has one is never taken for one that was left.
  if (row.live && !activity)
    await store.add('signups', { ...numbersOf(row), _id: ids.row(activityId, former), personId: former })
  await renamePlaces(world, activityId, leaver)
  await store.remove('signups', { _id })
  return activity !== null
}

/** What stays of a sign-up: when it was and how long, nothing that she or others said. */
function numbersOf(row: SignupDoc): Omit<SignupDoc, '_id' | 'personId'> {
  const { activityId, teamId, state, live, since, startsAt, endsAt, answerBy } = row
  const { unit, ins, outs, undone, homes, outAssumed, via, attendance, minutes, own } = row
  const noted = { unit, ins, outs, undone, homes, outAssumed, via, attendance, minutes, own }
  const known = Object.fromEntries(Object.entries(noted).filter(([, value]) => value !== undefined))
  return { activityId, teamId, state, live, since, startsAt, endsAt, answerBy, history: [], ...known }
}

const placeFields = [
  'holders',
  'line',
  'pool',
  'bonds',
  'seats',
  'draw',
] as const satisfies readonly (keyof ActivityDoc)[]
const readFields = [...placeFields, 'touchedAt', 'taken', 'waiting', 'revision'] as const

/** Puts the id of nobody wherever hers stands in an activity, in one write while it is as it was read. */
async function renamePlaces({ store, now }: World, _id: string, { id, former }: Leaver): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const seen = await store.read('activities', _id, readFields)
    const named = placeFields.filter((field) => JSON.stringify(seen?.[field] ?? null).includes(id))
    if (!seen || named.length === 0) return
    const { touchedAt, taken, waiting, revision } = seen
    const renamed = named.map((field) => [field, store.is.set(renamedIn(seen[field], id, former))])
    const data = { ...Object.fromEntries(renamed), touchedAt: Math.max(now, touchedAt + 1) }
    if (await store.change('activities', { _id, touchedAt, taken, waiting, revision }, data)) return
    await pause(attempt)
  }
  throw new Error('the places kept changing')
}

/** The same with another id; ids are long enough to be no part of anything else. */
export const renamedIn = <T>(value: T, id: string, former: string): T =>
  JSON.parse(JSON.stringify(value).replaceAll(id, former)) as T

/** What else an activity knows of her: her rating becomes a number, lists that name her are made no longer. */
export async function forgetIn(world: World, { id, former }: Leaver, activityIds: readonly string[]): Promise<void> {
  const { store } = world
  const { is } = store
  if (activityIds.length === 0) return
  const among = is.in([...new Set(activityIds)])
  await store.change('corrections', { activityId: among, personId: id }, { personId: former })
  await endFiles(world, { aboutId: among })
  const rated = { _id: among, [`marks.${id}`]: is.exists(true) }
  for (const { _id, marks } of await store.find('recaps', rated, { fields: ['_id', 'marks'], limit: 1000 })) {
    const { stars, at } = marks[id] ?? { stars: 0, at: 0 }
    const unsaid = { [`marks.${former}`]: is.set({ stars, at, words: '' }), [`marks.${id}`]: is.remove() }
    await store.change('recaps', { _id, [`marks.${id}`]: is.exists(true) }, unsaid)
  }
}

/** Hours and proofs stay under the id of nobody, with those of records that had been made hers. */
async function leaveHours(world: World, leaver: Leaver): Promise<void> {
  const { store } = world
  const { id, former } = leaver
  await moveHours(world, leaver, id)
  const claimed = { kind: 'guest', name: '', phone: '', claimedBy: id }
  for (const { _id } of await store.find('dependents', claimed, { fields: ['_id'] })) {
    await moveHours(world, leaver, _id)
    await store.change('dependents', { _id, claimedBy: id }, { claimedBy: former })
  }
  await store.change('certificates', { personId: id }, { personId: former })
}

/** Writes ledgers anew without her id in them; one to which hours are added meanwhile is looked at again. */
async function moveHours(world: World, { id, former }: Leaver, ownerId: string): Promise<void> {
  const { store } = world
  const { is } = store
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const named = (await ledgersOf(world, ownerId)).filter((ledger) => JSON.stringify(ledger).includes(id))
    if (named.length === 0) return
    for (const ledger of named) {
      const { _id, minutes, entries } = ledger
      const asRead = { _id, minutes, [`entries.${entries.length}`]: is.exists(false) }
      const moved = renamedIn(ledger, id, former)
      if (moved._id === _id) {
        await store.change('ledgers', asRead, { entries: is.set(moved.entries) })
        continue
      }
      if (!(await store.add('ledgers', moved))) for (const entry of moved.entries) await addEntry(world, former, entry)
      await store.remove('ledgers', asRead)
    }
    await pause(attempt)
  }
  throw new Error('the hours kept changing')
}
