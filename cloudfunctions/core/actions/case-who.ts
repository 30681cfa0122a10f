// Who stands before cases: what decides how much of each she sees.
import type { Viewer } from '../domain/case'
import { partsOf, sightOf, type Sight } from '../domain/case-sight'
import type { CaseDoc, DependentDoc, PersonDoc } from '../ports/documents'
import { serviceOf } from '../services/cases'
import { wardsOf } from './persons'
import type { World } from './world'

/** Somebody with those she keeps and the teams she leads; read once for any number of cases. */
export interface Onlooker {
  person: PersonDoc | null
  wards: readonly DependentDoc[]
  /** Ids of the teams she leads. */
  led: readonly string[]
}

/** The caller, as the cases have to know her; two reads. */
export async function onlookerOf(world: World): Promise<Onlooker> {
  const { person, store, id } = world
  if (!person) return { person, wards: [], led: [] }
  const [wards, teams] = await Promise.all([
    wardsOf(world),
    store.find('teams', { leaderIds: id }, { fields: ['_id'], limit: 20 }),
  ])
  return { person, wards, led: teams.map(({ _id }) => _id) }
}

/** What of a case decides who sees how much of it. */
export type Seen = Pick<
  CaseDoc,
  | 'service'
  | 'communityId'
  | 'compoundId'
  | 'askerId'
  | 'forId'
  | 'otherParty'
  | 'followers'
  | 'helpers'
  | 'units'
  | 'unitIds'
  | 'level'
  | 'state'
  | 'shown'
  | 'doerId'
>

/** How she stands before a case, and how much of it she sees. */
export function standingOf(kase: Seen, { person, wards, led }: Onlooker): { viewer: Viewer; sight: Sight } {
  const viewer = partsOf(kase, person, wards, led)
  const service = serviceOf(kase.service)
  return { viewer, sight: service ? sightOf(kase, viewer, service) : 'none' }
}
