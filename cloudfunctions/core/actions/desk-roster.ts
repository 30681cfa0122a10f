import { desk, refuse, roster, type PastCard } from '../contract'
import { shownUnits } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { cardFields, cardsOf } from './cards'
import { countClaims } from './claim-counting'
import { countToDecide } from './correction'
import { forActivityDesk, forOwnTeams, type KnownWorld } from './kernel'
import { pageOf, pageOfList } from './paging'
import { rosterRows } from './roster-rows'

/** People on one page of a roster. */
const pageSize = 50

export const showRoster = forActivityDesk(roster, async ({ which, cursor }, world, { activity }) => {
  const page = which === 'left' ? await leftPage(world, activity, cursor) : listedPage(activity, which, cursor)
  const [card] = await cardsOf(world, [activity])
  if (!card) return refuse('access.gone')
  const { holders, line, pool = [], questions = [] } = activity
  return {
    card,
    items: await rosterRows(world, activity, page.people, which),
    next: page.next,
    counts: { in: holders.length, waiting: line.length, asked: pool.length },
    form: { questions, units: shownUnits(activity) },
  }
})

interface Page {
  people: string[]
  next: string | null
}

/** The seats themselves are the roster, in their order; the cursor names the last person, wherever she stands now. */
function listedPage(
  { holders, line, pool = [] }: ActivityDoc,
  which: 'in' | 'waiting' | 'asked',
  cursor: string | null,
): Page {
  const { items: people, next } = pageOfList({ in: holders, waiting: line, asked: pool }[which], cursor, pageSize)
  return { people, next }
}

async function leftPage({ store }: KnownWorld, { _id }: ActivityDoc, cursor: string | null): Promise<Page> {
  const by = { field: 'since', size: pageSize, cursor, fields: ['personId', 'since'] } as const
  const { items, next } = await pageOf(store, 'signups', { activityId: _id, state: 'left' }, by)
  return { people: items.map((row) => row.personId), next }
}

/** Activities shown of each kind on the desk. */
const shown = 20
/** Within so long the desk says what was not written up yet, ms. */
const recapFor = 30 * 24 * 3_600_000
/** What the desk needs of an activity: its card, whether people ask to come, and whether its day was confirmed. */
const deskFields = [...cardFields, 'approval', 'settledAt'] as const
type DeskDoc = Pick<ActivityDoc, (typeof deskFields)[number]>

export const showDesk = forOwnTeams(desk, async ({ teamId }, world, teams) => {
  const wanted = teamId ? teams.filter((team) => team._id === teamId) : teams
  if (wanted.length === 0) return refuse('access.denied')
  const { store, now, person } = world
  const near = teamId ? [] : person.staffOf
  // A community worker's teams are read as one community, not team by team.
  const scopes: Terms[] = [
    ...near.map((communityId) => ({ communityId })),
    ...wanted.filter((team) => !near.includes(team.communityId)).map((team) => ({ teamId: team._id })),
  ]
  const read = async (where: Terms, direction: 'asc' | 'desc', limit = shown): Promise<DeskDoc[]> => {
    const order = [['startsAt', direction]] as const
    const wish = { fields: deskFields, order, limit }
    const found = await Promise.all(scopes.map((scope) => store.find('activities', { ...scope, ...where }, wish)))
    const sign = direction === 'asc' ? 1 : -1
    return found.flat().sort((a, b) => sign * (a.startsAt - b.startsAt))
  }
  const { is } = store
  const [ahead, drafts, begun] = await Promise.all([
    read({ listed: true, startsAt: is.gte(now) }, 'asc'),
    read({ listed: false }, 'asc'),
    // Twice as many: those still running, whenever they began, are coming ones; the rest is past.
    read({ listed: true, startsAt: is.lt(now) }, 'desc', 2 * shown),
  ])
  const running = begun.filter((each) => each.endsAt > now).reverse()
  const coming = [...running, ...ahead].slice(0, shown)
  const cards = async (activities: DeskDoc[]) => cardsOf(world, activities.slice(0, shown))
  const teamIds = wanted.map((team) => team._id)
  const [corrections, claims, asking, calling] = await Promise.all([
    countToDecide(world, teamIds),
    countClaims(world, teamIds),
    askingIn(world, coming),
    callingIn(world, teamIds),
  ])
  return {
    teams: teams.map(({ _id: id, name, colour, communityId }) => ({ id, name, colour, communityId })),
    coming: await cards(coming),
    drafts: await cards(drafts),
    past: await pastCards(world, begun.filter((each) => each.endsAt <= now).slice(0, shown)),
    applications: wanted.reduce((sum, team) => sum + team.applications, 0),
    corrections,
    claims,
    ...asking,
    ...calling,
  }
})

async function pastCards(world: KnownWorld, past: readonly DeskDoc[]): Promise<PastCard[]> {
  const recent = past.filter(
    (each) => each.state !== 'cancelled' && each.taken > 0 && each.endsAt > world.now - recapFor,
  )
  const ids = recent.filter((each) => each.settledAt).map((each) => each._id)
  const [cards, recaps] = await Promise.all([
    cardsOf(world, past),
    ids.length > 0 ? world.store.readMany('recaps', ids, ['revision']) : new Map<string, { revision: number }>(),
  ])
  const settled = new Map(past.map(({ _id, settledAt = null }) => [_id, settledAt]))
  return cards.map((card) => {
    const hasRecap = ids.includes(card.id) ? { hasRecap: (recaps.get(card.id)?.revision ?? 0) > 0 } : {}
    return { ...card, settledAt: settled.get(card.id) ?? null, ...hasRecap }
  })
}

/**
 * Who waits for the leader's yes; where lots decide nobody does. Counted by rows, not by pools: a pool may hold
 * thousands, and a row is as good as the timer keeps it.
 */
async function askingIn({ store }: KnownWorld, coming: readonly DeskDoc[]) {
  const withYes = coming.filter((each) => each.approval === true && !each.drawAt && each.state !== 'cancelled')
  if (withYes.length === 0) return { asked: 0, askedIn: null }
  const where = { activityId: store.is.in(withYes.map((each) => each._id)), state: 'asked' }
  const rows = await store.find('signups', where, { fields: ['activityId'], limit: 100 })
  const soonest = withYes.find(({ _id }) => rows.some((row) => row.activityId === _id))
  return { asked: rows.length, askedIn: soonest?._id ?? null }
}

/** People nobody has reached with what they must know, and the activity of them that is over first. */
async function callingIn({ store, now }: KnownWorld, teamIds: readonly string[]) {
  const where = { teamId: store.is.in([...teamIds]), stand: 'open', until: store.is.gt(now) }
  const rows = await store.find('messages', where, { fields: ['about'], order: [['until', 'asc']], limit: 100 })
  return { calls: rows.length, callsIn: rows[0]?.about ?? null }
}
