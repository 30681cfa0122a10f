// A record that an organiser entered by name becomes its person's own, when her name and number are the same.
import { claim, claimable, refuse } from '../contract'
import type { DependentDoc, TaskDoc } from '../ports/documents'
import { note } from './audit'
import { takeOverSeats } from './claim-seats'
import { forProfile, type KnownWorld } from './kernel'
import { moveLedger } from './ledger'
import { pages } from '../services/pages'
import { tell } from './telling'
import type { World } from './world'

/** Records of one name and number, and the sign-ups shown of each. */
const mostRecords = 20
const mostShown = 20
/** Sign-ups that go over in one step. */
const pageSize = 100
/** The timer leaves a fresh task to the call that made it, ms. */
const grace = 30_000

/** Guests entered under her very name and number, not claimed by anybody else. */
async function hersByName({ store, person, id }: KnownWorld): Promise<DependentDoc[]> {
  const { name, phone } = person
  if (phone === '') return []
  const where = { kind: 'guest', name, phone, claimedBy: store.is.in(['', id]) }
  return store.find('dependents', where, { limit: mostRecords })
}

export const showClaimable = forProfile(claimable, async (_, world) => {
  const records = await hersByName(world)
  const items = await Promise.all(
    records.map(async ({ _id, name }) => ({ id: _id, name, activities: await activitiesOf(world, _id) })),
  )
  // One that was claimed keeps no sign-ups, unless a crash left some.
  return { items: items.filter(({ activities }) => activities.length > 0) }
})

async function activitiesOf({ store }: World, personId: string) {
  const rows = await store.find('signups', { personId }, { fields: ['activityId'], limit: mostShown })
  const wanted = rows.map((row) => row.activityId)
  const found = await store.readMany('activities', wanted, ['_id', 'title', 'startsAt'])
  return [...found.values()]
    .map(({ _id: id, title, startsAt }) => ({ id, title, startsAt }))
    .sort((a, b) => b.startsAt - a.startsAt)
}

export const claimRecord = forProfile(claim, async ({ id }, world) => {
  const { store, now } = world
  const record = await store.read('dependents', id)
  const { name, phone } = world.person
  const isHers = record?.kind === 'guest' && record.name === name && record.phone === phone && phone !== ''
  if (!record || (!isHers && record.claimedBy !== world.id)) return refuse('family.not_claimable')
  const task = taskFor(id, now)
  await store.add('tasks', task)
  // The write that decides between two accounts of one name and number.
  await store.change('dependents', { _id: id, claimedBy: '' }, { claimedBy: world.id })
  const claimed = await store.read('dependents', id, ['claimedBy'])
  if (claimed?.claimedBy !== world.id) return refuse('family.not_claimable')
  await note(world, 'family.claim', id, 'once', ['claimedBy'])
  return { moved: await handOver(world, task) }
})

const taskFor = (recordId: string, now: number): TaskDoc => ({
  _id: `${recordId}_claimed_0`,
  kind: 'claimed',
  activityId: recordId,
  revision: 0,
  day: '',
  cursor: '',
  dueAt: now + grace,
})

/**
 * Seats, sign-ups and hours of a claimed record go over to her who claimed it; those who run the teams are told.
 * Says how many sign-ups went over. Every step can be repeated; nothing is done for one that nobody claimed.
 */
export async function handOver(world: World, task: TaskDoc): Promise<number> {
  const { store } = world
  const record = await store.read('dependents', task.activityId)
  const to = record?.claimedBy ?? ''
  let moved = 0
  if (record && to !== '') {
    for (;;) {
      const rows = await store.find('signups', { personId: record._id }, { limit: pageSize })
      // Told first: who is concerned is known by the rows that are still there.
      if (rows.length > 0) await tellLeaders(world, record, to, new Set(rows.map(({ teamId }) => teamId)))
      for (const row of rows) await takeOverSeats(world, row, to)
      moved += rows.length
      if (rows.length < pageSize) break
    }
    if (record.missed) await store.change('people', { _id: to }, { missed: store.is.set(record.missed) })
    await moveLedger(world, record._id, to)
  }
  await store.remove('tasks', { _id: task._id })
  return moved
}

async function tellLeaders(world: World, record: DependentDoc, to: string, teamIds: ReadonlySet<string>) {
  const teams = await world.store.readMany('teams', [...teamIds], ['_id', 'leaderIds'])
  for (const { _id, leaderIds } of teams.values()) {
    await tell(
      world,
      leaderIds.filter((id) => id !== to),
      {
        kind: 'claimed',
        about: _id,
        rev: record._id,
        title: `${record.name}认领了您登记的记录`,
        body: '姓名和电话都对得上。以后的通知会直接发到本人的手机上；要是觉得不对，请打个电话问一问。',
        page: pages.team(_id),
      },
    )
  }
}
