// The round of those who ask whether it was done well: by phone, or at the door, compound by compound.
import { reopenWithin } from '../domain/case-flow'
import { isSealed } from '../domain/case'
import type { Terms } from '../ports/store'
import { caseServices } from '../services/cases'
import { caseFields, type CaseListDoc } from './case-cards'
import { pageSize, redPage } from './case-paging'
import type { GridDesk } from './desk-kernel'
import { pageOf } from './paging'
import type { World } from './world'

/** Begins a cursor that goes on among those that are closed. */
const closedMark = 'c'

/** Closed as done within the time in which it can be scored, and nobody said how well. */
export const unscoredTerms = ({ store: { is }, now }: World, { community }: GridDesk, here: Terms): Terms => ({
  ...{ communityId: community._id, outcome: 'done', stars: null, closedAt: is.gt(now - reopenWithin) },
  ...{ service: is.in(caseServices.filter((service) => !isSealed(service)).map(({ id }) => id)) },
  ...here,
})

/**
 * One page of what a desk asks about: first what waits for an answer that no phone can give, or that nobody gave in time;
 * then what is closed without a star, the latest first. `open` finds what is open at this desk.
 */
export async function askPage(
  world: World,
  desk: GridDesk,
  open: Terms,
  cursor: string | null,
): Promise<{ items: CaseListDoc[]; next: string | null }> {
  const { store } = world
  const { openIn: _, ...here } = open
  const isClosed = cursor?.startsWith(closedMark) === true
  const waiting = { ...open, state: 'resolved', desk: `s_${desk.community._id}` }
  const first = isClosed ? { items: [], next: null } : await redPage(store, waiting, cursor && cursor.slice(1))
  if (first.next) return { items: first.items, next: `o${first.next}` }
  const from = isClosed ? cursor.slice(1) : null
  const by = { field: 'closedAt', direction: 'desc', size: pageSize, cursor: from, fields: caseFields } as const
  const closed = await pageOf(store, 'cases', unscoredTerms(world, desk, here), by)
  return { items: [...first.items, ...closed.items], next: closed.next && `${closedMark}${closed.next}` }
}
