// Whom a leader calls about somebody: herself, or the family that keeps her.
import type { KnownPerson } from './persons'
import type { World } from './world'

/** A whole number, and whose it is when it is not her own; '' where there is none. */
export interface Reached {
  phone: string
  phoneOf: string
}

/**
 * How each of these people is reached: whoever has no number of her own by who of the family signed her up (`byOf`),
 * else by the first who keeps her and has one. One read more at most, and none where she who signed up has a number.
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
    const keepers = person.keepers.map((keeper) => keeper.id)
    return [...keepers].sort((a, b) => Number(b === byOf(personId)) - Number(a === byOf(personId)))
  }
  const unread = people.flatMap((personId) => {
    const [first = '', ...others] = familyOf(personId)
    return known.get(first)?.phone ? [] : [first, ...others].filter((id) => id !== '' && !known.has(id))
  })
  const read = await store.readMany('people', unread, ['name', 'phone'])
  return (personId) => {
    const person = known.get(personId)
    const family = familyOf(personId).map((id) => known.get(id) ?? read.get(id))
    const relative = family.find((each) => each?.phone)
    return relative ? { phone: relative.phone, phoneOf: relative.name } : { phone: person?.phone ?? '', phoneOf: '' }
  }
}
