// Who came to an activity, as the rows say: confirmed by the leader, or checked in while nothing is confirmed yet.
import { inAtOf } from '../domain/attendance'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { wardsOf } from './persons'
import type { World } from './world'

type About = Pick<ActivityDoc, '_id' | 'settledAt'>

/** Rows read together when all are counted. */
const pageSize = 500

const present = ({ store }: World, { _id: activityId, settledAt }: About): Terms =>
  settledAt
    ? { activityId, live: true, attendance: store.is.in(['came', 'late']) }
    : { activityId, live: true, 'ins.0': store.is.exists(true) }

/** Whoever left after having been checked in did not come in the end. */
const came = ({ live, ...row }: Pick<SignupDoc, 'live' | 'attendance' | 'ins' | 'undone'>) =>
  live && (row.attendance ? row.attendance === 'came' || row.attendance === 'late' : inAtOf(row) !== null)

/** A page of those who came, in the order of their ids after `cursor`; `next` is null after the last. */
export async function cameAfter(world: World, activity: About, cursor: string, limit: number) {
  const { store } = world
  const where = { ...present(world, activity), personId: store.is.gt(cursor) }
  const fields = ['personId', 'live', 'attendance', 'ins', 'undone', 'minutes'] as const
  const rows = await store.find('signups', where, { fields, order: [['personId', 'asc']], limit })
  const last = rows.at(-1)
  return { rows: rows.filter(came), next: rows.length === limit && last ? last.personId : null }
}

/** How many came, and the minutes confirmed for them. */
export async function countCame(world: World, activity: About): Promise<{ came: number; minutes: number }> {
  const sum = { came: 0, minutes: 0 }
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof cameAfter>> = await cameAfter(world, activity, cursor, pageSize)
    sum.came += page.rows.length
    sum.minutes += page.rows.reduce((minutes, row) => minutes + (row.minutes ?? 0), 0)
    cursor = page.next
  }
  return sum
}

/** Whether the caller came, or somebody she keeps. */
export async function didCome(world: World, activityId: string): Promise<boolean> {
  if (!world.id) return false
  const wards = await wardsOf(world)
  const rows = [world.id, ...wards.map((ward) => ward._id)].map((id) => world.ids.row(activityId, id))
  const found = await world.store.readMany('signups', rows, ['live', 'attendance', 'ins', 'undone'])
  return [...found.values()].some(came)
}
