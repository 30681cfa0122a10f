// What everybody sees of what is asked for, what is hers of it, and what may be the same thing.
import { followCase, listCases, myCases, refuse, similarCases, type CaseCard } from '../contract'
import { terms } from '../domain/search'
import { calendar } from '../domain/times'
import type { Point } from '../domain/walk'
import type { Terms } from '../ports/store'
import { caseServices, serviceOf } from '../services/cases'
import { caseFields, cardsOf } from './case-cards'
import { figuresOfYear } from './case-figures'
import { pageSize } from './case-paging'
import { onlookerOf, standingOf, stranger, type Onlooker } from './case-who'
import { forAnyone, forProfile } from './kernel'
import { pageOf } from './paging'
import type { World } from './world'

export const listWhatIsAsked = forAnyone(listCases, async (input, world) => {
  const { communityId, which, service, cursor } = input
  const { store } = world
  const [who, all] = await Promise.all([onlookerOf(world), communityId ? [communityId] : communityIds(world)])
  const services = servicesSeenBy(who, communityId).filter((id) => service === null || id === service)
  const here = { communityId: store.is.in(all), service: store.is.in(services) }
  const field = which === 'open' ? 'createdAt' : 'closedAt'
  const by = { field, direction: 'desc', size: pageSize, cursor, fields: caseFields } as const
  const [page, counts] = await Promise.all([
    pageOf(store, 'cases', { shown: which, ...here }, by),
    cursor ? null : countsOf(world, communityId, here),
  ])
  return { items: await cardsOf(world, page.items, who), next: page.next, counts }
})

/** Services of which she sees what is asked for there: those who may help see more of them. */
function servicesSeenBy(who: Onlooker, communityId: string | null): string[] {
  const mayHelp = communityId !== null && [who.communityId, ...who.staffOf].includes(communityId) && who.hasProfile
  const seen = caseServices.filter(({ seenBy }) => seenBy === 'neighbours' || (seenBy === 'helpers' && mayHelp))
  return seen.map(({ id }) => id)
}

/** Communities of a county. */
const mostCommunities = 200

/** Every community there is, by id. */
export const communityIds = async ({ store }: World): Promise<string[]> =>
  (await store.find('communities', {}, { fields: ['_id'], order: [['order', 'asc']], limit: mostCommunities })).map(
    ({ _id }) => _id,
  )

/** What is under way is counted in the index; what was done has its sums. */
async function countsOf(world: World, communityId: string | null, here: Terms) {
  const [open, { total }] = await Promise.all([
    world.store.count('cases', { shown: 'open', ...here }),
    figuresOfYear(world, communityId, calendar(world.now).year),
  ])
  return { open, done: total.solved }
}

export const listMine = forAnyone(myCases, async ({ cursor }, world) => {
  if (!world.id || !world.person) return { items: [], next: null }
  const { store } = world
  const who = await onlookerOf(world)
  const mine = store.is.in([world.id, ...who.wards])
  const by = { field: 'createdAt', direction: 'desc', size: pageSize, cursor, fields: caseFields } as const
  const page = await pageOf(store, 'cases', { mine }, by)
  return { items: await cardsOf(world, page.items, who), next: page.next }
})

/** Open cases that are looked at for the same thing, the newest, and those of them that are shown. */
const mostCompared = 200
const mostAlike = 5
/** From here on two may be the same thing. */
const alikeFrom = 3

export const listSimilar = forAnyone(similarCases, async (input, world) => ({ items: await similarTo(world, input) }))

/** What has to be known of a case to find others like it. */
export interface Alike {
  service: string
  topic: string
  communityId: string
  compoundId: string
  words: string
  not: string | null
}

/** Open cases that may be the same thing, the likeliest first, as neighbours see them unless somebody is named. */
export async function similarTo(
  world: World,
  about: Alike,
  who: Onlooker = stranger,
  at: Point | null = null,
): Promise<CaseCard[]> {
  const { store } = world
  const { service, communityId, not } = about
  const said = terms(about.words).filter((term) => term.length > 1)
  if (serviceOf(service)?.seenBy !== 'neighbours' || said.length === 0) return []
  // What is open at one time in one community is little enough to be compared without an index of every word.
  const found = await store.find(
    'cases',
    { shown: 'open', communityId, service },
    { fields: ['_id', 'terms', 'topic', 'compoundId'], order: [['createdAt', 'desc']], limit: mostCompared },
  )
  const likeness = (kase: (typeof found)[number]) =>
    said.filter((term) => kase.terms.includes(term)).length +
    (about.compoundId && kase.compoundId === about.compoundId ? 1 : 0) +
    (about.topic && kase.topic === about.topic ? 1 : 0)
  const alike = found
    .filter((kase) => kase._id !== not && said.some((term) => kase.terms.includes(term)))
    .map((kase) => ({ id: kase._id, by: likeness(kase) }))
    .filter(({ by }) => by >= alikeFrom)
    .sort((one, other) => other.by - one.by)
    .slice(0, mostAlike)
  const docs = await store.readMany(
    'cases',
    alike.map(({ id }) => id),
    caseFields,
  )
  return cardsOf(
    world,
    alike.flatMap(({ id }) => docs.get(id) ?? []),
    who,
    at,
  )
}

export const followOne = forProfile(followCase, async ({ id, on }, world) => {
  const { store, id: me } = world
  const [kase, who] = await Promise.all([store.read('cases', id), onlookerOf(world)])
  if (!kase || serviceOf(kase.service)?.seenBy !== 'neighbours') return refuse('access.gone')
  if (standingOf(kase, who).sight === 'none') return refuse('access.gone')
  if (on && !kase.isOpen) return refuse('case.over')
  const isFollowed = kase.followers.includes(me)
  // Who asked has it in her list whatever she follows.
  const isHers = [kase.askerId, kase.forId, kase.otherParty?.id].includes(me)
  if (on && !isFollowed && !isHers) {
    const { addToSet } = store.is
    await store.change('cases', { _id: id, isOpen: true }, { followers: addToSet(me), mine: addToSet(me) })
  }
  if (!on && isFollowed) {
    const { pull } = store.is
    await store.change('cases', { _id: id }, { followers: pull(me), ...(isHers ? {} : { mine: pull(me) }) })
  }
  const after = await store.read('cases', id, ['followers'])
  return { followers: after?.followers.length ?? 0 }
})
