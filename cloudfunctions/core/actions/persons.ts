// People by their ids, whether they hold an account (p…), are kept by a family (d…) or were entered by name (g…).
import type { DependentDoc, Missed } from '../ports/documents'
import type { World } from './world'

/** What is known of anyone who can have a seat. Numbers are whole: whoever hands them on masks them. */
export interface KnownPerson {
  id: string
  name: string
  phone: string
  kind: 'account' | DependentDoc['kind']
  born: string | null
  /** Accounts that keep her; empty for an account and a guest. */
  keepers: DependentDoc['keepers']
  communityId: string | null
  missed: Missed | null
}

const isAccount = (id: string) => id.startsWith('p')

/** Whoever of these ids is known; two reads at most. */
export async function knownPersons({ store }: World, ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  const [accounts, others] = await Promise.all([
    store.readMany('people', ids.filter(isAccount), ['name', 'phone', 'communityId', 'missed']),
    store.readMany(
      'dependents',
      ids.filter((id) => !isAccount(id)),
      ['name', 'phone', 'kind', 'born', 'keepers', 'communityId', 'missed'],
    ),
  ])
  const known = new Map<string, KnownPerson>()
  for (const [id, { name, phone, communityId, missed = null }] of accounts)
    known.set(id, { id, name, phone, kind: 'account', born: null, keepers: [], communityId, missed })
  for (const [id, { name, phone, kind, born, keepers, communityId, missed = null }] of others)
    known.set(id, { id, name, phone, kind, born, keepers, communityId, missed })
  return known
}

/** Those the caller keeps, as the dependents themselves say; at most ten. */
export async function wardsOf({ store, id, person }: World): Promise<DependentDoc[]> {
  if (!id || !person?.wards?.length) return []
  const wards = await store.readMany('dependents', person.wards)
  const isHers = (ward: DependentDoc) => ward.consent !== null && ward.keepers.some((keeper) => keeper.id === id)
  return [...wards.values()].filter(isHers)
}
