// To whom a case can go, the likeliest first, each with its reasons in words.
import { matches, type Colour, type OutputOf } from '../contract'
import { bookableDays, leftOn } from '../domain/project-days'
import { wantedTerms } from '../domain/search'
import { dayWords, momentOfDay } from '../domain/times'
import type { Point } from '../domain/walk'
import type { CaseDoc, PartnerDoc, ProjectDoc, ResourceDoc, TeamDoc } from '../ports/documents'
import type { CaseService } from '../services/case-service'
import { forCaseDesk } from './case-kernel'
import { similarTo } from './case-lists'
import type { World } from './world'

type Matches = OutputOf<typeof matches>

/** Done cases of the kind that are looked at for who did them. */
const mostDone = 100
/** Units, teams, projects and resources of one community that are looked at, and those that are shown. */
const mostRead = 200
const mostShown = { units: 12, projects: 5, resources: 5 }

/** A reason, and how much it counts. */
type Reason = readonly [weight: number, words: string]

const when = (isSo: boolean, ...reason: Reason): Reason[] => (isSo ? [reason] : [])

/** The likeliest first, each with its reasons, the weightiest first. */
function ranked<T>(all: readonly T[], reasons: (one: T) => Reason[]) {
  const weighed = all.map((one) => ({ one, why: reasons(one).sort((a, b) => b[0] - a[0]) }))
  const weight = ({ why }: { why: Reason[] }) => why.reduce((sum, [by]) => sum + by, 0)
  return weighed
    .sort((a, b) => weight(b) - weight(a))
    .map(({ one, why }) => ({ one, why: why.map(([, words]) => words) }))
}

export const showMatches = forCaseDesk(matches, async (_, world, { kase, service, who }) => {
  const { store, now } = world
  const { communityId } = kase
  const limit = mostRead
  const [partners, teams, projects, resources, done, same] = await Promise.all([
    store.find('partners', { communityIds: communityId }, { order: [['order', 'asc']], limit }),
    store.find('teams', { communityId }, { fields: ['_id', 'name', 'colour'], limit }),
    store.find('projects', { communityId, isOn: true }, { limit }),
    store.find(
      'resources',
      { communityId, isEnded: false, until: store.is.gt(now) },
      { order: [['until', 'asc']], limit },
    ),
    doneBefore(world, kase),
    similarTo(world, { ...kase, not: kase._id }, who, pointOf(kase)),
  ])
  const about = { kase, service, done, now }
  return {
    units: unitsOf(partners, teams, about),
    projects: projectsOf(projects, teams, about),
    resources: resourcesOf(resources, partners, about),
    same,
  }
})

const pointOf = ({ spot: { latitude, longitude } }: CaseDoc): Point | null =>
  latitude !== null && longitude !== null ? { latitude, longitude } : null

interface About {
  kase: CaseDoc
  service: CaseService
  /** How many of the kind each unit did before. */
  done: ReadonlyMap<string, number>
  now: number
}

