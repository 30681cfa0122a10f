// People whom a family keeps, as those who keep them see them. `dependents.keepers` is the truth, `people.wards` follows.
import type { Dependent, Keeper } from '../contract'
import { ageAt } from '../domain/ages'
import { mayAll, mayManage, mayTakeBack, maskedPhone, selfOf } from '../domain/family'
import type { DependentDoc, KeeperDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { pages } from '../services/pages'
import { endedRev, tellChange } from './family-telling'
import { endFiles } from './file-ending'
import { promiseFollowUp } from './follow-ups'
import { newPerson } from './people'
import type { World } from './world'

/** Those the caller keeps, by the documents themselves. */
export async function keptBy({ store, id }: World): Promise<DependentDoc[]> {
  if (id === '') return []
  const kept = await store.find('dependents', { 'keepers.id': id }, { limit: 20 })
  return kept.filter((ward) => ward.consent !== null).sort((a, b) => a.createdAt - b.createdAt)
}

/** One whom the caller keeps; null for anyone else. */
export async function wardOf({ store, id }: World, wardId: string): Promise<DependentDoc | null> {
  const ward = await store.read('dependents', wardId)
  return ward && ward.consent !== null && ward.keepers.some((keeper) => keeper.id === id) ? ward : null
}

/** More people do not act for one. */
const mostKeepers = 20

/**
 * Lets the calling account act for her, once however often: `there` when it does already, `selfTaken` when another
 * account is she herself, `gone` when her data is. Its own document follows; one that never said a name is made.
 */
export async function addKeeper(
  world: World,
  _id: string,
  { called, as, isSelf = false, token }: Pick<KeeperDoc, 'called' | 'as' | 'isSelf' | 'token'>,
  where: Terms = {},
): Promise<'added' | 'there' | 'selfTaken' | 'gone'> {
  const { store, id, now } = world
  const { is } = store
  if (id === '') return 'gone'
  const open = {
    _id,
    'keepers.id': is.neq(id),
    [`keepers.${mostKeepers - 1}`]: is.exists(false),
    consent: is.neq(null),
  }
  const free = isSelf ? { 'keepers.isSelf': is.neq(true) } : {}
  const keeper = { id, called, since: now, ...(as && { as }), ...(isSelf && { isSelf }), ...(token && { token }) }
  // First, since the timer knows accounts by their ids alone.
  if (!world.person) await store.add('people', newPerson(world))
  const done = await promiseFollowUp(world, { kind: 'kept', activityId: _id, keeping: { keeperId: id, by: '' } })
  const isNew = await store.change(
    'dependents',
    { ...open, ...free, ...where },
    { keepers: is.push([keeper]), ...(token && { invite: is.set(null) }) },
  )
  const ward = await store.read('dependents', _id, ['keepers', 'consent'])
  const isThere = ward?.consent && actingOf(ward, id, false)
  if (isThere) await followWard(world, id, _id)
  await done()
  if (!isThere) return ward?.consent && isSelf && selfOf(ward) !== null ? 'selfTaken' : 'gone'
  return isNew ? 'added' : 'there'
}

/** Lets the keeper's own document name her ward; again where a crash left it out. */
export async function followWard({ store }: World, personId: string, wardId: string): Promise<void> {
  await store.change('people', { _id: personId, wards: store.is.neq(wardId) }, { wards: store.is.addToSet(wardId) })
}

/** Takes a ward out of the documents of those who kept her. */
export async function unfollowWard({ store }: World, personIds: readonly string[], wardId: string): Promise<void> {
  const { is } = store
  await store.change('people', { _id: is.in([...personIds]), wards: wardId }, { wards: is.pull(wardId) })
}

/** What has to be so for one to go: somebody else stays, or the community that entered her. */
export const someoneStays = ({ store }: World, { station }: Pick<DependentDoc, 'station'>): Terms =>
  station ? { station } : { 'keepers.1': store.is.exists(true) }

type Acted = Pick<DependentDoc, 'keepers' | 'parting'>

/** An account that acts for her; with `orParting` one that went, while somebody may not have been told. */
export const actingOf = ({ keepers, parting }: Acted, keeperId: string, orParting: boolean): KeeperDoc | undefined =>
  keepers.find(({ id }) => id === keeperId) ?? (orParting && parting?.id === keeperId ? parting : undefined)

/**
 * Ends what an account does for her, unless `where` forbids it; says whether it did. Its own document lets go first, so
 * that no crash leaves it a way to her; then each concerned is told, `by` whom. The timer does what a crash left.
 */
export async function endKeeping(world: World, _id: string, keeperId: string, where: Terms = {}, by = '') {
  const before = await world.store.read('dependents', _id, ['keepers', 'parting'])
  const parting = (before && actingOf(before, keeperId, true)) ?? null
  const keeping = { keeperId, by, since: parting?.since }
  const done = parting && (await promiseFollowUp(world, { kind: 'kept', activityId: _id, keeping }))
  const isEnded = await carryOutEnd(world, _id, parting, { keeperId, by, where })
  await done?.()
  return isEnded
}

/** The end itself, and what follows; it can be repeated, and says whether it was this time. */
export async function carryOutEnd(
  world: World,
  _id: string,
  parting: KeeperDoc | null,
  { keeperId, by, where }: { keeperId: string; by: string; where: Terms },
): Promise<boolean> {
  const { store } = world
  const { is } = store
  await unfollowWard(world, [keeperId], _id)
  const hers = { _id, 'keepers.id': keeperId, ...where }
  const gone = { keepers: is.pull({ id: keeperId }), ...(parting && { parting: is.set(parting) }) }
  const isEnded = await store.change('dependents', hers, gone)
  await followEnd(world, _id, keeperId, by, parting, parting?.since ?? (isEnded ? 0 : undefined))
  return isEnded > 0
}

/**
 * What follows once an account acts for her no more; one that still does has her in its own document again. `since` says
 * which keeping ended; where nobody knows, another call did all of it.
 */
export async function followEnd(
  world: World,
  _id: string,
  keeperId: string,
  by: string,
  known: KeeperDoc | null,
  since: number | undefined,
): Promise<void> {
  const { store } = world
  const ward = await store.read('dependents', _id, ['keepers', 'consent', 'parting'])
  // Whoever looked at her family meanwhile may have let her document follow again.
  if (ward && actingOf(ward, keeperId, false)) return followWard(world, keeperId, _id)
  const parting = known ?? (ward && actingOf(ward, keeperId, true))
  await unfollowWard(world, [keeperId], _id)
  const ended = parting?.since ?? since
  if (ended === undefined) return
  await forgetKept(world, _id, keeperId, ended)
  if (ward?.consent && parting) await tellChange(world, _id, ward.keepers, { keeper: parting, may: null, by })
  await store.change('dependents', { _id, 'parting.id': keeperId }, { parting: store.is.remove() })
}

/** What an account that acts for her no more still has of her goes: cards, invitations, passes, old messages. */
async function forgetKept(world: World, wardId: string, keeperId: string, since: number): Promise<void> {
  const { store, ids } = world
  const { is } = store
  await store.change('dependents', { _id: wardId, 'invite.by': keeperId }, { invite: is.set(null) })
  await store.remove('cards', { wardId, by: keeperId })
  await store.remove('cards', { wardId, answeredBy: keeperId })
  await endFiles(world, { by: keeperId, of: 'ours' })
  const old = { title: '一位家人的旧消息', body: '您不再照管这位家人，这条消息里的内容也一起删掉了。' }
  // What tells that it ended stays.
  const ended = ids.message('kept', wardId, endedRev(keeperId, since), keeperId)
  const told = { ward: wardId, personId: keeperId, _id: is.neq(ended) }
  await store.change('messages', told, { ...old, page: pages.family, out: is.remove() })
}

/** Wards as the caller may see them: names of those who keep them, numbers masked. */
export async function shownWards(world: World, wards: readonly DependentDoc[]): Promise<Dependent[]> {
  const { store, id: caller, now } = world
  const [people, stations] = await Promise.all([
    namesOf(world, wards),
    store.readMany(
      'communities',
      wards.flatMap(({ station }) => station || []),
      ['name'],
    ),
  ])
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  return wards.flatMap(({ kind, ...ward }): Dependent[] => {
    if (kind === 'guest') return []
    return [
      {
        id: ward._id,
        name: ward.name,
        called: ward.keepers.find(({ id }) => id === caller)?.called ?? ward.name,
        kind,
        born: ward.born,
        phone: maskedPhone(ward.phone),
        age: ageAt(ward.born, now),
        keepers: shownKeepers(world, ward, nameOf),
        isSelf: selfOf(ward) === caller,
        canManage: mayManage(ward, caller, world.now),
        station: stations.get(ward.station ?? '')?.name ?? '',
        canWithdraw: mayTakeBack(ward, caller, world.now),
        consent: ward.consent && { ...ward.consent, by: nameOf(ward.consent.by) },
      },
    ]
  })
}

/** Names of all who act for these people, or agreed for them. */
export const namesOf = ({ store }: World, wards: readonly Pick<DependentDoc, 'keepers' | 'consent'>[]) =>
  store.readMany(
    'people',
    wards.flatMap(({ keepers, consent }) => [...keepers.map(({ id }) => id), ...(consent ? [consent.by] : [])]),
    ['name'],
  )

/** Those who act for somebody, by name, and what each may do. */
export const shownKeepers = (
  { id: caller }: World,
  { keepers }: Pick<DependentDoc, 'keepers'>,
  nameOf: (id: string) => string,
): Keeper[] =>
  keepers.map(({ id, since, as = '', isSelf = false, may = mayAll }) => ({
    ...{ id, since, as, isSelf, may },
    name: nameOf(id),
    isMe: id === caller,
  }))
