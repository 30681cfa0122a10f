// How a story becomes a case as the cloud keeps it: asked as somebody would ask, then played to this very moment.
import { begin } from '@core/domain/case-flow'
import { bookableDays } from '@core/domain/project-days'
import { terms } from '@core/domain/search'
import type { CaseDoc, PersonDoc, ProjectDoc } from '@core/ports/documents'
import type { CaseService } from '@core/services/case-service'
import { serviceOf } from '@core/services/cases'
import { caseTitle } from '@core/services/case-title'
import type { Chance } from '../chance'
import { compoundIdOf } from '../communities'
import { caseIdOf } from '../person-id'
import type { CasePeople } from './people'
import { Replay } from './replay'
import { projectIdOf } from './standing'
import { momentOf, type Actor, type Story } from './story'

/** What stories are played with. */
export interface Stage {
  chance: Chance
  now: number
  people: CasePeople
  projects: readonly ProjectDoc[]
}

const here = 'liuwan'
/** Pieces of the words by which the same thing is found, as the cloud makes them. */
const mostTerms = 60

/** A story played to the end, as far as it has come by now. */
export function play(stage: Stage, story: Story): Replay {
  const { chance, now, people } = stage
  const { communityId = here, compound = 0, followers = 0 } = story
  const service = serviceOf(story.service)
  if (!service) throw new Error(`${story.key}: no service ${story.service}`)
  const asker = story.asker ? people.named(story.asker) : one(people.neighbours(chance, communityId, 1, []))
  const party = service.needsOtherParty ? partyOf(stage, story, asker) : null
  const but = [asker._id, party?._id ?? '']
  const helpers = (story.helpers ?? []).map((name) => people.named(name))
  const crowd = people.neighbours(chance, communityId, followers + 2, [...but, ...helpers.map(({ _id }) => _id)])
  const [first = one(crowd), second = crowd[1] ?? one(crowd)] = helpers
  const doc = docOf(stage, story, service, { asker, party, followers: crowd.slice(2).map(({ _id }) => _id) })
  const acting = (who: Actor): PersonDoc => {
    if (who === 'asker') return asker
    if (who === 'party') return party ?? asker
    if (who === 'helper') return first
    if (who === 'second') return second
    if (who === 'staff') return people.staff(communityId)
    if (who === 'grid') return people.grid(communityId, compound)
    return who === 'county' ? people.county() : people.ofUnit(who.slice(2))
  }
  const replay = new Replay(doc, service, people.unit)
  for (const [days, at, who, move] of story.beats) {
    replay.at(momentOf(now, days, at), people.actress(acting(who)), move)
  }
  return replay
}

const fail = (words: string): never => {
  throw new Error(words)
}
const one = (found: readonly PersonDoc[]) => found[0] ?? fail('nobody is there')

function partyOf({ chance, people }: Stage, { communityId = here, party }: Story, asker: PersonDoc): PersonDoc {
  return party ? people.named(party) : one(people.neighbours(chance, communityId, 1, [asker._id]))
}

type Taking = { asker: PersonDoc; party: PersonDoc | null; followers: string[] }

function docOf(stage: Stage, story: Story, service: CaseService, { asker, party, followers }: Taking): CaseDoc {
  const { now, people, projects } = stage
  const { communityId = here, compound = 0, enteredBy, words, spot = '', goods = [], topic = '' } = story
  const _id = caseIdOf(story.key)
  const createdAt = momentOf(now, ...story.at)
  const clerk = enteredBy === 'grid' ? people.grid(communityId, compound) : people.staff(communityId)
  const forId = enteredBy ? '' : story.forWhom ? people.kept(asker._id, story.forWhom)._id : asker._id
  const project =
    story.order && projects.find(({ _id: id }) => id === projectIdOf(communityId, story.order?.kind ?? ''))
  const units = project
    ? [{ id: project.teamId, kind: 'team' as const }]
    : service.professional
      ? [{ id: people.professional(communityId, service.professional), kind: 'partner' as const }]
      : []
  const own = enteredBy ? [] : [...new Set([asker._id, forId])]
  const asked = begin(
    {
      ...{ _id, service: service.id, topic, communityId, units, forId, isUrgent: story.isUrgent ?? false },
      compoundId: compound === 0 ? '' : compoundIdOf(communityId, compound),
      ...{ askerId: enteredBy ? '' : asker._id, enteredBy: enteredBy ? clerk._id : '' },
      isAnonymous: story.isAnonymous ?? false,
      otherParty: party && { id: party._id, name: party.name, phone: party.phone },
      mine: [...own, ...(party ? [party._id] : [])],
      project: project ? { id: project._id, day: dayFor(project, story, createdAt), title: project.title } : null,
      ...{ advance: story.advance ?? null, as: enteredBy ?? 'asker' },
    },
    service,
    createdAt,
    'k1',
  )
  const isSealed = service.seenBy === 'parties'
  return {
    ...asked,
    ...{ number: 0, spot: { words: spot, latitude: null, longitude: null }, words, pictures: [] },
    title: project ? project.title : caseTitle(words),
    answers: answersFor(service, story),
    caller: enteredBy ? { name: asker.name, phone: asker.phone } : null,
    ...{ followers, mine: [...asked.mine, ...followers] },
    goods: service.needsGoods && goods.length === 0 ? [{ what: '几样青菜', fen: null }] : [...goods],
    terms: isSealed ? [] : termsIn(words),
    ...{ settled: 1, unsettledAt: 0 },
  }
}

const termsIn = (words: string) =>
  terms(words)
    .filter((term) => term.length > 1)
    .slice(0, mostTerms)

/** Whatever a service must know, answered plainly. */
function answersFor({ questions }: CaseService, { answers = {} }: Story): CaseDoc['answers'] {
  const plain = questions
    .filter(({ required }) => required)
    .map(({ id, kind, options }) => {
      return [id, kind === 'consent' ? true : (options[0] ?? '都可以')] as const
    })
  return { ...Object.fromEntries(plain), ...answers }
}

/** The day that was ordered: one on which the team comes, after the asking. */
function dayFor(project: ProjectDoc, { order, key }: Story, createdAt: number): string {
  return bookableDays(project, createdAt)[order?.nth ?? 0] ?? fail(`${key}: no day to order`)
}
