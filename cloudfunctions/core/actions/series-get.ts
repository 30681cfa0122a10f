import { getSeries, refuse } from '../contract'
import { runs } from '../domain/rights'
import { startOfDay } from '../domain/times'
import type { ActivityDoc } from '../ports/documents'
import { cardFields, cardsOf } from './cards'
import { forAnyone } from './kernel'
import { pageOf } from './paging'
import { hasProfile } from './world'

/** Meetings on one page. */
const pageSize = 30
const fields = [...cardFields, 'isChanged'] as const

export const showSeries = forAnyone(getSeries, async ({ id, which, cursor }, world) => {
  const { store, now, person } = world
  const { is } = store
  const series = await store.read('series', id)
  if (!series) return refuse('access.gone')
  const team = await store.read('teams', series.teamId, ['name', 'leaderIds', 'communityId'])
  // What is on today still belongs to what is coming.
  const today = startOfDay(now)
  const isComing = which === 'coming'
  const where = { seriesId: id, listed: true, startsAt: isComing ? is.gte(today) : is.lt(today) }
  const direction = isComing ? 'asc' : 'desc'
  const by = { field: 'startsAt', direction, size: pageSize, cursor, fields } as const
  const page: { items: Pick<ActivityDoc, (typeof fields)[number]>[]; next: string | null } = await pageOf(
    store,
    'activities',
    where,
    by,
  )
  const cards = await cardsOf(world, page.items)
  const changed = new Set(page.items.flatMap((each) => (each.isChanged ? [each._id] : [])))
  const hers = [world.id, ...(person?.wards ?? [])]
  return {
    id,
    title: series.title,
    teamId: series.teamId,
    teamName: team?.name ?? '',
    rule: series.rule,
    revision: series.revision,
    items: cards.map((card) => ({ ...card, isChanged: changed.has(card.id) })),
    next: page.next,
    regulars: series.regulars.filter((each) => hers.includes(each)),
    questions: series.form.questions,
    units: series.form.units,
    canManage: hasProfile(person) && team !== null && runs(person, team),
  }
})
