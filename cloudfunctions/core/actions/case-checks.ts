// What is looked at before somebody's asking becomes a case; each check is said in one refusal.
import { isRefusal, refuse, type InputOf, type askCase, type Refusal, type RefusalOf } from '../contract'
import { answersKept, unanswered } from '../domain/who-may-come'
import type { CommunityDoc, PartnerDoc } from '../ports/documents'
import type { CaseService } from '../services/case-service'
import { serviceOf } from '../services/cases'
import { areHers } from './case-pictures'
import { checkWords } from './checking'
import type { KnownWorld } from './kernel'

type Asked = Omit<InputOf<typeof askCase>, 'forId' | 'isAnonymous'>
export type No = Refusal<RefusalOf<typeof askCase> | 'access.gone' | 'content.risky'>

/** What an asking is made from, once nothing speaks against it. */
export interface Sound {
  service: CaseService
  community: CommunityDoc
  answers: Asked['answers']
  /** Who answers for a professional service here; null where the service needs none. */
  professional: PartnerDoc | null
}

/** Whether an asking says all that its service needs; two reads at most, and one look of WeChat at its words. */
export async function sound(world: KnownWorld, asked: Asked): Promise<Sound | No> {
  const service = serviceOf(asked.service)
  if (!service || (service.first === 'project') !== (asked.project !== null)) return refuse('case.no_service')
  const no = missing(service, asked) ?? (areTheirs(world, asked) ? null : refuse('case.not_your_picture'))
  if (no) return no
  const community = await world.store.read('communities', asked.communityId)
  if (!community) return refuse('access.gone')
  const isThere = !asked.compoundId || community.compounds?.some(({ id }) => id === asked.compoundId)
  if (!isThere) return refuse('case.place_needed')
  const professional = await professionalFor(world, service, asked.communityId)
  if (isRefusal(professional)) return professional
  const answers = answersKept(service.questions, asked.answers)
  const unfit = await checkWords(world, wordsIn(asked, answers))
  return unfit ?? { service, community, answers, professional }
}

function missing(service: CaseService, { topic, answers, goods, spot, compoundId }: Asked): No | null {
  const isTopic = service.topics.some(({ id }) => id === topic)
  if (service.topics.length > 0 ? !isTopic : topic !== '') return refuse('case.topic_needed')
  const open = unanswered(service.questions, answers)
  if (open) return refuse('case.answers_missing', { label: open.label })
  if (service.needsGoods && goods.length === 0) return refuse('case.goods_needed')
  const isPlaced =
    service.where === 'home' ? spot.words !== '' : spot.words !== '' || spot.latitude !== null || compoundId
  return service.where === 'none' || isPlaced ? null : refuse('case.place_needed')
}

const areTheirs = (world: KnownWorld, { pictures, medicine }: Asked) =>
  areHers(world, [...pictures, ...(medicine === null ? [] : [medicine])])

/** Everything of it that somebody else reads. */
const wordsIn = ({ words, spot, goods, otherParty }: Asked, answers: Asked['answers']) => [
  words,
  spot.words,
  ...goods.map(({ what }) => what),
  otherParty?.name ?? '',
  ...Object.values(answers).filter((value) => typeof value === 'string'),
]

async function professionalFor({ store }: KnownWorld, { first, professional }: CaseService, communityId: string) {
  if (first !== 'professional' || !professional) return null
  const near = await store.find('partners', { communityIds: communityId }, { order: [['order', 'asc']] })
  return near.find(({ kind, people }) => kind === professional && people.length > 0) ?? refuse('case.no_professional')
}
