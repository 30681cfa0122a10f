// Whoever was checked in and never out counts as gone at the planned end, half an hour after it.
import { assumedAfter } from '../domain/attendance'
import type { Work } from './timer-round'

const markId = 'forgotten'
/** Activities looked after in one round. */
const mostAtOnce = 100
/** How far the very first round looks back. */
const firstLookMs = 24 * 3_600_000

/**
 * Looks only at activities whose end has passed since the last round, by the index of ends, and changes the rows of
 * each in one write. An out that a phone merges later still counts: the assumed one only fills the gap.
 */
export const assumeOuts: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  const mark = await store.read('marks', markId)
  const from = mark?.at ?? now - firstLookMs
  const until = now - assumedAfter
  const ended = await store.find(
    'activities',
    { state: is.in(['published', 'closed', 'ended']), endsAt: is.gt(from).and(is.lte(until)) },
    { fields: ['_id', 'endsAt'], order: [['endsAt', 'asc']], limit: mostAtOnce },
  )
  let reached = from
  for (const { _id, endsAt } of ended) {
    if (!isTimeLeft()) break
    await store.change(
      'signups',
      { activityId: _id, state: 'in', 'ins.0': is.exists(true), outAssumed: is.neq(true) },
      { outAssumed: true },
    )
    reached = endsAt
  }
  // Others may have ended at the very moment of the last one that fitted into this round.
  const isWhole = ended.length < mostAtOnce && reached === (ended.at(-1)?.endsAt ?? from)
  const at = isWhole ? Math.max(until, from) : Math.max(from, reached - 1)
  if (await store.change('marks', { _id: markId, at: is.lt(at) }, { at })) return
  await store.add('marks', { _id: markId, at })
}
