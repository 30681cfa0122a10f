// People whom a family keeps, as those who keep them see them. `dependents.keepers` is the truth, `people.wards` follows.
import type { Dependent } from '../contract'
import { ageAt } from '../domain/ages'
import { maskedPhone, whoMayTakeBack } from '../domain/family'
import type { DependentDoc } from '../ports/documents'
import type { KnownWorld } from './kernel'
import type { World } from './world'

/** Those the caller keeps, by the documents themselves. */
export async function keptBy({ store, id }: KnownWorld): Promise<DependentDoc[]> {
  const kept = await store.find('dependents', { 'keepers.id': id }, { limit: 20 })
  return kept.filter((ward) => ward.consent !== null).sort((a, b) => a.createdAt - b.createdAt)
}

/** One whom the caller keeps; null for anyone else. */
export async function wardOf({ store, id }: KnownWorld, wardId: string): Promise<DependentDoc | null> {
  const ward = await store.read('dependents', wardId)
  return ward && ward.consent !== null && ward.keepers.some((keeper) => keeper.id === id) ? ward : null
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

/** Wards as the caller may see them: names of those who keep them, numbers masked. */
export async function shownWards(world: KnownWorld, wards: readonly DependentDoc[]): Promise<Dependent[]> {
  const known = wards.flatMap(({ keepers, consent }) => [...keepers.map(({ id }) => id), consent?.by ?? ''])
  const people = await world.store.readMany('people', known, ['name'])
  const nameOf = (id: string) => people.get(id)?.name ?? ''
  return wards.flatMap(({ kind, ...ward }): Dependent[] => {
    if (kind === 'guest') return []
    return [
      {
        id: ward._id,
        name: ward.name,
        called: ward.keepers.find(({ id }) => id === world.id)?.called ?? ward.name,
        kind,
        born: ward.born,
        phone: maskedPhone(ward.phone),
        age: ageAt(ward.born, world.now),
        keepers: ward.keepers.map(({ id, since, as = '', isSelf = false, may = { signUp: true, told: true } }) => ({
          ...{ id, since, as, isSelf, may },
          name: nameOf(id),
          isMe: id === world.id,
        })),
        isSelf: ward.keepers.some((keeper) => keeper.id === world.id && keeper.isSelf === true),
        canManage: false,
        station: '',
        canWithdraw: whoMayTakeBack(ward) === world.id,
        consent: ward.consent && { ...ward.consent, by: nameOf(ward.consent.by) },
      },
    ]
  })
}
