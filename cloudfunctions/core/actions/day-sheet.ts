import { daySheet, refuse } from '../contract'
import type { ActivityDoc } from '../ports/documents'
import { cardsOf } from './cards'
import { dayRowsOf, signupsOf } from './day-rows'
import { forActivityDesk } from './kernel'
import { cursorOf, markIn } from './paging'

/** People on one page: five calls bring a roster of five hundred onto the phone. */
const pageSize = 100

export const showDaySheet = forActivityDesk(daySheet, async ({ cursor }, world, { activity }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  const { people, next } = pageOfSeats(activity, cursor)
  const [cards, rows] = await Promise.all([cardsOf(world, [activity]), signupsOf(world, activity._id, people)])
  const [card] = cards
  if (!card) return refuse('access.gone')
  return {
    card,
    units: (activity.units ?? []).map(({ id, name, role, startsAt }) => ({ id, name, role, startsAt })),
    items: await dayRowsOf(world, activity, people, rows),
    next,
    now: world.now,
    settledAt: activity.settledAt ?? null,
  }
})

/** Those with a seat, then those who wait, then those who asked; the cursor names the last, wherever she stands now. */
function pageOfSeats({ holders, line, pool = [] }: ActivityDoc, cursor: string | null) {
  const everyone = [...holders, ...line, ...pool]
  const mark = markIn(cursor)
  const at = mark ? everyone.indexOf(mark[1]) : -1
  const from = !mark ? 0 : at >= 0 ? at + 1 : mark[0]
  const people = everyone.slice(from, from + pageSize)
  const last = people.at(-1)
  const isMore = last !== undefined && from + pageSize < everyone.length
  return { people, next: isMore ? cursorOf([from + pageSize, last]) : null }
}
