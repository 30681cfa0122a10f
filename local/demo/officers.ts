import type { PartnerDoc, PersonDoc } from '@core/ports/documents'
import { day } from './calendar'
import { demoPeople } from './cast'
import type { Chance } from './chance'
import { communities, compoundIdOf } from './communities'
import { namer } from './names'
import { partnerSeeds } from './partner-list'
import { personIdOf } from './person-id'
import { isOfficer, numbers, type Resident } from './residents'

/** Who looks after compounds and who has the desk of a unit, and the units with them. */
export interface Officers {
  people: PersonDoc[]
  partners: PartnerDoc[]
}

/** The compound of 贺小满. */
export const liuyinli = compoundIdOf('liuwan', 3)

/** Makes them beside the residents, who stay as they are: no name and no number of theirs comes twice. */
export function makeOfficers(chance: Chance, now: number, residents: readonly Resident[]): Officers {
  const cast = demoPeople.filter(({ role }) => isOfficer(role))
  const name = namer(
    chance,
    [...residents.map(({ doc }) => doc), ...demoPeople].map((each) => each.name),
  )
  const number = numbers(
    chance,
    residents.map(({ doc }) => doc.phone),
  )
  const people: PersonDoc[] = []
  const person = (openid: string, called: string, communityId: string | null, rights: Partial<PersonDoc>) => {
    const doc: PersonDoc = {
      ...{ _id: personIdOf(openid), openid, name: called, phone: number(), communityId },
      ...{ staffOf: [], county: false, consents: {}, unread: 0, createdAt: now - chance.whole(60, 400) * day },
      ...rights,
    }
    people.push(doc)
    return doc
  }
  const played = (called: string) => cast.find((each) => each.name === called)

  const partners = partnerSeeds.map((seed, order): PartnerDoc => {
    const { id, caresFor = [], only = communities.map((each) => each.id), people: seats, ...rest } = seed
    const phone = `000-5291${String(order + 1).padStart(3, '0')}`
    const team = seats.map(({ title, name: called = name('middle') }, at) => {
      const openid = played(called)?.openid ?? `o-demo-unit-${id}-${at + 1}`
      const home = seed.kind === 'mediation' && only.length === 1 ? (only[0] ?? null) : null
      return { id: person(openid, called, home, { unitOf: [id] })._id, name: called, title, phone }
    })
    return { _id: id, ...rest, caresFor: [...caresFor], communityIds: [...only], phone, people: team, order: order + 1 }
  })
  for (const { id, stations } of communities) {
    const compounds = stations.slice(1).map((_, at) => compoundIdOf(id, at + 1))
    const theirs = id === 'liuwan' ? compounds.filter((each) => each !== liuyinli) : compounds
    person(`o-demo-grid-${id}`, name('middle'), id, { gridOf: theirs })
  }
  const grid = played('贺小满')
  if (grid) person(grid.openid, grid.name, 'liuwan', { gridOf: [liuyinli] })
  return { people, partners }
}
