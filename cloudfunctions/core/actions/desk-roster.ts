import { desk, refuse, roster, type RosterRow } from '../contract'
import type { ActivityDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { cardFields, cardsOf, type CardDoc } from './cards'
import { forActivityDesk, forOwnTeams, type KnownWorld } from './kernel'
import { cursorOf, markIn, pageOf } from './paging'

/** People on one page of a roster. */
const pageSize = 50

export const showRoster = forActivityDesk(roster, async ({ which, cursor }, world, { activity }) => {
  const page =
    which === 'asked'
      ? { people: [], next: null }
      : which === 'left'
        ? await leftPage(world, activity, cursor)
        : listedPage(activity, which, cursor)
  const [card] = await cardsOf(world, [activity])
  if (!card) return refuse('access.gone')
  return {
    card,
    items: await rowsOf(world, activity, page.people, which),
    next: page.next,
    counts: { in: activity.holders.length, waiting: activity.line.length, asked: 0 },
    form: { questions: [], units: [] },
  }
})

interface Page {
  people: string[]
  next: string | null
}

/** The seats themselves are the roster, in their order; the cursor names the last person, wherever she stands now. */
function listedPage({ holders, line }: ActivityDoc, which: 'in' | 'waiting', cursor: string | null): Page {
  const everyone = which === 'in' ? holders : line
  const mark = markIn(cursor)
  const at = mark ? everyone.indexOf(mark[1]) : -1
  const from = !mark ? 0 : at >= 0 ? at + 1 : mark[0]
  const people = everyone.slice(from, from + pageSize)
  const last = people.at(-1)
  const isMore = last !== undefined && from + pageSize < everyone.length
  return { people, next: isMore ? cursorOf([from + pageSize, last]) : null }
}

async function leftPage({ store }: KnownWorld, { _id }: ActivityDoc, cursor: string | null): Promise<Page> {
  const by = { field: 'since', size: pageSize, cursor, fields: ['personId', 'since'] } as const
  const { items, next } = await pageOf(store, 'signups', { activityId: _id, state: 'left' }, by)
  return { people: items.map((row) => row.personId), next }
}

/** Names and whole numbers for those who run the activity; of whoever gave her seat back, no number any more. */
async function rowsOf(
  { store, ids }: KnownWorld,
  { _id, line, createdAt }: ActivityDoc,
  people: string[],
  which: RosterRow['state'],
): Promise<RosterRow[]> {
  const [known, rows] = await Promise.all([
    store.readMany('people', people, ['name', 'phone']),
    store.readMany(
      'signups',
      people.map((personId) => ids.row(_id, personId)),
      ['state', 'since'],
    ),
  ])
  return people.map((personId) => {
    const row = rows.get(ids.row(_id, personId))
    const person = known.get(personId)
    return {
      personId,
      name: person?.name ?? '',
      phone: which === 'left' ? '' : (person?.phone ?? ''),
      state: which === 'in' && row?.state === 'offered' ? 'offered' : which,
      position: which === 'waiting' ? line.indexOf(personId) + 1 : null,
      since: row?.since ?? createdAt,
      kind: 'account',
      age: null,
      unit: null,
      party: [],
      broughtBy: '',
      answers: {},
      missed: null,
    }
  })
}

/** Activities shown of each kind on the desk. */
const shown = 20

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
  const read = async (where: Terms, direction: 'asc' | 'desc', limit = shown): Promise<CardDoc[]> => {
    const order = [['startsAt', direction]] as const
    const wish = { fields: cardFields, order, limit }
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
  const cards = async (activities: CardDoc[]) => cardsOf(world, activities.slice(0, shown))
  return {
    teams: teams.map(({ _id: id, name, colour, communityId }) => ({ id, name, colour, communityId })),
    coming: await cards([...running, ...ahead]),
    drafts: await cards(drafts),
    past: await cards(begun.filter((each) => each.endsAt <= now)),
    applications: wanted.reduce((sum, team) => sum + team.applications, 0),
  }
})
