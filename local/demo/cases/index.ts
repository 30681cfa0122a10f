import { figuresOf } from '@core/domain/case-figures'
import { dayOf } from '@core/domain/times'
import type { CaseDoc, CounterDoc, CaseSumDoc, ProjectDoc } from '@core/ports/documents'
import { serviceOf } from '@core/services/cases'
import { communities } from '../communities'
import { play, type Stage } from './making'
import { openStories } from './stories-open'
import { pastStories } from './stories-past'
import { momentOf } from './story'
import { told } from './told'

/** What was asked in the county, and what follows from it. */
export interface Cases {
  cases: CaseDoc[]
  projects: ProjectDoc[]
  counters: CounterDoc[]
  casesums: CaseSumDoc[]
}

/** The number of 后巷晚上太黑 in 柳湾; the others are counted from it. */
const lampNumber = 1127

/** Every case of the county, told or by chance, played by the rules up to now. */
export function makeCases(stage: Stage, scale: number): Cases {
  const { people } = stage
  const isThere = (id: string) => stage.projects.some(({ _id }) => _id === id)
  const fresh = openStories(stage.chance, people)
  const stories = [...told(stage.now), ...fresh, ...pastStories(stage.chance, people, isThere, scale)]
  const played = new Map(stories.map((story) => [story.key, play(stage, story)]))
  for (const { key, joins, communityId = 'liuwan' } of stories) {
    if (!joins) continue
    const [into, from] = [played.get(joins.key), played.get(key)]
    if (into && from) {
      into.join(from, momentOf(stage.now, joins.days, joins.hour), people.actress(people.staff(communityId)))
    }
  }
  const cases = [...played.values()].map((replay) => replay.until(stage.now).doc)
  return { cases, projects: booked(stage, cases), counters: numbered(cases), casesums: sumsOf(cases) }
}

/** The places of coming days that are taken. */
function booked({ now, projects }: Stage, cases: readonly CaseDoc[]): ProjectDoc[] {
  const today = dayOf(now)
  return projects.map((project) => {
    const orders = cases.filter((kase) => kase.project?.id === project._id)
    const days: Record<string, string[]> = {}
    for (const { _id, project: order, outcome } of orders) {
      if (!order || order.day < today || (outcome !== null && outcome !== 'done')) continue
      days[order.day] = [...(days[order.day] ?? []), _id]
    }
    return { ...project, booked: days, done: orders.filter(({ outcome }) => outcome === 'done').length }
  })
}

/** Gives each its number, in the order in which they were asked, and says where each community goes on. */
function numbered(cases: CaseDoc[]): CounterDoc[] {
  cases.sort((a, b) => a.createdAt - b.createdAt || (a._id < b._id ? -1 : 1))
  const of = new Map<string, CaseDoc[]>()
  for (const kase of cases) of.set(kase.communityId, [...(of.get(kase.communityId) ?? []), kase])
  return [...of].map(([communityId, own]) => {
    const lamp = own.findIndex(({ words }) => words.startsWith('后巷晚上太黑'))
    const first = lamp < 0 ? 300 : lampNumber - lamp
    own.forEach((kase, at) => (kase.number = first + at))
    const given = own.map(({ _id: to, number }) => ({ to, number })).slice(-200)
    return { _id: `cases_${communityId}`, last: first + own.length - 1, given }
  })
}

/** What each community asked and did by month, recounted from the steps. */
function sumsOf(cases: readonly CaseDoc[]): CaseSumDoc[] {
  return communities.flatMap(({ id: communityId }) => {
    const own = cases.filter((kase) => kase.communityId === communityId)
    const counted = own.map(({ steps, service }) => ({ steps, counts: serviceOf(service)?.counts ?? 'order' }))
    return [...figuresOf(counted)].map(([month, figures]) => {
      return { _id: `${communityId}_${month}`, communityId, month, ...figures, counted: [] }
    })
  })
}
