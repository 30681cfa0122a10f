import { daySheet, refuse } from '../contract'
import { cardsOf } from './cards'
import { dayRowsOf, signupsOf } from './day-rows'
import { forActivityDesk } from './kernel'
import { pageOfList } from './paging'

/** People on one page: five calls bring a roster of five hundred onto the phone. */
const pageSize = 100

export const showDaySheet = forActivityDesk(daySheet, async ({ cursor }, world, { activity }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  // Those with a seat, then those who wait, then those who asked.
  const { holders, line, pool = [] } = activity
  const { items: people, next } = pageOfList([...holders, ...line, ...pool], cursor, pageSize)
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
    seesHome: activity.seesHome ?? false,
  }
})
