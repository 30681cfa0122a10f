// How a stored case becomes a card in a list: of each no more than who looks at it may see.
import type { CaseCard } from '../contract'
import { isOutdoors, saysOpenly, whereOf } from '../domain/case'
import { knowsAsker, knowsHome } from '../domain/case-sight'
import { metresBetween, type Point } from '../domain/walk'
import type { CaseDoc, CasePictureDoc, CaseStepDoc } from '../ports/documents'
import { files } from '../ports/files'
import { serviceOf } from '../services/cases'
import { namesFor, ownerWords, type Names } from './case-names'
import { standingOf, type Onlooker } from './case-who'
import type { World } from './world'

/** What a card needs of a case. */
export const caseFields = [
  ...(['_id', 'number', 'service', 'topic', 'communityId', 'compoundId', 'spot', 'title', 'isUrgent'] as const),
  ...(['askerId', 'forId', 'caller', 'enteredBy', 'isAnonymous', 'otherParty', 'mine', 'followers'] as const),
  ...(['state', 'before', 'outcome', 'level', 'turn', 'steps', 'clock', 'doClock', 'dueAt', 'left', 'nextAt'] as const),
  ...(['overdue', 'desk', 'isOpen', 'openIn', 'sealedIn', 'shown', 'units', 'unitIds', 'helpers', 'wanted'] as const),
  ...(['doerId', 'pictures', 'project', 'agreement', 'reopened', 'stars', 'createdAt', 'closedAt'] as const),
] as const satisfies readonly (keyof CaseDoc)[]
export type CaseListDoc = Pick<CaseDoc, (typeof caseFields)[number]>

/** So long a picture's address works, in seconds. */
const addressLasts = 3600

type Standing = ReturnType<typeof standingOf>

/**
 * Cards of these cases as she sees them, in their order; those of which she sees nothing, or only that they are there,
 * are left out. `at` is from where metres are counted. Six reads at most, however many there are.
 */
export async function cardsOf(
  world: World,
  kases: readonly CaseListDoc[],
  who: Onlooker,
  at: Point | null = null,
): Promise<CaseCard[]> {
  const seen = kases.flatMap((kase) => {
    const standing = standingOf(kase, who)
    return standing.sight === 'none' || standing.sight === 'outline' ? [] : [{ kase, ...standing }]
  })
  if (seen.length === 0) return []
  const shown = seen.filter(({ kase }) => kase.shown === 'done').map(({ kase }) => picturesOf(kase))
  const [names, addresses] = await Promise.all([
    namesFor(
      world,
      seen.map(({ kase }) => kase),
      seen.filter(isInside).map(({ kase }) => kase),
    ),
    addressesOf(shown.flatMap(({ before, after }) => [before, after])),
  ])
  return seen.map(({ kase, ...standing }) => {
    const { before, after } = kase.shown === 'done' ? picturesOf(kase) : { before: '', after: '' }
    return {
      ...cardOf(kase, standing, who, names, world),
      metres: metresTo(kase, standing, names, at),
      before: addresses.get(before) ?? '',
      after: addresses.get(after) ?? '',
    }
  })
}

const isInside = ({ sight }: Pick<Standing, 'sight'>) => sight === 'all'

/** Whether she may know where who asked lives. */
const isAtDoor = (kase: CaseListDoc, standing: Standing) => isInside(standing) && knowsHome(kase, standing.viewer)

function cardOf(
  kase: CaseListDoc,
  standing: Standing,
  who: Onlooker,
  names: Names,
  { now, id: me }: World,
): Omit<CaseCard, 'metres' | 'before' | 'after'> {
  const isAsker = standing.viewer.parts.includes('asker')
  const { _id: id, number, service, topic, compoundId, state, outcome, level, isUrgent, project } = kase
  const free = kase.wanted - kase.helpers.length
  const title = isInside(standing) ? kase.title : (privateTopic(kase)?.word ?? kase.title)
  return {
    ...{ id, number, service, topic, title, compoundId, state, outcome, level, isUrgent },
    place: placeWords(kase, standing, names),
    asker: askerWords(kase, standing, who, names, me),
    at: kase.createdAt,
    dueAt: kase.dueAt || null,
    isOverdue: isOverdue(kase, now),
    owner: ownerWords(kase.desk, names, isAsker),
    followers: kase.followers.length,
    reopened: kase.reopened,
    stars: kase.stars,
    last: lastWords(kase, isInside(standing)),
    as: standing.viewer.parts[0] ?? 'neighbour',
    seats: kase.wanted > 0 && (state === 'open' || kase.helpers.length > 0) ? { left: free, of: kase.wanted } : null,
    project: project && isInside(standing) ? { id: project.id, title: project.title, day: project.day } : null,
  }
}

