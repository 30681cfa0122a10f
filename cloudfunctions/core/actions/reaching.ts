// Whom a leader calls about somebody: herself, or the family that keeps her.
import { isTold } from '../domain/family'
import type { KeeperDoc } from '../ports/documents'
import type { KnownPerson } from './persons'
import type { World } from './world'

/** A whole number, and whose it is when it is not her own; '' where there is none. */
export interface Reached {
  phone: string
  phoneOf: string
}

/**
 * How each of these people is reached: whoever has no number of her own by that of her own account, else by who of the
 * family signed her up (`byOf`), else by the first who keeps her, is told what concerns her, and has one. One read more
 * at most, and none where the first of these has a number.
 */
export async function reach(
  { store }: World,
  people: readonly string[],
  known: ReadonlyMap<string, KnownPerson>,
  byOf: (personId: string) => string | undefined,
): Promise<(personId: string) => Reached> {
  const familyOf = (personId: string): string[] => {
    const person = known.get(personId)
    if (!person || person.phone) return []
    const rank = (keeper: KeeperDoc) => (keeper.isSelf ? 0 : keeper.id === byOf(personId) ? 1 : 2)
    return person.keepers
      .filter(isTold)
      .sort((a, b) => rank(a) - rank(b))
      .map((keeper) => keeper.id)
  }
  const unread = people.flatMap((personId) => {
    const [first = '', ...others] = familyOf(personId)
    return known.get(first)?.phone ? [] : [first, ...others].filter((id) => id !== '' && !known.has(id))
  })
  const read = await store.readMany('people', unread, ['name', 'phone'])
  return (personId) => {
    const person = known.get(personId)
    const isSelf = (id: string) => person?.keepers.some((keeper) => keeper.id === id && keeper.isSelf)
    for (const id of familyOf(personId)) {
      const { phone = '', name = '' } = known.get(id) ?? read.get(id) ?? {}
      if (phone) return { phone, phoneOf: isSelf(id) ? '' : name }
    }
    return { phone: person?.phone ?? '', phoneOf: '' }
  }
}
