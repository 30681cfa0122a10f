// What those who keep somebody are told once a card for her was answered.
import type { Mine } from '../contract'
import { letterTime } from '../domain/outbox'
import { dateWords, datedSpanWords, clockWords } from '../domain/times'
import { timesOf } from '../domain/units'
import type { ActivityDoc, CardDoc, KeeperDoc } from '../ports/documents'
import { pages } from '../services/pages'
import type { Notice } from './telling'

type About = Pick<ActivityDoc, '_id' | 'title' | 'startsAt' | 'endsAt' | 'units' | 'place' | 'contact'>

interface Answered {
  keeper: KeeperDoc
  /** Whether a family member answered in her place. */
  isFamily: boolean
  /** Her place now; null when she does not go. */
  mine: Mine | null
}

/** 妈妈说：我去, with what became of it; told once for every answer that changes something. */
export function answeredNotice(
  card: CardDoc,
  activity: About,
  { keeper, isFamily, mine }: Answered,
  now: number,
): Notice {
  const { _id, title, place, contact } = activity
  const times = timesOf(activity, mine?.unit ?? card.unit)
  const isYes = card.said?.yes === true
  const who = keeper.isSelf ? '您' : keeper.called
  const isHerOwnWord = !isFamily && !keeper.isSelf
  const other = isFamily ? '家里人' : '有人'
  const goes = isHerOwnWord ? `${who}说：我去「${title}」` : `${other}替${who}报了「${title}」`
  const stays = isHerOwnWord ? `${who}这次不去「${title}」` : `${other}替${who}说了这次不去「${title}」`
  const when = `${datedSpanWords(times.startsAt, times.endsAt, now)}，${place.name}`
  const call = `有事打给${contact.name}：${contact.phone}。`
  return {
    kind: 'answered',
    about: _id,
    rev: `${card._id}_${card.said?.turn ?? card.turn}`,
    title: isYes ? goes : stays,
    body: isYes ? `${when}。${placeWords(mine, now)}。${call}` : `${when}。没有占名额，想去还可以再报。${call}`,
    page: pages.activity(_id),
    ward: card.wardId,
    outside: {
      template: 'family',
      letter: {
        ...{ title, time: letterTime(times.startsAt), place: place.name, who },
        note: isYes ? `我去，${placeWords(mine, now)}` : '这次不去',
      },
    },
  }
}

function placeWords(mine: Mine | null, now: number): string {
  if (mine?.state === 'waiting') return `名额满了，排在候补第 ${mine.position ?? 1} 位，轮到了会告诉您`
  if (mine?.state === 'asked') return '还在等答复，有了结果会告诉您'
  const due = mine?.state === 'offered' && mine.answerBy ? mine.answerBy : null
  return due ? `有座位了，请在 ${dateWords(due, now)} ${clockWords(due)} 前回复` : '已经报上了'
}
