// What somebody may do for her is hers to end or change; without an account of hers it is for who gave the consent.
import { changeRights, letGo, refuse } from '../contract'
import { mayAll, mayManage, selfOf, whoManages } from '../domain/family'
import type { DependentDoc } from '../ports/documents'
import { note } from './audit'
import { actingOf, endKeeping, someoneStays, unfollowWard, wardOf } from './family-kept'
import { shown } from './family-save'
import { tellChange, type Change } from './family-telling'
import { forAnyone, forProfile } from './kernel'
import type { World } from './world'

export const changeKeeping = forAnyone(changeRights, async ({ id, keeperId, may }, world) => {
  const ward = await wardOf(world, id)
  if (!ward) return refuse('access.gone')
  const isOwn = keeperId === world.id
  // Anyone may go by herself; what she may do is changed by who may change what others do.
  if (!mayManage(ward, world.id, world.now) && !(isOwn && may === null))
    return refuse('family.rights_of_other', { by: whoManages(ward, world.id, world.now) })
  const keeper = actingOf(ward, keeperId, may === null)
  if (may !== null && !keeper) return refuse('access.gone')
  if (keeper && !(await setRights(world, ward, { keeper, may, by: nameOf(world, ward) }))) {
    return refuse('family.last_keeper')
  }
  if (isOwn && may === null) return { item: null }
  const item = await shown(world, id)
  return 'refused' in item ? item : { item }
})

const nameOf = ({ id, person }: World, ward: DependentDoc) => (selfOf(ward) === id ? '本人' : (person?.name ?? ''))

export const stopKeeping = forProfile(letGo, async ({ id }, world) => {
  const ward = await world.store.read('dependents', id)
  const keeper = ward && actingOf(ward, world.id, true)
  if (!keeper || !ward.consent) await unfollowWard(world, [world.id], id)
  else if (!(await setRights(world, ward, { keeper, may: null, by: nameOf(world, ward) })))
    return refuse('family.last_keeper')
  return {}
})

/** Marks the note that somebody took away an account as not hers: no card lets it be hers again. */
export const notSelf = (id: string) => `${id}_notSelf`

/**
 * Lets an account do so much for her, or nothing any more, and tells it and the others; false when she would be left
 * with nobody. Repeated after it was cut off, it does the rest and tells nobody twice.
 */
export async function setRights(world: World, ward: DependentDoc, { keeper, may, by }: Change): Promise<boolean> {
  const { store } = world
  const { id, turn = 0 } = keeper
  const { signUp, told } = keeper.may ?? mayAll
  const rev = may === null && keeper.isSelf && id !== world.id ? notSelf(id) : `${id}_${world.now}`
  if (may === null) {
    if (!ward.station && ward.keepers.every((each) => each.id === id)) return false
    if (keeper.isSelf) await note(world, 'family.rights', ward._id, rev, ['keepers'])
    if (!(await endKeeping(world, ward._id, id, someoneStays(world, ward), by)))
      return !(await isKeptBy(world, ward._id, id))
  } else {
    const isSo = may.signUp === signUp && may.told === told
    if (isSo && turn === 0) return true
    const set = { 'keepers.$.may': store.is.set(may), 'keepers.$.turn': turn + 1 }
    if (!isSo) await store.change('dependents', { _id: ward._id, 'keepers.id': id }, set)
    // Who repeats it after it was cut off tells those who were not told.
    await tellChange(world, ward._id, ward.keepers, { keeper: { ...keeper, turn: turn + Number(!isSo) }, may, by })
    if (isSo) return true
  }
  await note(world, 'family.rights', ward._id, rev, may ? Object.keys(may) : ['keepers'])
  return true
}

async function isKeptBy({ store }: World, wardId: string, id: string): Promise<boolean> {
  const ward = await store.read('dependents', wardId, ['keepers'])
  return ward?.keepers.some((each) => each.id === id) ?? false
}
