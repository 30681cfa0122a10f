// Handlers for those who have a desk: of a community or its compounds, of a unit, of the county.
import { isRefusal, refuse, type AnyAction, type CommonRefusal, type InputOf, type Refusal } from '../contract'
import type { CommunityDoc, ResourceDoc } from '../ports/documents'
import { known, route, type Answer, type KnownWorld, type Route } from './kernel'
import type { World } from './world'

type ScopedHandler<A, Scope> = (input: InputOf<A>, world: KnownWorld, scope: Scope) => Answer<A>

/** The desk of a community: its staff have all of it, a grid worker has her compounds alone. */
export interface GridDesk {
  community: CommunityDoc
  isStaff: boolean
  /** Ids of those compounds of it that are hers: all for its staff. */
  compounds: string[]
}

/** Handles an action on a community for its staff and for those who look after a compound of it: `input.communityId`. */
export const forGrid = <A extends AnyAction>(action: A, handler: ScopedHandler<A, GridDesk>): Route =>
  route(action, { may: 'grid', of: 'community' }, async (input, world) => {
    const who = known(world)
    const { communityId = '' } = input as { communityId?: string }
    const desk = who && (await gridDeskOf(who, communityId))
    return who && desk ? handler(input, who, desk) : refuse('access.denied')
  })

async function gridDeskOf({ store, person }: KnownWorld, communityId: string): Promise<GridDesk | null> {
  const isStaff = person.staffOf.includes(communityId)
  if (!isStaff && !person.gridOf?.length) return null
  const community = await store.read('communities', communityId)
  if (!community) return null
  const all = (community.compounds ?? []).map(({ id }) => id)
  const compounds = isStaff ? all : all.filter((id) => person.gridOf?.includes(id))
  return isStaff || compounds.length > 0 ? { community, isStaff, compounds } : null
}

/** A unit whose desk somebody has: a partner, or a team that she leads. */
export interface UnitDesk {
  id: string
  name: string
}

/** Handles an action on a unit for those who have its desk: `input.partnerId` names it. */
export const forUnit = <A extends AnyAction>(action: A, handler: ScopedHandler<A, UnitDesk>): Route =>
  route(action, { may: 'unit', of: 'partner' }, async (input, world) => {
    const who = known(world)
    const { partnerId = '' } = input as { partnerId?: string }
    const desk = who && (await unitDeskOf(who, partnerId))
    return who && desk ? handler(input, who, desk) : refuse('access.denied')
  })

async function unitDeskOf({ store, person, id: me }: KnownWorld, id: string): Promise<UnitDesk | null> {
  if (person.unitOf?.includes(id)) {
    const partner = await store.read('partners', id, ['name'])
    return partner && { id, name: partner.name }
  }
  const team = await store.read('teams', id, ['name', 'leaderIds'])
  return team?.leaderIds.includes(me) ? { id, name: team.name } : null
}

/** Handles an action for those who keep the desk of the county. */
export const forCounty = <A extends AnyAction>(
  action: A,
  handler: (input: InputOf<A>, world: KnownWorld) => Answer<A>,
): Route =>
  route(action, { may: 'county' }, (input, world) => {
    const who = known(world)
    return who?.person.county ? handler(input, who) : refuse('access.denied')
  })

type Whose = Pick<ResourceDoc, 'communityId' | 'partnerId'>

/** Whether she may change a resource: the staff of the community where it stands, and the unit that offers it. */
export const mayRenew = ({ person }: Pick<World, 'person'>, { communityId, partnerId }: Whose): boolean =>
  person !== null && (person.staffOf.includes(communityId) || (person.unitOf ?? []).includes(partnerId))

/**
 * Handles an action on a resource: `input.id` names it, null for a new one of `input.communityId` and `input.partnerId`.
 * Where it is moved to another unit or community, she has to have the right there too.
 */
export const forResource = <A extends AnyAction>(action: A, handler: ScopedHandler<A, ResourceDoc | null>): Route =>
  route(action, { may: 'resource', of: 'community or partner' }, async (input, world) => {
    const who = known(world)
    if (!who) return refuse('access.denied')
    const resource = await resourceOf(who, input as Partial<Whose> & { id: string | null })
    return isRefusal(resource) ? resource : handler(input, who, resource)
  })

async function resourceOf(
  world: KnownWorld,
  { id, communityId, partnerId }: Partial<Whose> & { id: string | null },
): Promise<ResourceDoc | null | Refusal<CommonRefusal>> {
  const isThere = communityId !== undefined && partnerId !== undefined
  if (isThere && !mayRenew(world, { communityId, partnerId })) return refuse('access.denied')
  if (id === null) return isThere ? null : refuse('access.gone')
  const resource = await world.store.read('resources', id)
  if (!resource) return refuse('access.gone')
  return mayRenew(world, resource) ? resource : refuse('access.denied')
}
