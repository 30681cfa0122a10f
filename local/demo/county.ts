import { schemaMark, wantedSchema } from '@core/contract'
import type { Collections } from '@core/ports/documents'
import { makeActivities } from './activities'
import { minute } from './calendar'
import { makeCases } from './cases'
import { CasePeople } from './cases/people'
import { projectDocs } from './cases/standing'
import { chanceOf } from './chance'
import { communityDocs } from './communities'
import { deepen } from './depth'
import { countTeams, sumDocs, tallyDocs } from './figures'
import { makeMessages } from './letters'
import { makeOfficers } from './officers'
import { placeDocs } from './places'
import { makePlan } from './plan'
import { makeResidents } from './residents'
import { resourceDocs } from './resources'
import { fill } from './sign-ups'
import { makeTeams } from './teams'

/** All documents of the county, by collection. */
export type County = { [Name in keyof Collections]: Collections[Name][] }

/** `now` in ms; `scale` 1 is the whole county, smaller ones have fewer people and activities. */
export interface Making {
  now: number
  seed: number
  scale?: number
}

/** An invented county town with a year behind it and three weeks ahead; the same wishes give the same county. */
export function makeCounty({ now, seed, scale = 1 }: Making): County {
  const places = placeDocs(chanceOf(seed, 'places'))
  const residents = makeResidents(chanceOf(seed, 'people'), now, scale)
  const { teams, memberships } = makeTeams(chanceOf(seed, 'teams'), now, residents)
  const plan = makePlan(chanceOf(seed, 'plan'), now, scale, teams, places)
  const held = makeActivities(chanceOf(seed, 'activities'), now, plan)
  const usual = fill(chanceOf(seed, 'signups'), now, held, residents)
  const made = { now, seed, residents, teams, places, signups: usual, activities: held.map(({ doc }) => doc) }
  const { activities, ...deep } = deepen(made)
  const officers = makeOfficers(chanceOf(seed, 'officers'), now, residents)
  const staffOf = (communityId: string) => residents.find(({ doc }) => doc.staffOf.includes(communityId))?.doc._id ?? ''
  const teamDocs = teams.map(({ doc }) => doc)
  countTeams(teamDocs, activities, now)
  const people = [...residents.map(({ doc }) => doc), ...officers.people]
  const projects = projectDocs(now, teams)
  const stage = new CasePeople(people, deep.dependents, officers.partners, teams, projects)
  const asked = makeCases({ chance: chanceOf(seed, 'cases'), now, people: stage, projects }, scale)
  return {
    people,
    communities: communityDocs(places),
    teams: teamDocs,
    memberships,
    places,
    activities,
    signups: deep.signups,
    messages: makeMessages({ activities, residents }, now),
    tallies: tallyDocs(activities, now),
    sums: sumDocs(activities, now),
    tasks: [],
    checks: [],
    slow: [],
    limits: [],
    dependents: deep.dependents,
    series: deep.series,
    secrets: deep.secrets,
    ledgers: deep.ledgers,
    corrections: [],
    certificates: [],
    codes: [],
    counters: asked.counters,
    recaps: deep.recaps,
    files: [],
    cards: deep.cards,
    cases: asked.cases,
    partners: officers.partners,
    resources: resourceDocs(now, staffOf),
    projects: asked.projects,
    casesums: asked.casesums,
    audit: [],
    marks: [
      { _id: 'mending', at: now - minute },
      { _id: schemaMark, at: wantedSchema },
    ],
  }
}
