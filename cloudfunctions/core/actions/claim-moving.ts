// A record that an organiser entered by name goes over to the account that is she: seats, rows, hours.
import type { DependentDoc, TaskDoc } from '../ports/documents'
import { takeOverSeats } from './claim-seats'
import { forgetClaimed } from './family-guests'
import { moveLedger } from './ledger'
import { claimedNotice, claimMovedNotice } from './claim-notices'
import { tell } from './telling'
import type { World } from './world'

/** Sign-ups that go over in one step. */
const pageSize = 100
/** The timer leaves a fresh task to the call that made it, ms. */
const grace = 30_000

/** What is written before a record changes hands, so that no crash leaves it in between. */
export const claimedTask = (recordId: string, now: number): TaskDoc => ({
  _id: `${recordId}_claimed_0`,
  kind: 'claimed',
  activityId: recordId,
  revision: 0,
  day: '',
  cursor: '',
  dueAt: now + grace,
})

/**
 * Seats, sign-ups and hours of a record go over to the account it was confirmed to; she and those who lead the teams
 * are told. Says how many sign-ups went over. Every step can be repeated; nothing is done for one that is nobody's yet.
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
      if (rows.length > 0) await tellLeaders(world, record, new Set(rows.map(({ teamId }) => teamId)))
      for (const row of rows) await takeOverSeats(world, row, to)
      moved += rows.length
      if (rows.length < pageSize) break
    }
    if (record.missed) await store.change('people', { _id: to }, { missed: store.is.set(record.missed) })
    await moveLedger(world, record._id, to)
    await tell(world, [to], claimMovedNotice(record))
    await forgetClaimed(world, record._id)
  }
  await store.remove('tasks', { _id: task._id })
  return moved
}

async function tellLeaders(world: World, record: DependentDoc, teamIds: ReadonlySet<string>): Promise<void> {
  const teams = await world.store.readMany('teams', [...teamIds], ['_id', 'leaderIds'])
  for (const { _id, leaderIds } of teams.values()) {
    const leaders = leaderIds.filter((id) => id !== record.claimedBy)
    await tell(world, leaders, claimedNotice(record, _id))
  }
}