/** How many cases of the kind each unit did in the community, among the last ones done. */
async function doneBefore({ store }: World, { communityId, service, topic }: CaseDoc): Promise<Map<string, number>> {
  const where = { shown: 'done', communityId, service }
  const order = [['closedAt', 'desc']] as const
  const found = await store.find('cases', where, { fields: ['topic', 'units'], order, limit: mostDone })
  const counts = new Map<string, number>()
  for (const { units } of found.filter((each) => each.topic === topic)) {
    for (const { id, state } of units) if (state === 'accepted') counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

const experience = ({ done }: About, id: string): Reason[] =>
  when((done.get(id) ?? 0) > 0, 3 + Math.min(done.get(id) ?? 0, 5), `办过同类 ${done.get(id) ?? 0} 件`)

const isSameColour = ({ service }: About, colour: Colour | null) => colour === service.colour

/** Whether what it is about is what a unit does: all of the service, or its topic. */
const isTheirs = ({ kase: { service, topic } }: About, does: readonly string[]) =>
  does.includes(service) || (topic !== '' && does.includes(`${service}/${topic}`))

type Team = Pick<TeamDoc, '_id' | 'name' | 'colour'>
type Unit = { _id: string; name: string } & (PartnerDoc | { kind: 'team'; colour: Colour })

/** Every unit that can be whistled for, and of the teams those for which something speaks. */
function unitsOf(partners: readonly PartnerDoc[], teams: readonly Team[], about: About): Matches['units'] {
  const { service, kase } = about
  const reasons = (unit: Unit): Reason[] =>
    unit.kind === 'team'
      ? [...when(isSameColour(about, unit.colour), 4, '同一颜色'), ...experience(about, unit._id)]
      : [
          ...when(service.professional !== undefined && unit.kind === service.professional, 12, '专门办这类事'),
          ...when(isTheirs(about, unit.does), 10, '这类事归他们管'),
          ...when(unit.caresFor.includes(kase.communityId), 2, '包联本社区'),
          ...experience(about, unit._id),
        ]
  const all: Unit[] = [...partners, ...teams.map((team) => ({ ...team, kind: 'team' as const }))]
  return ranked(all, reasons)
    .filter(({ one, why }) => one.kind !== 'team' || why.length > 0)
    .slice(0, mostShown.units)
    .map(({ one: unit, why }) => ({
      ...{ id: unit._id, name: unit.name, kind: unit.kind, why },
      people: unit.kind === 'team' ? [] : unit.people.map(({ id, name, title }) => ({ id, name, title })),
    }))
}

/** Whether what something is called comes up in what is asked for. */
const comesUp = ({ kase }: About, title: string) => {
  const said = wantedTerms(kase.words)
  return wantedTerms(title).some((term) => term.length > 1 && said.includes(term))
}

/** A day on which a project has room: the one that was asked for, else the next. */
function freeDay({ kase, now }: About, project: ProjectDoc): Reason[] {
  const days = bookableDays(project, now).filter((day) => leftOn(project, day) > 0)
  const [next] = days
  if (kase.project && days.includes(kase.project.day)) return [[3, '那天有空']]
  return next ? [[2, `${dayWords(momentOfDay(next), now)}有空`]] : []
}

function projectsOf(projects: readonly ProjectDoc[], teams: readonly Team[], about: About): Matches['projects'] {
  const fit = projects.filter(({ colour, title }) => isSameColour(about, colour) || comesUp(about, title))
  const reasons = (project: ProjectDoc): Reason[] => [
    ...when(isSameColour(about, project.colour), 2, '同一颜色'),
    ...when(comesUp(about, project.title), 5, '做的就是这件事'),
    ...when(about.kase.project?.id === project._id, 6, '点的就是这一项'),
    ...experience(about, project.teamId),
    ...freeDay(about, project),
  ]
  const team = (id: string) => teams.find(({ _id }) => _id === id)?.name ?? ''
  return ranked(fit, reasons)
    .slice(0, mostShown.projects)
    .map(({ one: { _id: id, title, teamId }, why }) => ({ id, title, team: team(teamId), why }))
}

function resourcesOf(resources: readonly ResourceDoc[], partners: readonly PartnerDoc[], about: About) {
  const by = (id: string) => partners.find(({ _id }) => _id === id)
  const reasons = ({ colour, title, partnerId }: ResourceDoc): Reason[] => [
    ...when(isSameColour(about, colour), 2, '同一颜色'),
    ...when(comesUp(about, title), 5, '说的就是这件事'),
    ...when(isTheirs(about, by(partnerId)?.does ?? []), 4, '单位正好管这类事'),
    ...experience(about, partnerId),
  ]
  return ranked(resources, reasons)
    .filter(({ why }) => why.length > 0)
    .slice(0, mostShown.resources)
    .map(({ one: { _id: id, title, partnerId }, why }) => {
      const partner = by(partnerId)
      return { id, title, partner: partner?.name ?? '', phone: partner?.phone ?? '', why }
    })
}
