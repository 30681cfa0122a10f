// What somebody may do for her is hers to end or change; without an account of hers it is for who gave the consent.
import { changeRights, refuse, type May } from '../contract'
import { isTold, mayAll, mayManage, selfOf, whoManages } from '../domain/family'
import { dayOf } from '../domain/times'
import type { DependentDoc, KeeperDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { note } from './audit'
import { endedRev, endKeeping, unfollowWard, wardOf } from './family-kept'
import { someoneStays } from './family-keepers'
import { shown } from './family-save'
import { forAnyone } from './kernel'
import { tell } from './telling'
import type { World } from './world'

export const changeKeeping = forAnyone(changeRights, async ({ id, keeperId, may }, world) => {
  const ward = await wardOf(world, id)
  if (!ward) return refuse('access.gone')
  const isOwn = keeperId === world.id
  // Anyone may go by herself; what she may do is changed by who may change what others do.
  if (!mayManage(ward, world.id, world.now) && !(isOwn && may === null))
    return refuse('family.rights_of_other', { by: whoManages(ward, world.id, world.now) })
  const keeper = ward.keepers.find((each) => each.id === keeperId)
  if (may !== null && !keeper) return refuse('access.gone')
  if (keeper && !(await setRights(world, ward, { keeper, may, by: nameOf(world, ward) }))) {
    return refuse('family.last_keeper')
  }
  if (isOwn && may === null) return { item: null }
  const item = await shown(world, id)
  return 'refused' in item ? item : { item }
})

const nameOf = ({ id, person }: World, ward: DependentDoc) => (selfOf(ward) === id ? '本人' : (person?.name ?? ''))

/** Marks the note that somebody took away an account as not hers: no card lets it be hers again. */
export const notSelf = (id: string) => `${id}_notSelf`

interface Change {
  keeper: KeeperDoc
  /** Null: she acts for her no more. */
  may: May | null
  /** Who changed it, in words. */
  by: string
}

/**
 * Lets an account do so much for her, or nothing any more, and tells it and the others; false when she would be left
 * with nobody. Repeated after it was cut off, it does the rest and tells nobody twice.
 */
export async function setRights(world: World, ward: DependentDoc, change: Change): Promise<boolean> {
  const { store } = world
  const { keeper, may } = change
  const { signUp, told } = keeper.may ?? mayAll
  const rev = may === null && keeper.isSelf && keeper.id !== world.id ? notSelf(keeper.id) : `${keeper.id}_${world.now}`
  if (may === null) {
    if (!ward.station && ward.keepers.length === 1) return false
    // First of all she has no way to her any more; cut off here, the repeated call does the rest.
    await unfollowWard(world, [keeper.id], ward._id)
    if (keeper.isSelf) await note(world, 'family.rights', ward._id, rev, ['keepers'])
    await tellAll(world, ward, change)
    if (!(await endKeeping(world, ward._id, keeper.id, someoneStays(world, ward))))
      return !(await isKeptBy(world, ward._id, keeper.id))
  } else {
    if (may.signUp === signUp && may.told === told) return true
    await tellAll(world, ward, change)
    await store.change('dependents', { _id: ward._id, 'keepers.id': keeper.id }, { 'keepers.$.may': store.is.set(may) })
  }
  await note(world, 'family.rights', ward._id, rev, may ? Object.keys(may) : ['keepers'])
  return true
}

async function isKeptBy({ store }: World, wardId: string, id: string): Promise<boolean> {
  const ward = await store.read('dependents', wardId, ['keepers'])
  return ward?.keepers.some((each) => each.id === id) ?? false
}

/** Whom it concerns learns what she may do now; the others who act for her, that it changed. */
async function tellAll(world: World, ward: DependentDoc, change: Change): Promise<void> {
  const { keeper, may, by } = change
  const known = await world.store.read('people', keeper.id, ['name'])
  const name = keeper.isSelf ? '本人的微信' : known?.name || '一位家人'
  const changed = (to: May) => `${keeper.id} ${Number(to.signUp)}${Number(to.told)} ${dayOf(world.now)}`
  const rev = may ? changed(may) : endedRev(keeper.id, world.now)
  const about = { kind: 'kept', about: ward._id, rev, ward: ward._id }
  for (const each of ward.keepers) {
    if (each.id === world.id) continue
    if (each.id !== keeper.id && !isTold(each)) continue
    const isHer = each.id === keeper.id
    const words = isHer ? wordsToHer(each, may, by) : wordsToOthers(name, each.isSelf ? '您' : each.called, may, by)
    await tell(world, [each.id], { ...about, ...words, page: pages.family })
  }
}

function wordsToHer({ called: name, isSelf }: KeeperDoc, may: May | null, by: string) {
  const called = isSelf ? '自己' : name
  if (may) {
    const [signUp, told] = [may.signUp ? '可以' : '不能', may.told ? '会' : '不会']
    const body = `${by}改的：现在您${signUp}给${called}报名，${told}收到${called}的消息。`
    return { title: `您给${called}能办的事有变化`, body }
  }
  return isSelf
    ? { title: '您的档案不再连着这个微信', body: `${by}改的。以后您的报名和消息不再到这里。` }
    : { title: `您不再照管${called}了`, body: `${by}改的。以后${called}的报名和消息不再到您这里。` }
}

const wordsToOthers = (name: string, called: string, may: May | null, by: string) => ({
  title: may ? `${name}给${called}能办的事有变化` : `${name}不再照管${called}了`,
  body: `${by}改的。在「我的家人」里看得到都有谁在照管。`,
})
