// Who is named on the page of a case, and how each is called there by who looks at it.
import type { CaseDoc, CaseStepDoc, PartnerDoc } from '../ports/documents'
import { knowsAsker, knowsHome } from '../domain/case-sight'
import { countyName } from './case-names'
import type { Held } from './case-held'
import { membersOf } from './case-units'
import { knownPersons, type KnownPerson } from './persons'
import type { World } from './world'

/** A unit as the page shows it, whether partner or team. */
type UnitShown = Pick<PartnerDoc, 'name' | 'phone'> & Partial<Pick<PartnerDoc, 'people'>>

/** Everybody a page names. People are read only for those who see the whole case. */
export interface Cast {
  community: { name: string; phone: string; compound: string }
  units: ReadonlyMap<string, UnitShown>
  people: ReadonlyMap<string, KnownPerson>
  /** Who is in the viewer's own teams among the units. */
  members: readonly { teamId: string; personId: string }[]
  /** The team of each helper, by her account: the first that she joined. */
  teams: ReadonlyMap<string, string>
}

const unitsIn = ({ units, steps }: CaseDoc) => [
  ...units.map(({ id }) => id),
  ...steps.flatMap(({ as, of, move, to }) => [...(as === 'unit' ? [of] : []), ...(move === 'dispatch' ? to : [])]),
]

const asNeighbour: readonly CaseStepDoc['as'][] = ['helper', 'neighbour', 'follower']

/** Reads who is named: eight reads at most, and beside a team's own members nobody whom the case itself does not name. */
export async function castOf(world: World, { shown: kase, sight, viewer }: Held): Promise<Cast> {
  const { store } = world
  const helped = kase.steps.filter(({ as }) => asNeighbour.includes(as)).map(({ by }) => by)
  const isInside = sight === 'all'
  const ownTeams = kase.units.filter(({ id, kind }) => kind === 'team' && viewer.units.includes(id))
  const members =
    isInside && ownTeams.length > 0
      ? await membersOf(
          world,
          ownTeams.map(({ id }) => id),
        )
      : []
  const others = [...comersIn(kase), ...members.map(({ personId }) => personId)]
  const people = isInside ? [kase.forId, kase.askerId, ...kase.helpers, ...helped, ...others] : []
  const units = unitsIn(kase).filter((id) => id !== '')
  const [community, partners, teams, joined, known] = await Promise.all([
    store.read('communities', kase.communityId, ['name', 'phone', 'compounds']),
    store.readMany('partners', units, ['name', 'phone', 'people']),
    store.readMany('teams', units, ['name', 'phone']),
    isInside ? teamsOf(world, kase.helpers) : new Map<string, string>(),
    knownPersons(
      world,
      people.filter((id) => id !== ''),
    ),
  ])
  const compound = community?.compounds?.find(({ id }) => id === kase.compoundId)
  return {
    community: { name: community?.name ?? '', phone: community?.phone ?? '', compound: compound?.name ?? '' },
    units: new Map<string, UnitShown>([...teams, ...partners]),
    people: known,
    members,
    teams: joined,
  }
}

/** Whom teams named to come, and who said yes for them. */
const comersIn = ({ units, steps }: CaseDoc) => [
  ...units.flatMap(({ kind, personId }) => (kind === 'team' && personId ? [personId] : [])),
  ...steps.filter(({ as }) => as === 'unit').map(({ by }) => by),
]

/** Teams of the helpers of one case that are read at most. */
const mostTeams = 50

/** The name of the first team of each of these accounts that is in one; two reads. */
async function teamsOf({ store }: World, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const where = { personId: store.is.in([...ids]), state: store.is.in(['member', 'leader']) }
  const joined = await store.find('memberships', where, { fields: ['personId', 'teamId', 'at'], limit: mostTeams })
  const teamIds = joined.map(({ teamId }) => teamId)
  const names = await store.readMany('teams', teamIds, ['name'])
  const lastFirst = joined.sort((one, other) => other.at - one.at)
  return new Map(lastFirst.map(({ personId, teamId }) => [personId, names.get(teamId)?.name ?? '']))
}

/** Somebody of a unit: of a partner as it stands in its register, of a team by her account; null for anybody else. */
function memberOf({ units, people }: Cast, unitId: string, personId: string) {
  const unit = units.get(unitId)
  if (unit?.people) return unit.people.find(({ id }) => id === personId) ?? null
  const known = unit && people.get(personId)
  return known ? { name: known.name, phone: known.phone, title: '' } : null
}

