import type { PersonDoc } from '@core/ports/documents'
import { day } from './calendar'
import { demoPeople, type DemoPerson } from './cast'
import type { Chance } from './chance'
import { communities } from './communities'
import { namer, type Age } from './names'
import { personIdOf } from './person-id'

/** Someone of the county, with what the cloud does not keep: her age and how gladly she takes part. */
export interface Resident {
  doc: PersonDoc
  age: Age
  keen: number
}

/** Names of 柳湾 that the pictures of the design show. */
const knownInLiuwan: [name: string, age: Age][] = [
  ['许长山', 'elder'],
  ['郭淑芬', 'elder'],
  ['陶国栋', 'middle'],
]
const prefixes = [
  '133',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '152',
  '158',
  '159',
  '186',
  '187',
  '188',
  '189',
]

/** Numbers with 0000 in the middle, as no operator gives them out here; none comes twice, and none of those taken. */
export function numbers(chance: Chance, taken: Iterable<string> = []): () => string {
  const used = new Set<string>(taken)
  return () => {
    for (;;) {
      const number = `${chance.pick(prefixes)}0000${String(chance.whole(1000, 9999))}`
      if (used.has(number)) continue
      used.add(number)
      return number
    }
  }
}

/** Those whom `officers` makes: who looks after a compound, or has the desk of a unit. */
export const isOfficer = (role: DemoPerson['role']) => role === 'grid' || role === 'partner' || role === 'mediator'

/** Everyone with a profile but the officers: the cast, two workers for each community, and the residents, 柳湾 the largest. */
export function makeResidents(chance: Chance, now: number, scale: number): Resident[] {
  const cast = demoPeople.filter(({ role }) => role !== 'newcomer' && !isOfficer(role))
  const name = namer(chance, [...demoPeople.map((each) => each.name), ...knownInLiuwan.map(([known]) => known)])
  const number = numbers(chance)
  let count = 0
  const person = (openid: string, called: string, communityId: string | null, age: Age): Resident => ({
    doc: {
      _id: personIdOf(openid),
      openid,
      name: called,
      phone: age === 'elder' && chance.yes(0.4) ? '' : number(),
      communityId,
      staffOf: [],
      county: false,
      consents: {},
      unread: 0,
      createdAt: now - chance.whole(20, 500) * day,
    },
    age,
    keen: 0.3 + chance.next() ** 2 * 1.4,
  })
  const next = (communityId: string, age: Age, called = name(age)) =>
    person(`o-demo-resident-${String(++count).padStart(4, '0')}`, called, communityId, age)

  const players = cast.map(({ openid, name: called, role }) => {
    const home = role === 'county' ? null : called === '丁建平' ? 'dongsheng' : 'liuwan'
    const player = person(openid, called, home, role === 'elder' ? 'elder' : 'middle')
    player.doc.phone ||= number()
    player.doc.county = role === 'county'
    if (role === 'staff') player.doc.staffOf = ['liuwan']
    return player
  })
  const workers = communities.flatMap(({ id }) =>
    Array.from({ length: id === 'liuwan' ? 1 : 2 }, () => {
      const worker = next(id, 'middle')
      return { ...worker, doc: { ...worker.doc, staffOf: [id] } }
    }),
  )
  const residents = communities.flatMap(({ id }) => {
    const wanted = Math.max(
      id === 'liuwan' ? 90 : 24,
      Math.round((id === 'liuwan' ? 180 : 50 + chance.whole(0, 10)) * scale),
    )
    const known = id === 'liuwan' ? knownInLiuwan : []
    const others = Array.from({ length: wanted - known.length }, () =>
      next(
        id,
        chance.weighted<Age>(['elder', 'middle', 'young'], (age) => ({ elder: 4, middle: 5, young: 2 })[age]),
      ),
    )
    return [...known.map(([called, age]) => next(id, age, called)), ...others]
  })
  return [...players, ...workers, ...residents]
}
