// Who is looked for: 20 minutes after their part began, whom others entered and nobody has checked in.
import { inAtOf, missingAfter } from '../domain/attendance'
import { isTold } from '../domain/family'
import type { ActivityDoc, TaskDoc } from '../ports/documents'
import { tell } from './telling'
import type { Work } from './timer-round'
import { missingNotice, notArrivedNotice, notArrivedSelfNotice } from './way-notices'
import type { World } from './world'

/** People whose families are told in one step. */
const pageSize = 50
const mostAtOnce = 1000
/** While nobody at all is checked in, the leader has not begun: it is looked at again after this long. */
const lookAgainMs = 10 * 60_000
/** Rows read to see whether anybody is there. */
const fewRows = 100
const markId = 'missing'
/** How far the very first round looks back, and every other at most. */
const firstLookMs = 30 * 60_000
const longestLookMs = 12 * 3_600_000

/**
 * Promises one look for each start of a post or slot in what began since the last round, by the index of starts. A start
 * that an edit moved is found anew, and the look for the old one finds nobody.
 */
export const promiseMissing: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const mark = await store.read('marks', markId)
  const since = Math.max(mark?.at ?? now - firstLookMs, now - longestLookMs)
  if (since >= now) return
  const begun = await store.find(
    'activities',
    { listed: true, startsAt: is.gt(since).and(is.lte(now)) },
    { fields: lookedAt, order: [['startsAt', 'asc']], limit: mostAtOnce },
  )
  for (const activity of begun) {
    // What is left is found again by the next round.
    if (!isTimeLeft()) return
    await promiseLooks(world, activity)
  }
  if (await store.change('marks', { _id: markId, at: is.lt(now) }, { at: now })) return
  await store.add('marks', { _id: markId, at: now })
}

const lookedAt = ['_id', 'state', 'startsAt', 'units'] as const satisfies readonly (keyof ActivityDoc)[]

/**
 * Promises those looks once it has begun; anew when an edit moves a post or slot, since no round finds the activity again.
 * Harmless to repeat.
 */
export async function promiseLooks({ store, now }: World, activity: Pick<ActivityDoc, (typeof lookedAt)[number]>) {
  const { _id, state, startsAt, units = [] } = activity
  if (!isOn(state) || startsAt > now) return
  for (const each of new Set([startsAt, ...units.map((unit) => unit.startsAt ?? startsAt)])) {
    const task = { _id: `${_id}_missing_${each}`, kind: 'missing' as const, activityId: _id, startsAt: each }
    await store.add('tasks', { ...task, revision: 0, day: '', cursor: '', dueAt: each + missingAfter })
  }
}

const isOn = (state: ActivityDoc['state']) => state === 'published' || state === 'closed'

/** Tells those who lead, then the families, page by page; true when nothing is left to do now. Harmless to repeat. */
export async function carryOnMissing(world: World, task: TaskDoc): Promise<boolean> {
  const { store, now } = world
  const { _id, activityId, startsAt = 0 } = task
  const activity = await store.read('activities', activityId)
  const missing = activity ? await missingOf(world, activity, startsAt) : []
  if (!activity || missing.length === 0) return finish(world, task)
  if (task.cursor === '') {
    const team = await store.read('teams', activity.teamId, ['leaderIds'])
    await tell(world, team?.leaderIds ?? [], missingNotice(activity, startsAt, missing.length))
  }
  if (!(await isAnybodyIn(world, activityId))) {
    await store.change('tasks', { _id }, { dueAt: now + lookAgainMs })
    return true
  }
  const families = missing.filter((personId) => personId.startsWith('d') && personId > task.cursor)
  const next = families.slice(0, pageSize)
  await tell(world, next, notArrivedNotice(activity, startsAt, now))
  await tellThemselves(world, activity, startsAt, next)
  const last = next.at(-1)
  if (families.length <= pageSize || last === undefined) return finish(world, task)
  await store.change('tasks', { _id }, { cursor: last })
  return false
}

/** Those of them who have an account of their own hear it in words of their own. */
async function tellThemselves(world: World, activity: ActivityDoc, startsAt: number, wards: readonly string[]) {
  const kept = await world.store.readMany('dependents', wards, ['keepers'])
  for (const [ward, { keepers }] of kept) {
    const self = keepers.filter((keeper) => keeper.isSelf && isTold(keeper)).map(({ id }) => id)
    await tell(world, self, notArrivedSelfNotice(activity, startsAt, ward))
  }
}

async function finish({ store }: World, { _id }: TaskDoc): Promise<true> {
  await store.remove('tasks', { _id })
  return true
}

/** Whom others entered for a part that began then, and who is not there, in the order of ids; nobody once all is over. */
async function missingOf({ store, now }: World, activity: ActivityDoc, startsAt: number): Promise<string[]> {
  const { _id: activityId, state, endsAt, settledAt, holders } = activity
  if (!isOn(state) || now >= endsAt || settledAt) return []
  const where = { activityId, state: 'in', isLookedFor: true, startsAt }
  const fields = ['personId', 'ins', 'undone'] as const
  const rows = await store.find('signups', where, { fields, limit: mostAtOnce })
  const seated = new Set(holders)
  return rows.flatMap((row) => (inAtOf(row) === null && seated.has(row.personId) ? [row.personId] : [])).sort()
}

async function isAnybodyIn({ store }: World, activityId: string): Promise<boolean> {
  const where = { activityId, state: 'in', 'ins.0': store.is.exists(true) }
  const rows = await store.find('signups', where, { fields: ['ins', 'undone'], limit: fewRows })
  return rows.some((row) => inAtOf(row) !== null)
}
