// All that holds of the documents at any time: what tests look for after every fault, and the check in production.
import type { Around, Facts, Invariant, Looked } from './invariants-facts'
import { ofCases, ofPartners, ofProjects, ofResources } from './invariants-cases'
import { ofCertificates, ofCorrections, ofFiles, ofHours, ofLedgers } from './invariants-hours'
import { ofCards, ofDependents, ofMessages, ofPeople, ofTasks } from './invariants-people'
import { ofActivities, ofMemberships, ofRows, ofSeries, ofSums, ofTallies, ofTeams } from './invariants-seats'

/** The invariants of each collection that has any, in the order in which collections are looked through. */
export const invariants: { [N in Looked]?: readonly Invariant<N>[] } = {
  activities: ofActivities,
  signups: [...ofRows, ...ofHours],
  people: ofPeople,
  dependents: ofDependents,
  teams: ofTeams,
  memberships: ofMemberships,
  series: ofSeries,
  sums: ofSums,
  tallies: ofTallies,
  messages: ofMessages,
  tasks: ofTasks,
  cards: ofCards,
  ledgers: ofLedgers,
  corrections: ofCorrections,
  certificates: ofCertificates,
  files: ofFiles,
  cases: ofCases,
  projects: ofProjects,
  partners: ofPartners,
  resources: ofResources,
}

/** Collections that are looked through, in their order. */
export const lookedThrough = Object.keys(invariants) as Looked[]

/** Names of the invariants that a document breaks. */
export function brokenBy<N extends Looked>(name: N, doc: Facts[N], around: Around): string[] {
  const all: readonly Invariant<N>[] = invariants[name] ?? []
  return all.filter((each) => !holds(each, doc, around)).map((each) => each.name)
}

/** A document so broken that it cannot even be asked keeps nothing. */
function holds<N extends Looked>(invariant: Invariant<N>, doc: Facts[N], around: Around): boolean {
  try {
    return invariant.holds(doc, around)
  } catch {
    return false
  }
}

/** Every invariant by its name. */
export const invariantsByName: ReadonlyMap<string, Invariant<Looked>> = new Map(
  lookedThrough.flatMap((name) => {
    const all = (invariants[name] ?? []) as readonly Invariant<Looked>[]
    return all.map((each) => [each.name, each] as const)
  }),
)
