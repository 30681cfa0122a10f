// The units that a move names, or that a professional's no leads to: partners of the community, and its teams.
import type { Move } from '../contract'
import { isSealed } from '../domain/case'
import type { UnitAtHand } from '../domain/case-flow'
import type { CaseDoc } from '../ports/documents'
import type { CaseService } from '../services/case-service'
import type { Held } from './case-held'
import type { World } from './world'

/** The units with which this move is decided; two reads at most. */
export async function unitsFor(world: World, held: Held, move: Move): Promise<UnitAtHand[]> {
  if (move.move === 'dispatch') return unitsBy(world, move.units, held)
  if (move.move === 'handOn') return withMembers(world, await unitsBy(world, [move.unit], held))
  const leaves = move.move === 'decline' || move.move === 'giveBack'
  return leaves && isSealed(held.service) ? professionals(world, held.kase, held.service) : []
}

/** People of one unit who can be named. */
const mostMembers = 50

/** Who is in these teams; fifty at most. */
export const membersOf = ({ store }: World, teamIds: readonly string[]) => {
  const where = { teamId: store.is.in([...teamIds]), state: store.is.in(['member', 'leader']) }
  return store.find('memberships', where, { fields: ['teamId', 'personId'], limit: mostMembers })
}

/** Those of these ids that may be named for this case. At its own level the county may whistle for any. */
async function unitsBy(world: World, ids: readonly string[], { kase }: Held): Promise<UnitAtHand[]> {
  const { store } = world
  const isCounty = kase.level === 'county'
  const partners = await store.readMany('partners', ids, ['communityIds', 'people'])
  const others = ids.filter((id) => !partners.has(id))
  const teams = await store.readMany('teams', others, ['communityId', 'leaderIds'])
  return ids.flatMap((id): UnitAtHand[] => {
    const [partner, team] = [partners.get(id), teams.get(id)]
    if (partner && (isCounty || partner.communityIds.includes(kase.communityId)))
      return [{ id, kind: 'partner', people: partner.people.map((person) => person.id) }]
    if (team && (isCounty || team.communityId === kase.communityId))
      return [{ id, kind: 'team', people: team.leaderIds }]
    return []
  })
}

/** Within a team anybody of it can be named to come. */
async function withMembers(world: World, units: readonly UnitAtHand[]): Promise<UnitAtHand[]> {
  const teams = units.filter(({ kind }) => kind === 'team').map(({ id }) => id)
  const members = teams.length > 0 ? await membersOf(world, teams) : []
  const of = (team: string) => members.filter(({ teamId }) => teamId === team).map(({ personId }) => personId)
  return units.map((unit) => ({ ...unit, people: [...unit.people, ...of(unit.id)] }))
}

/** Those who answer for a professional service in its community, the first first; of no use is one without people. */
export async function professionals({ store }: World, kase: CaseDoc, service: CaseService): Promise<UnitAtHand[]> {
  const where = { communityIds: kase.communityId }
  const near = await store.find('partners', where, { fields: ['_id', 'kind', 'people'], order: [['order', 'asc']] })
  return near
    .filter(({ kind, people }) => kind === service.professional && people.length > 0)
    .map(({ _id: id, people }) => ({ id, kind: 'partner', people: people.map((person) => person.id) }))
}
