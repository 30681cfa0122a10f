// The names that cards of cases need, of many at once: communities, compounds, units, people.
import type { CaseDoc, CommunityDoc } from '../ports/documents'
import { knownPersons } from './persons'
import type { World } from './world'

type Compound = NonNullable<CommunityDoc['compounds']>[number]
type Named = Pick<CaseDoc, 'communityId' | 'desk' | 'forId'>

/** Names by id; '' or undefined for who is gone. */
export interface Names {
  community: (id: string) => string
  compound: (id: string) => Compound | undefined
  unit: (id: string) => string
  person: (id: string) => string
}

/** Who keeps the desk of the county. */
export const countyName = '县社区服务中心'

/** Names of partners and teams by id; those that are neither have none. */
export async function unitNames({ store }: World, ids: readonly string[]): Promise<Map<string, string>> {
  const [partners, teams] = await Promise.all([
    store.readMany('partners', ids, ['name']),
    store.readMany('teams', ids, ['name']),
  ])
  return new Map([...teams, ...partners].map(([id, { name }]) => [id, name]))
}

/** The names that cards of these cases need; people only of those whose name she may read. Five reads at most. */
export async function namesFor(world: World, kases: readonly Named[], open: readonly Named[]): Promise<Names> {
  const desks = kases.flatMap(({ desk }) => (desk.startsWith('u_') ? [desk.slice(2)] : []))
  const [communities, units, people] = await Promise.all([
    world.store.readMany(
      'communities',
      kases.map((each) => each.communityId),
      ['name', 'compounds'],
    ),
    unitNames(world, desks),
    knownPersons(
      world,
      open.flatMap(({ forId }) => (forId ? [forId] : [])),
    ),
  ])
  const compounds = [...communities.values()].flatMap((each) => each.compounds ?? [])
  return {
    community: (id) => communities.get(id)?.name ?? '',
    compound: (id) => compounds.find((each) => each.id === id),
    unit: (id) => units.get(id) ?? '',
    person: (id) => people.get(id)?.name ?? '',
  }
}

const grid = (name: string | undefined) => (name ? `${name}网格员` : '网格员')

/** Who has a case now, in words, from the desk on which it lies; '' once it is over. */
export function ownerWords(desk: string, names: Names, isAsker: boolean): string {
  const [kind = '', id = ''] = [desk.slice(0, 1), desk.slice(2)]
  if (desk === '') return ''
  if (desk === 'county') return countyName
  if (kind === 'g') return grid(names.compound(id)?.name)
  if (kind === 's') return names.community(id)
  if (kind === 'v') return '邻居认领中'
  if (kind === 'h') return '来帮忙的邻居'
  if (kind === 'u') return names.unit(id)
  return isAsker ? '您' : '提出的人'
}
