import type { actions, Project } from '@core/contract'
import type { CaseService } from '@core/services/case-service'
import type * as v from 'valibot'
import { fenOf } from '../../case/money-words'
import type { Draft } from './draft'

/** What is still missing, by part of the form; a question by its id. Each says how to put it right. */
export type Wrong = Readonly<Record<string, string>>

export type Asked = v.InferInput<typeof actions.askCase.input>

/** What has to be put right before it can be sent. */
export function check(service: CaseService, draft: Draft, communityId: string | null, isOrder: boolean): Wrong {
  const wrong: Record<string, string> = {}
  if (service.topics.length > 0 && !draft.topic) wrong.topic = '选一类，好找对的人来办'
  if (!isOrder && draft.words.trim().length < 2) wrong.words = '写一两句就行，说说是什么事'
  if (!communityId) wrong.communityId = '选一个社区'
  const isPlaced = draft.spot.trim() !== '' || (service.where === 'spot' && draft.compoundId !== '')
  if (service.where !== 'none' && !isPlaced) wrong.spot = '写一下在哪儿，好找得到'
  for (const { id, required } of service.questions) {
    if (required && isEmpty(draft.answers[id])) wrong[id] = '这一项要填'
  }
  if (service.needsGoods) Object.assign(wrong, wrongGoods(draft))
  if (service.needsOtherParty && draft.other.name.trim() === '') wrong.other = '写一下另一方怎么称呼，好约着一起谈'
  return wrong
}

const isEmpty = (value: Draft['answers'][string] | undefined) =>
  value === undefined || value === false || (typeof value === 'string' && value.trim() === '')

function wrongGoods({ goods, advance }: Draft): Wrong {
  const wrong: Record<string, string> = {}
  if (goods.every(({ what }) => what.trim() === '')) wrong.goods = '写上一样两样，帮忙的人才好去买'
  if (goods.some(({ yuan }) => yuan.trim() !== '' && fenOf(yuan) === null)) wrong.goods = '价钱写数字，比如 12.5'
  if (advance.trim() !== '' && fenOf(advance) === null) wrong.advance = '写数字，比如 50'
  return wrong
}

/** The draft as the cloud takes it. */
export function askedOf(
  service: CaseService,
  draft: Draft,
  communityId: string,
  order: { project: Pick<Project, 'id' | 'title'>; day: string } | null,
): Asked {
  return {
    key: draft.key,
    service: service.id,
    topic: draft.topic,
    communityId,
    compoundId: draft.compoundId,
    spot: { words: draft.spot.trim() },
    // An order says what it is by its project; words are for what has to be known beside it.
    words: draft.words.trim() || (order?.project.title ?? ''),
    answers: draft.answers,
    pictures: [...draft.pictures],
    isUrgent: draft.isUrgent,
    project: order && { id: order.project.id, day: order.day },
    goods: draft.goods
      .filter(({ what }) => what.trim() !== '')
      .map(({ what, yuan }) => ({ what: what.trim(), fen: fenOf(yuan) })),
    advance: fenOf(draft.advance),
    medicine: draft.medicine || null,
    otherParty: service.needsOtherParty ? { name: draft.other.name.trim(), phone: draft.other.phone.trim() } : null,
    forId: draft.forId || null,
    isAnonymous: draft.isAnonymous,
  }
}

/** What the list of goods may cost, in fen; 0 where nothing was said. */
export const estimateOf = (goods: Draft['goods']) => goods.reduce((sum, { yuan }) => sum + (fenOf(yuan) ?? 0), 0)
