// What partners and shops offer: rooms, things, skills, hours; with the agreement and until when.
import { endResource, listResources, refuse, saveResource, type Resource } from '../contract'
import type { PartnerDoc, ResourceDoc } from '../ports/documents'
import { note } from './audit'
import { checkWords } from './checking'
import { forResource, mayRenew } from './desk-kernel'
import { forProfile, type KnownWorld } from './kernel'
import { pageOf } from './paging'
import type { World } from './world'

/** Resources on one page. */
const pageSize = 20
/** So long one that ended is still shown to those who may renew it, ms. */
const keptAfter = 180 * 24 * 3_600_000

type Offerer = Pick<PartnerDoc, 'name' | 'phone'> | undefined

const isOver = ({ isEnded, until }: Pick<ResourceDoc, 'isEnded' | 'until'>, now: number) => isEnded || until <= now

function shown(world: World, resource: ResourceDoc, by: Offerer): Resource {
  const { _id: id, communityId, partnerId, kind, title, words, colour, agreement, until } = resource
  return {
    ...{ id, communityId, partnerId, kind, title, words, colour, agreement, until },
    partner: by?.name ?? '',
    phone: by?.phone ?? '',
    isOver: isOver(resource, world.now),
    canEdit: mayRenew(world, resource),
  }
}

export const showResources = forProfile(listResources, async ({ communityId, cursor }, world) => {
  const { store, now } = world
  const { is } = store
  const canAdd = await mayAdd(world, communityId)
  const where = canAdd
    ? { communityId, isEnded: is.in([false, true]), until: is.gt(now - keptAfter) }
    : { communityId, isEnded: false, until: is.gt(now) }
  const { items, next } = await pageOf(store, 'resources', where, { field: 'until', size: pageSize, cursor })
  const offerers = await store.readMany(
    'partners',
    items.map(({ partnerId }) => partnerId),
    ['name', 'phone'],
  )
  const mine = items.filter((each) => !isOver(each, now) || mayRenew(world, each))
  return { items: mine.map((each) => shown(world, each, offerers.get(each.partnerId))), next, canAdd }
})

/** Whether there is a unit whose resources she may put on the list of this community. */
async function mayAdd({ store, person }: KnownWorld, communityId: string): Promise<boolean> {
  if (person.staffOf.includes(communityId)) return true
  const units = await store.readMany('partners', person.unitOf ?? [], ['communityIds'])
  return [...units.values()].some(({ communityIds }) => communityIds.includes(communityId))
}

export const keepResource = forResource(saveResource, async (input, world, before) => {
  const { store, ids, id: by, now } = world
  const { key, id: __, ...said } = input
  if (said.until <= now) return refuse('resource.ends_in_past')
  const partner = await store.read('partners', said.partnerId, ['name', 'phone', 'communityIds'])
  if (!partner?.communityIds.includes(said.communityId)) return refuse('case.no_such_unit')
  const no = await checkWords(world, [said.title, said.words, said.agreement])
  if (no) return no
  const made = { createdBy: by, createdAt: now, ...before, _id: before?._id ?? ids.made('l', by, key) }
  const resource: ResourceDoc = { ...made, ...said, isEnded: false }
  // The key again is the same resource: what is said last stands.
  if (before || !(await store.add('resources', resource))) {
    await store.change('resources', { _id: resource._id }, { ...said, isEnded: false })
  }
  await note(world, 'resource.save', resource._id, now)
  return shown(world, resource, partner)
})

export const takeOff = forResource(endResource, async ({ id }, world, resource) => {
  if (!resource) return refuse('access.gone')
  await note(world, 'resource.end', id, resource.until)
  await world.store.change('resources', { _id: id }, { isEnded: true })
  return {}
})