/** Steps whose words say on a card how it stands, to those who see all of it: also why it came back. */
const telling: readonly CaseStepDoc['move'][] = [
  ...(['look', 'accept', 'resolve', 'makeGood', 'decline', 'giveBack', 'return', 'turnDown', 'reopen'] as const),
]

/** The last word on it that she may read. */
function lastWords({ service, topic, steps }: CaseListDoc, isInside: boolean): string {
  const rules = serviceOf(service)
  const isOpenly = rules !== undefined && saysOpenly(rules, topic)
  const mayRead = (step: CaseStepDoc) => (isInside ? telling.includes(step.move) : step.isOpen && isOpenly)
  return steps.filter((step) => step.words !== '' && mayRead(step)).at(-1)?.words ?? ''
}

/** Whether a deadline of it passed: the one that runs, or one before, after which it climbed. */
export const isOverdue = ({ isOpen, overdue, dueAt }: Pick<CaseDoc, 'isOpen' | 'overdue' | 'dueAt'>, now: number) =>
  isOpen && (overdue > 0 || (dueAt > 0 && dueAt < now))

/** Its topic, where neighbours learn no more of it than that. */
export const privateTopic = ({ service, topic }: Pick<CaseDoc, 'service' | 'topic'>) =>
  serviceOf(service)?.topics.find(({ id, isPrivate }) => id === topic && isPrivate)

/** Whether anybody may know the very spot. */
function isForAll(kase: Pick<CaseDoc, 'service' | 'topic' | 'isAnonymous'>): boolean {
  const service = serviceOf(kase.service)
  return service !== undefined && isOutdoors(service, kase)
}

function placeWords(kase: CaseListDoc, standing: Standing, names: Names): string {
  const compound = names.compound(kase.compoundId)?.name ?? names.community(kase.communityId)
  const mayKnow = isAtDoor(kase, standing) || isForAll(kase)
  return mayKnow && kase.spot.words ? `${compound} ${kase.spot.words}` : compound
}

function askerWords(kase: CaseListDoc, standing: Standing, who: Onlooker, names: Names, me: string): string {
  const isHers = standing.viewer.parts.includes('asker')
  if (isHers && kase.forId === me) return '您'
  const ward = isHers ? who.kept.find(({ _id }) => _id === kase.forId) : undefined
  const called = ward?.keepers.find(({ id }) => id === me)?.called
  if (called) return called
  const service = serviceOf(kase.service)
  const mayKnow = isInside(standing) && service && knowsAsker(kase, standing.viewer, service)
  const name = mayKnow ? (kase.caller?.name ?? names.person(kase.forId)) : ''
  return name || '一位邻居'
}

/** To the point for those inside; for everybody else to the middle of the compound, so that nobody measures a door. */
function metresTo(kase: CaseListDoc, standing: Standing, names: Names, at: Point | null): number | null {
  if (!at) return null
  const { latitude, longitude } = kase.spot
  const spot = isAtDoor(kase, standing) && latitude !== null && longitude !== null ? { latitude, longitude } : null
  const where = spot ?? names.compound(kase.compoundId)
  return where ? metresBetween(at, where) : null
}

/** One fine picture from before and one from after; of a home none, and what an unnamed asker showed stays with her. */
function picturesOf(kase: Pick<CaseDoc, 'pictures' | 'service' | 'topic' | 'isAnonymous'>): {
  before: string
  after: string
} {
  const service = serviceOf(kase.service)
  if (!service || whereOf(service, kase.topic) === 'home') return { before: '', after: '' }
  const kinds: CasePictureDoc['of'][] = isForAll(kase) ? ['before', 'look', 'asked'] : ['before']
  const fine = kase.pictures.filter(({ state }) => state === 'fine')
  const first = kinds.map((kind) => fine.find(({ of }) => of === kind)).find((found) => found !== undefined)
  return { before: first?.fileId ?? '', after: fine.filter(({ of }) => of === 'after').at(-1)?.fileId ?? '' }
}

async function addressesOf(fileIds: readonly string[]): Promise<Map<string, string>> {
  const wanted = fileIds.filter((fileId) => fileId !== '')
  return wanted.length > 0 ? files.addresses(wanted, addressLasts) : new Map<string, string>()
}
