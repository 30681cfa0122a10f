// The desks: of a community and its compounds, of a unit, of the county. What is overdue stands first on each.
import { countyCases, inboxCases, unitCases, type InputOf, type OutputOf } from '../contract'
import type { CaseDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { caseFields, cardsOf, isOverdue } from './case-cards'
import { pageSize, reddestFirst, redPage } from './case-paging'
import { onlookerOf } from './case-who'
import { askPage, unscoredTerms } from './case-rounds'
import { forCounty, forGrid, forUnit, type GridDesk, type UnitDesk } from './desk-kernel'
import { pageOf } from './paging'
import type { World } from './world'

/** Open cases that are counted one by one for the numbers at the top of a desk; more of them say the same. */
const mostCounted = 1000

type Which = InputOf<typeof inboxCases>['which']
type Counted = Pick<CaseDoc, 'desk' | 'state' | 'overdue' | 'dueAt' | 'isOpen' | 'compoundId'>

export const showInbox = forGrid(inboxCases, async ({ communityId, which, compoundId, cursor }, world, desk) => {
  const { store } = world
  const base = { openIn: communityId, ...theirs(world, desk, compoundId) }
  const [page, who, numbers] = await Promise.all([
    which === 'ask'
      ? askPage(world, desk, base, cursor)
      : redPage(store, { ...base, ...narrowed(world, desk, which) }, cursor),
    onlookerOf(world),
    cursor ? null : numbersOf(world, desk),
  ])
  const items = await cardsOf(world, page.items, who)
  return { items, next: page.next, counts: numbers?.counts ?? null, compounds: numbers?.compounds ?? [] }
})

/** The staff see all of their community, a grid worker her compounds, and both one compound when they ask for it. */
function theirs({ store }: World, desk: GridDesk, compoundId: string | null): Terms {
  if (compoundId !== null && (desk.isStaff || desk.compounds.includes(compoundId))) return { compoundId }
  return desk.isStaff ? {} : { compoundId: store.is.in(desk.compounds) }
}

/** Where lies what this desk has to do itself: the staff answer for the compounds too. */
const ownDesks = ({ community, isStaff, compounds }: GridDesk) => [
  ...(isStaff ? [`s_${community._id}`] : []),
  ...compounds.map((id) => `g_${id}`),
]

function narrowed({ store: { is } }: World, desk: GridDesk, which: Exclude<Which, 'ask'>): Terms {
  const own = ownDesks(desk)
  if (which === 'ours') return { desk: is.in(own) }
  if (which === 'overdue') return { overdue: is.gt(0) }
  if (which === 'away') return { desk: is.nin(own), state: is.neq('open') }
  return which === 'all' ? {} : { state: which }
}

/** The numbers at the top of the desk and at each compound, from one read of what is open. */
async function numbersOf(
  world: World,
  desk: GridDesk,
): Promise<Pick<OutputOf<typeof inboxCases>, 'counts' | 'compounds'>> {
  const { store, now } = world
  const communityId = desk.community._id
  const [open, unscored, sealed] = await Promise.all([
    store.find(
      'cases',
      { openIn: communityId, ...theirs(world, desk, null) },
      {
        fields: ['desk', 'state', 'overdue', 'dueAt', 'isOpen', 'compoundId'],
        order: reddestFirst,
        limit: mostCounted,
      },
    ),
    store.count('cases', unscoredTerms(world, desk, theirs(world, desk, null))),
    // Of what only its parties see the staff know how many there are, and nobody else that.
    desk.isStaff ? store.count('cases', { sealedIn: communityId, isOpen: true }) : 0,
  ])
  const own = ownDesks(desk)
  const count = (is: (kase: Counted) => boolean, among: readonly Counted[] = open) => among.filter(is).length
  const isLate = (kase: Counted) => isOverdue(kase, now)
  const counts = {
    ours: count((kase) => own.includes(kase.desk)),
    overdue: count(isLate),
    away: count((kase) => !own.includes(kase.desk) && kase.state !== 'open'),
    open: count(({ state }) => state === 'open'),
    followUp: count(({ state }) => state === 'followUp'),
    ask: count((kase) => kase.state === 'resolved' && kase.desk === `s_${communityId}`) + unscored,
    sealed,
  }
  const compounds = (desk.community.compounds ?? [])
    .filter(({ id }) => desk.compounds.includes(id))
    .map((compound) => {
      const here = open.filter(({ compoundId }) => compoundId === compound.id)
      return { ...compound, open: here.length, overdue: count(isLate, here) }
    })
  return { counts, compounds }
}

export const showUnit = forUnit(unitCases, async ({ which, cursor }, world, desk) => {
  const [page, who, counts] = await Promise.all([
    unitPage(world, desk.id, which, cursor),
    onlookerOf(world),
    cursor ? null : unitCounts(world, desk),
  ])
  return { name: desk.name, items: await cardsOf(world, page.items, who), next: page.next, counts }
})

type Stands = 'asked' | 'accepted'
/** A unit is asked and answers, whatever the others that were whistled for with it do. */
const standing = ({ is }: World['store'], id: string, state: Stands) => is.elemMatch({ id, state })

function unitPage({ store }: World, id: string, which: 'asked' | 'doing' | 'done', cursor: string | null) {
  const units = standing(store, id, which === 'asked' ? 'asked' : 'accepted')
  if (which !== 'done') return redPage(store, { unitIds: id, isOpen: true, units }, cursor)
  const by = { field: 'closedAt', direction: 'desc', size: pageSize, cursor, fields: caseFields } as const
  return pageOf(store, 'cases', { unitIds: id, isOpen: false, units }, by)
}

async function unitCounts({ store, now }: World, { id }: UnitDesk) {
  const open = await store.find(
    'cases',
    { unitIds: id, isOpen: true },
    {
      fields: ['units', 'overdue', 'dueAt', 'isOpen'],
      order: reddestFirst,
      limit: mostCounted,
    },
  )
  const are = (state: Stands) =>
    open.filter(({ units }) => units.some((unit) => unit.id === id && unit.state === state)).length
  return { asked: are('asked'), doing: are('accepted'), overdue: open.filter((kase) => isOverdue(kase, now)).length }
}

/** Communities of a county. */
const mostCommunities = 200
/** Communities whose open cases are counted side by side, each in the index; those with nothing late come out of one read. */
const mostAtOnce = 40

export const showCounty = forCounty(countyCases, async ({ cursor }, world) => {
  const { store } = world
  const [page, who, communities] = await Promise.all([
    redPage(store, { level: 'county', isOpen: true, openIn: store.is.neq('') }, cursor),
    onlookerOf(world),
    cursor ? [] : redNumbers(world),
  ])
  return { communities, items: await cardsOf(world, page.items, who), next: page.next }
})

/** What is open in each community, the reddest first: the reddest are counted in the index, the others one by one. */
async function redNumbers({ store }: World): Promise<OutputOf<typeof countyCases>['communities']> {
  const { is } = store
  const order = [['order', 'asc']] as const
  const all = await store.find('communities', {}, { fields: ['_id', 'name'], order, limit: mostCommunities })
  const here = is.in(all.map(({ _id }) => _id))
  const ofLevel = { level: 'county', isOpen: true, openIn: is.neq('') }
  const [late, climbed, sealed] = await Promise.all([
    store.find('cases', { openIn: here, overdue: is.gt(0) }, { fields: ['openIn'], limit: mostCounted }),
    store.find('cases', ofLevel, { fields: ['openIn'], limit: mostCounted }),
    store.find('cases', { sealedIn: here, isOpen: true }, { fields: ['sealedIn'], limit: mostCounted }),
  ])
  const lines = all
    .map(({ _id: id, name }) => ({
      ...{ id, name, open: 0 },
      overdue: late.filter(({ openIn }) => openIn === id).length,
      county: climbed.filter(({ openIn }) => openIn === id).length,
      sealed: sealed.filter(({ sealedIn }) => sealedIn === id).length,
    }))
    .sort((a, b) => b.overdue - a.overdue || b.county - a.county)
  const open = await openNumbers(
    store,
    lines.map(({ id }) => id),
  )
  return lines
    .map((line) => ({ ...line, open: open.get(line.id) ?? 0 }))
    .sort((a, b) => b.overdue - a.overdue || b.county - a.county || b.open - a.open)
}

/** How many are open in each of these; of those beyond the first, as far as one read goes. */
async function openNumbers(store: World['store'], ids: readonly string[]): Promise<Map<string, number>> {
  const [first, others] = [ids.slice(0, mostAtOnce), ids.slice(mostAtOnce)]
  const where = { openIn: store.is.in(others) }
  const [counted, rest] = await Promise.all([
    Promise.all(first.map((openIn) => store.count('cases', { openIn }))),
    others.length > 0 ? store.find('cases', where, { fields: ['openIn'], limit: mostCounted }) : [],
  ])
  const numbers = new Map(first.map((id, at) => [id, counted[at] ?? 0]))
  for (const { openIn } of rest) numbers.set(openIn, (numbers.get(openIn) ?? 0) + 1)
  return numbers
}
