import { consentVersion } from '@core/contract'
import { calendar } from '@core/domain/times'
import type { DependentDoc } from '@core/ports/documents'
import { day, minute } from './calendar'
import type { Chance } from './chance'
import { namer } from './names'
import { guestIdOf, wardIdOf } from './person-id'
import type { Resident } from './residents'

/** People of 柳湾 without an account: those whom families keep, and those whom 苏桂兰 entered by name. */
export interface Relatives {
  docs: DependentDoc[]
  lele: DependentDoc
  motherInLaw: DependentDoc
  children: DependentDoc[]
  elders: DependentDoc[]
  guests: DependentDoc[]
  /** Entered under 梁文娟's own name and number before she had signed up by herself: hers to claim. */
  herself: DependentDoc
  /** Entered at her door by 邵丽萍: the community acts for her, since she has no family here. */
  alone: DependentDoc
}

/** How many children and elders families keep, beside those of 梁文娟, and how many guests were entered. */
const counts = { children: 9, elders: 8, guests: 12 }

const bornIn = (now: number, age: number, month: number) =>
  `${calendar(now).year - age}-${String(month).padStart(2, '0')}`

/** Makes them, and lets the documents of those who keep them follow. */
export function makeRelatives(chance: Chance, now: number, residents: readonly Resident[]): Relatives {
  const named = (name: string) => residents.find(({ doc }) => doc.name === name) as Resident
  const liang = named('梁文娟')
  const name = namer(chance, [...residents.map(({ doc }) => doc.name), '高乐乐'])
  const keepers = chance
    .shuffled(residents.filter(({ doc, age }) => doc.openid.startsWith('o-demo-resident-') && age === 'middle'))
    .filter(({ doc }) => doc.communityId === 'liuwan' && doc.staffOf.length === 0)

  const keep = (
    keeper: Resident,
    said: Pick<DependentDoc, 'kind' | 'name' | 'born'> & { called: string; as?: string },
  ) => {
    const { called, as, ...rest } = said
    const since = now - chance.whole(30, 200) * day
    const by = keeper.doc._id
    const ward: DependentDoc = {
      ...rest,
      _id: wardIdOf(by, called),
      phone: '',
      communityId: keeper.doc.communityId,
      keepers: [{ id: by, called, since, ...(as && { as }) }],
      consent: { at: since, by, version: consentVersion, asGuardian: said.kind === 'child' },
      invite: null,
      enteredBy: '',
      claimedBy: '',
      createdAt: since,
    }
    keeper.doc.wards = [...(keeper.doc.wards ?? []), ward._id]
    return ward
  }
  const guest = (called: string, phone: string): DependentDoc => ({
    _id: guestIdOf('liuwan', called, phone),
    kind: 'guest',
    name: called,
    phone,
    born: null,
    communityId: 'liuwan',
    keepers: [],
    consent: null,
    enteredBy: 'liuwan-crafts',
    claimedBy: '',
    keptUntil: now + 180 * day,
    createdAt: now - chance.whole(600, 4000) * minute,
  })

  const lele = keep(liang, { kind: 'child', name: '高乐乐', born: bornIn(now, 8, 5), called: '乐乐', as: '妈妈' })
  const motherInLaw = keep(liang, {
    ...{ kind: 'elder', name: '何玉珍', born: bornIn(now, 72, 3) },
    ...{ called: '婆婆', as: '儿媳' },
  })
  const from = (at: number) => keepers[at % keepers.length] as Resident
  const children = Array.from({ length: counts.children }, (_, at) => {
    const said = { name: name('young'), born: bornIn(now, chance.whole(7, 11), 5) }
    return keep(from(at), { kind: 'child', ...said, called: chance.pick(['大宝', '妹妹', '儿子', '闺女']) })
  })
  const elders = Array.from({ length: counts.elders }, (_, at) => {
    const said = { name: name('elder'), born: bornIn(now, chance.whole(68, 84), 6) }
    return keep(from(counts.children + at), { kind: 'elder', ...said, called: chance.pick(['妈妈', '爸爸', '奶奶']) })
  })
  const guests = Array.from({ length: counts.guests }, (_, at) =>
    guest(name('elder'), at % 3 === 0 ? '' : `1380000${String(9000 + at)}`),
  )
  const herself = guest('梁文娟', liang.doc.phone)
  const alone = enteredAtTheDoor(now, named('邵丽萍').doc._id, name('elder'))
  const docs = [lele, motherInLaw, ...children, ...elders, ...guests, herself, alone]
  return { docs, lele, motherInLaw, children, elders, guests, herself, alone }
}

function enteredAtTheDoor(now: number, by: string, name: string): DependentDoc {
  const at = now - 12 * day
  return {
    ...{ _id: wardIdOf(`liuwan ${by}`, name), kind: 'elder', name, phone: '13800009100', born: bornIn(now, 81, 9) },
    ...{ communityId: 'liuwan', keepers: [], station: 'liuwan' },
    consent: { at, by, version: consentVersion, asGuardian: false },
    ...{ invite: null, enteredBy: '', claimedBy: '', createdAt: at },
  }
}