/** Who comes of a unit that took it on: whoever was named, else who said yes for it; null where nobody is known. */
export function comerOf({ steps }: CaseDoc, { id, state, personId }: CaseDoc['units'][number], cast: Cast) {
  if (state !== 'accepted') return null
  const yes = steps.filter(({ move, of }) => move === 'accept' && of === id).at(-1)
  return memberOf(cast, id, personId || (yes?.by ?? ''))
}

/** 秦师傅: the surname and what she is; her name where she has no title; '' where nobody of the unit is named. */
export function personOf(cast: Cast, unitId: string, personId: string): string {
  const person = memberOf(cast, unitId, personId)
  if (!person) return ''
  return person.title ? `${[...person.name].slice(0, 1).join('')}${person.title}` : person.name
}

/** Who made a step, as this viewer may read it. `asker` is how she reads who asked. */
export function doerWords(
  { by, as, of }: CaseStepDoc,
  { viewer, sight, kase }: Held,
  cast: Cast,
  asker: string,
): string {
  const isInside = sight === 'all'
  if (as === 'clock') return '到时间了'
  if (by === viewer.id && by !== '') return '您'
  if (as === 'grid') return `${cast.community.compound}网格员`
  if (as === 'staff') return cast.community.name
  if (as === 'county') return countyName
  if (as === 'unit') {
    const unit = cast.units.get(of)?.name ?? ''
    return isInside ? `${unit} ${personOf(cast, of, by)}`.trim() : unit
  }
  if (as === 'asker') return kase.firstAsked && by !== kase.askerId ? '先提出的邻居' : asker
  if (as === 'party') return (isInside && kase.otherParty?.name) || '对方'
  return (isInside && cast.people.get(by)?.name) || '一位邻居'
}

/** Whom a step went to, in words: units, and the one of it who is named. */
export function toWords({ move, to }: CaseStepDoc, { sight }: Held, cast: Cast): string {
  if (move === 'handOn') {
    const [unit = '', person = ''] = to
    return sight === 'all' ? personOf(cast, unit, person) : (cast.units.get(unit)?.name ?? '')
  }
  return move === 'dispatch' ? to.flatMap((id) => cast.units.get(id)?.name ?? []).join('、') : ''
}

/** Whom to call about it now: who has it; the community where nobody nearer has a number. */
export function contactOf({ kase, sight }: Held, cast: Cast) {
  const { community, units, people } = cast
  if (kase.state === 'waiting') return null
  const [kind, id] = [kase.desk.slice(0, 1), kase.desk.slice(2)]
  const unit = kind === 'u' ? units.get(id) : undefined
  if (unit) {
    const named = kase.units.find((each) => each.id === id)?.personId
    const person = sight === 'all' && named ? memberOf(cast, id, named) : null
    return { name: unit.name, phone: person?.phone || unit.phone }
  }
  const helper = kind === 'h' && sight === 'all' ? people.get(kase.helpers[0] ?? '') : undefined
  if (helper?.phone) return { name: helper.name, phone: helper.phone }
  return community.phone ? { name: community.name, phone: community.phone } : null
}

/** Whom those who come call in the place of an asker who is not named to them. */
const unnamed = '提出的人不想露名，请打给社区'

/** Who rang up about the same: for the desk, which tells them how it ended. */
export function alsoToCall({ kase, viewer, sight }: Held): { name: string; phone: string }[] {
  const isDesk = sight === 'all' && viewer.parts.some((part) => ['grid', 'staff', 'county'].includes(part))
  return isDesk ? (kase.joinedCallers ?? []).map(({ name, phone }) => ({ name, phone })) : []
}

/** How to reach who asked, for the desk and for those who come to her; null for everybody else. */
export function askerContactOf({ kase, viewer, sight, service }: Held, { people, community }: Cast) {
  const isHers = viewer.parts.includes('asker')
  const isComing = kase.units.some(({ id, state }) => state === 'accepted' && viewer.units.includes(id))
  const mayCall = isComing || viewer.parts.some((part) => ['helper', 'grid', 'staff', 'county'].includes(part))
  if (isHers || sight !== 'all' || !mayCall || !knowsHome(kase, viewer)) return null
  if (!knowsAsker(kase, viewer, service)) return { name: unnamed, phone: community.phone }
  if (kase.caller) return kase.caller
  const [who, asker] = [people.get(kase.forId), people.get(kase.askerId)]
  const name = who?.name ?? asker?.name ?? ''
  return name ? { name, phone: who?.phone || asker?.phone || '' } : null
}
