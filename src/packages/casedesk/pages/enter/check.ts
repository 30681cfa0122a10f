import type { InputOf, actions } from '@core/contract'
import type { CaseService } from '@core/services/case-service'
import type { Draft } from './draft'
import { fenOf, goodsOf } from './goods'

/** What is still missing, by part of the form, a question by its id; each says how to put it right. */
export type Wrong = Readonly<Record<string, string>>

/** What has to be asked while she is still on the phone. */
export function check(service: CaseService | undefined, draft: Draft): Wrong {
  const wrong: Record<string, string> = {}
  if (!draft.name.trim()) wrong.name = '写上怎么称呼，回电话时用'
  if (!/^(1\d{10}|[\d-]{7,14})?$/.test(draft.phone.trim())) wrong.phone = '号码不对，看看是不是少了一位；没有就空着'
  if (draft.words.trim().length < 2) wrong.words = '写一两句，说说是什么事'
  if (!service) return { ...wrong, service: '选一下是哪一种事' }
  if (service.topics.length > 0 && !draft.topic) wrong.topic = '选一类，好找对的人来办'
  if (service.where !== 'none' && !draft.compoundId && !draft.spot.trim()) wrong.spot = '问一下在哪儿，好找得到'
  for (const { id, required } of service.questions) {
    const answer = draft.answers[id]
    if (required && (answer === undefined || answer === false || answer === '')) wrong[id] = '这一项要问一下'
  }
  if (service.needsGoods && goodsOf(draft.goods).length === 0) wrong.goods = '写上一样两样，帮忙的人才好去买'
  if (service.needsGoods && draft.advance.trim() && fenOf(draft.advance) === null) wrong.advance = '写数字，比如 50'
  if (service.needsOtherParty && !draft.other.name.trim()) wrong.other = '问一下另一方怎么称呼，好约着一起谈'
  if (service.first === 'project' && !(draft.projectId && draft.day)) wrong.project = '选好哪一样、哪一天'
  return wrong
}

/** The draft as the cloud takes it. */
export function enteringOf(service: CaseService, draft: Draft, communityId: string): InputOf<typeof actions.enterCase> {
  const isPlaced = service.where !== 'none'
  return {
    key: draft.key,
    service: service.id,
    topic: service.topics.some(({ id }) => id === draft.topic) ? draft.topic : '',
    communityId,
    compoundId: isPlaced ? draft.compoundId : '',
    spot: { words: isPlaced ? draft.spot.trim() : '', latitude: null, longitude: null },
    words: draft.words.trim(),
    answers: Object.fromEntries(
      Object.entries(draft.answers).filter(([id]) => service.questions.some((question) => question.id === id)),
    ),
    pictures: [],
    isUrgent: draft.isUrgent,
    project: service.first === 'project' ? { id: draft.projectId, day: draft.day } : null,
    goods: service.needsGoods ? goodsOf(draft.goods) : [],
    advance: service.needsGoods ? fenOf(draft.advance) : null,
    medicine: null,
    otherParty: service.needsOtherParty ? { name: draft.other.name.trim(), phone: draft.other.phone.trim() } : null,
    caller: { name: draft.name.trim(), phone: draft.phone.trim() },
    elderId: draft.elderId || null,
  }
}
