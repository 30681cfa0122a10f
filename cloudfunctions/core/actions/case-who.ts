// Who stands before cases: what decides how much of each she sees.
import type { CaseFacts, Viewer } from '../domain/case'
import { partsOf, sightOf, type Sight, type Who } from '../domain/case-sight'
import { maySignUp } from '../domain/family'
import type { DependentDoc } from '../ports/documents'
import { serviceOf } from '../services/cases'
import { wardsOf } from './persons'
import { hasProfile, type World } from './world'

/** Somebody as the rules have to know her, read once for any number of cases, and those she may sign up. */
export interface Onlooker extends Who {
  kept: readonly DependentDoc[]
}

/** Somebody of whom nothing is known: she sees what everybody sees. */
export const stranger: Onlooker = {
  ...{ id: '', hasProfile: false, communityId: '', staffOf: [], gridOf: [], unitOf: [], isCounty: false },
  ...{ wards: [], leads: [], kept: [] },
}

/** Teams that one person leads. */
const mostTeams = 20

/** The caller, as the rules have to know her; two reads. */
export async function onlookerOf(world: World): Promise<Onlooker> {
  const { person, store, id } = world
  if (!person) return onlookerWith(world, [], [])
  const [wards, teams] = await Promise.all([
    wardsOf(world),
    store.find('teams', { leaderIds: id }, { fields: ['_id'], limit: mostTeams }),
  ])
  return onlookerWith(
    world,
    wards,
    teams.map((team) => team._id),
  )
}

/** The caller with those she keeps and the teams she leads, as far as they were read: of the former whom she may sign up. */
export function onlookerWith(
  { person, id }: Pick<World, 'person' | 'id'>,
  wards: readonly DependentDoc[],
  leads: readonly string[],
): Onlooker {
  if (!person) return { ...stranger, id }
  const kept = wards.filter(({ keepers }) => keepers.some((keeper) => keeper.id === id && maySignUp(keeper)))
  const { communityId, staffOf, gridOf = [], unitOf = [], county: isCounty } = person
  return {
    ...{ id, hasProfile: hasProfile(person), communityId: communityId ?? '', staffOf, gridOf, unitOf, isCounty },
    ...{ wards: kept.map((ward) => ward._id), leads, kept },
  }
}

/** How somebody stands before a case, and how much of it she sees. */
export function standingOf(kase: CaseFacts, who: Who): { viewer: Viewer; sight: Sight } {
  const service = serviceOf(kase.service)
  if (!service) return { viewer: { ...who, parts: [], units: [] }, sight: 'none' }
  const viewer = partsOf(kase, who, service)
  return { viewer, sight: sightOf(kase, viewer, service) }
}
