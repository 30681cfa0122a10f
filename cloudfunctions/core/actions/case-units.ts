// The units that a move names, or that a professional's no leads to: partners of the community, and its teams.
import type { Move } from '../contract'
import { isSealed } from '../domain/case'
import type { UnitAtHand } from '../domain/case-flow'
import type { Held } from './case-held'
import type { World } from './world'

/** The units with which this move is decided; two reads at most. */
export async function unitsFor(world: World, held: Held, move: Move): Promise<UnitAtHand[]> {
  if (move.move === 'dispatch') return unitsBy(world, move.units, held)
  if (move.move === 'handOn') return unitsBy(world, [move.unit], held)
  return move.move === 'decline' && isSealed(held.service) ? professionals(world, held) : []
}

/** Those of these ids that may be named for this case. At its own level the county may whistle for any. */
async function unitsBy({ store }: World, ids: readonly string[], { kase }: Held): Promise<UnitAtHand[]> {
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

async function professionals({ store }: World, { kase, service }: Held): Promise<UnitAtHand[]> {
  const where = { communityIds: kase.communityId }
  const near = await store.find('partners', where, { fields: ['_id', 'kind', 'people'], order: [['order', 'asc']] })
  return near
    .filter(({ kind }) => kind === service.professional)
    .map(({ _id: id, people }) => ({ id, kind: 'partner', people: people.map((person) => person.id) }))
}
