// Whoever was checked in and never out counts as gone at the planned end, half an hour after it.
import { assumedAfter } from '../domain/attendance'
import { cursorOf, pageOf } from './paging'
import type { Work } from './timer-round'
import type { World } from './world'

const markId = 'forgotten'
/** Activities read together. */
const pageSize = 100
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
  const passed = { state: is.in(['published', 'closed', 'ended']), endsAt: is.gt(from).and(is.lte(until)) }
  let cursor: string | null = mark?.cursor ?? null
  do {
    const by = { field: 'endsAt', size: pageSize, cursor, fields: ['_id', 'endsAt'] } as const
    const page: Awaited<ReturnType<typeof pageOf<'activities', '_id' | 'endsAt'>>> = await pageOf(
      ...([store, 'activities', passed, by] as const),
    )
    for (const { _id, endsAt } of page.items) {
      // Where it stopped is kept, so that however many ended at one moment, the next round goes on behind it.
      if (!isTimeLeft()) return remember(world, from, cursor)
      await store.change(
        'signups',
        { activityId: _id, state: 'in', 'ins.0': is.exists(true), outAssumed: is.neq(true) },
        { outAssumed: true },
      )
      cursor = cursorOf([endsAt, _id])
    }
    cursor = page.next
  } while (cursor)
  await remember(world, Math.max(until, from), null)
}

async function remember({ store }: World, at: number, cursor: string | null): Promise<void> {
  if (await store.change('marks', { _id: markId, at: store.is.lte(at) }, { at, cursor })) return
  await store.add('marks', { _id: markId, at, cursor })
}
