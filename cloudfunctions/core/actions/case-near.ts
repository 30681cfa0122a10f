// What waits for a neighbour to take it, and what she took.
import { nearCases, type CaseCard } from '../contract'
import { caseServices } from '../services/cases'
import { caseFields, cardsOf } from './case-cards'
import { pageSize, redPage } from './case-paging'
import { onlookerOf } from './case-who'
import { forProfile, type KnownWorld } from './kernel'
import { pageOf } from './paging'
import type { World } from './world'

export const listNear = forProfile(nearCases, async ({ communityId, which, isTeams, compoundId, cursor }, world) => {
  const { store, id: me } = world
  const [who, at] = await Promise.all([onlookerOf(world), compoundId ? middleOf(world, communityId, compoundId) : null])
  if (which === 'mine') {
    const page = await takenBy(world, me, cursor)
    return { items: await cardsOf(world, page.items, who, at), next: page.next }
  }
  const services = isTeams ? await servicesOfTeams(world, who.leads) : null
  if (services?.length === 0) return { items: [], next: null }
  const kinds = services ? { service: store.is.in(services) } : {}
  const page = await redPage(store, { desk: `v_${communityId}`, openIn: communityId, ...kinds }, cursor)
  const cards = await cardsOf(world, page.items, who, at)
  const others = cards.filter((card) => card.as !== 'asker' && card.as !== 'helper')
  return { items: others.sort(nearestFirst), next: page.next }
})

/** What she took and still has, newest first; then what is over. A cursor into the latter begins with `over`. */
async function takenBy({ store }: World, helpers: string, cursor: string | null) {
  const isOver = cursor?.startsWith('over') ?? false
  const by = { field: 'createdAt', direction: 'desc', size: pageSize, fields: caseFields } as const
  const open = isOver
    ? { items: [], next: null }
    : await pageOf(store, 'cases', { helpers, isOpen: true }, { ...by, cursor })
  if (open.next) return open
  const from = isOver ? (cursor?.slice('over'.length) ?? null) : null
  const over = await pageOf(store, 'cases', { helpers, isOpen: false }, { ...by, cursor: from })
  return { items: [...open.items, ...over.items], next: over.next && `over${over.next}` }
}

/** The middle of a compound of this community; null for one of another. */
async function middleOf({ store }: World, communityId: string, compoundId: string) {
  const community = await store.read('communities', communityId, ['compounds'])
  return community?.compounds?.find(({ id }) => id === compoundId) ?? null
}

const nearestFirst = (one: CaseCard, other: CaseCard) => (one.metres ?? Infinity) - (other.metres ?? Infinity) || 0

/** Teams of one person. */
const mostTeams = 50

/** Services in the colours of the teams she is in or leads. */
async function servicesOfTeams({ store, id }: KnownWorld, leads: readonly string[]): Promise<string[]> {
  const where = { personId: id, state: store.is.in(['member', 'leader']) }
  const memberships = await store.find('memberships', where, { fields: ['teamId'], limit: mostTeams })
  const teams = await store.readMany('teams', [...leads, ...memberships.map(({ teamId }) => teamId)], ['colour'])
  const colours = [...teams.values()].map(({ colour }) => colour)
  return caseServices.filter(({ colour }) => colours.includes(colour)).map((service) => service.id)
}
