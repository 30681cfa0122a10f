// Who takes part in the cases of the county, found by what she is.
import type { UnitAtHand } from '@core/domain/case-flow'
import type { DependentDoc, PartnerDoc, PersonDoc, ProjectDoc } from '@core/ports/documents'
import { compoundIdOf } from '../communities'
import type { Chance } from '../chance'
import type { Team } from '../teams'
import type { Actress } from './replay'
import { projectIdOf } from './standing'

/** Everybody of the county who can ask for something or do something about it. */
export class CasePeople {
  private readonly byId: Map<string, PersonDoc>
  private readonly byName: Map<string, PersonDoc>

  constructor(
    everyone: readonly PersonDoc[],
    private readonly dependents: readonly DependentDoc[],
    private readonly partners: readonly PartnerDoc[],
    private readonly teams: readonly Team[],
    private readonly projects: readonly ProjectDoc[],
  ) {
    this.byId = new Map(everyone.map((doc) => [doc._id, doc]))
    this.byName = new Map(everyone.map((doc) => [doc.name, doc]))
  }

  /** Somebody by name; a mistake of the story when there is nobody. */
  named(name: string): PersonDoc {
    const doc = this.byName.get(name)
    if (!doc) throw new Error(`nobody is called ${name}`)
    return doc
  }

  /** Somebody by account. */
  of(id: string): PersonDoc {
    const doc = this.byId.get(id)
    if (!doc) throw new Error(`nobody has the account ${id}`)
    return doc
  }

  /** Whom an account keeps under a name. */
  kept(keeperId: string, name: string): DependentDoc {
    const ward = this.dependents.find(
      (each) => each.name === name && each.keepers.some((keeper) => keeper.id === keeperId),
    )
    if (!ward) throw new Error(`${keeperId} keeps no ${name}`)
    return ward
  }

  /** Somebody as the rules look at her. */
  actress(doc: PersonDoc): Actress {
    const led = this.teams.filter(({ doc: team }) => team.leaderIds.includes(doc._id))
    return { doc, leads: led.map(({ doc: team }) => team._id) }
  }

  /** Who works for a community, for a compound of it, or for the county. */
  staff = (communityId: string) => this.first(({ staffOf }) => staffOf.includes(communityId))
  grid = (communityId: string, place: number) =>
    this.first(({ gridOf = [] }) => gridOf.includes(compoundIdOf(communityId, place)))
  county = () => this.first(({ county }) => county)

  /** Who speaks for a unit: the first of a partner's people, or a team's leader. */
  ofUnit(id: string): PersonDoc {
    const { people } = this.unit(id)
    return this.of(people[0] ?? '')
  }

  /** A unit as a dispatch names it. */
  unit = (id: string): UnitAtHand => {
    const partner = this.partners.find(({ _id }) => _id === id)
    if (partner) return { id, kind: 'partner', people: partner.people.map((each) => each.id) }
    const team = this.teams.find(({ doc }) => doc._id === id)
    if (!team) throw new Error(`no unit ${id}`)
    return { id, kind: 'team', people: team.doc.leaderIds }
  }

  /** The first of some units that serves a community; undefined when none does. */
  serving = (communityId: string, ids: readonly string[]) =>
    ids.find((id) => this.partners.some((each) => each._id === id && each.communityIds.includes(communityId)))

  /** The team that holds a standing project in a community. */
  teamFor(communityId: string, kind: string): string {
    const found = this.projects.find(({ _id }) => _id === projectIdOf(communityId, kind))
    if (!found) throw new Error(`nobody does ${kind} in ${communityId}`)
    return found.teamId
  }

  /** The professional of a community. */
  professional(communityId: string, kind: PartnerDoc['kind']): string {
    const found = this.partners.find((each) => each.kind === kind && each.communityIds.includes(communityId))
    if (!found) throw new Error(`nobody does ${kind} in ${communityId}`)
    return found._id
  }

  /** Residents of a community by chance, beside those named and those who lead a team. */
  neighbours(chance: Chance, communityId: string, count: number, but: readonly string[]): PersonDoc[] {
    const leads = (id: string) => this.teams.some(({ doc }) => doc.leaderIds.includes(id))
    const crowd = [...this.byId.values()].filter(
      ({ _id, openid, communityId: home, staffOf }) =>
        home === communityId &&
        openid.startsWith('o-demo-resident-') &&
        staffOf.length === 0 &&
        !but.includes(_id) &&
        !leads(_id),
    )
    return chance.shuffled(crowd).slice(0, count)
  }

  private first(is: (doc: PersonDoc) => boolean): PersonDoc {
    const doc = [...this.byId.values()].find(is)
    if (!doc) throw new Error('nobody works there')
    return doc
  }
}
