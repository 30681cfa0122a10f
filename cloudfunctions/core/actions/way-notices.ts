// What the families of those who come are told of the way there and back, and the leaders of those who have not come.
import { letterTime } from '../domain/outbox'
import { clockWords, datedSpanWords } from '../domain/times'
import type { ActivityDoc } from '../ports/documents'
import type { Letter } from '../services/message-templates'
import { pages } from '../services/pages'
import type { Notice } from './telling'

type About = Pick<ActivityDoc, '_id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'contact' | 'teamName' | 'seesHome'>

/** How far somebody is on her way; `mistaken` once a check-in that was told is taken back. */
export type WayKind = 'arrived' | 'left' | 'home' | 'mistaken'

/** So long after the end, what is heard of a day only now goes to the inbox alone. */
const stillUrgent = 2 * 3_600_000

const letter = ({ title, place }: About, at: number, note: string): Letter => ({
  title,
  time: letterTime(at),
  place: place.name,
  note,
})

/** 9:25 签到的; 9:05 到 9:30 之间签到的 for several who are told in one go, as from a phone that was without network. */
function momentWords(moments: readonly number[]): string {
  const [first, last] = [clockWords(Math.min(...moments)), clockWords(Math.max(...moments))]
  return first === last ? `${first} ` : `${first} 到 ${last} 之间`
}

const callWords = ({ contact }: About) => `有事打给${contact.name}：${contact.phone}。`

/** Title after her family's word for her, what is said of her moment, and the shortest word for WeChat. */
function wordsFor(kind: WayKind, activity: About, when: string): { title: string; body: string; note: string } {
  const { title, teamName, seesHome } = activity
  if (kind === 'arrived') return { title: `到了「${title}」`, body: `${when}签到的。`, note: '到了' }
  if (kind === 'mistaken')
    return { title: '刚才点错了，还没到', body: `「${title}」还没有签到，到了马上告诉您。`, note: '刚才点错了，还没到' }
  if (kind === 'home')
    return { title: '送到家了', body: `「${title}」结束，${teamName} ${when}送到家。`, note: '送到家了' }
  const onHerWay = seesHome ? '队伍会送到家，送到了再告诉您。' : '到家了没有，打个电话问一声。'
  return {
    title: `「${title}」活动结束了`,
    body: `${when}签退的。${onHerWay}`,
    note: seesHome ? '活动结束，正送回家' : '活动结束，往家走了',
  }
}

/**
 * How far those whom a family keeps are on their way; `moments` are when that was, of each who is told. `turn` counts
 * the mistakes told before, so that whoever comes after one is told of again, and nothing is told twice.
 */
export function wayNotice(
  activity: About,
  kind: WayKind,
  turn: number,
  moments: readonly number[],
  now: number,
): Notice {
  const { title, body, note } = wordsFor(kind, activity, momentWords(moments))
  return {
    kind,
    about: activity._id,
    rev: turn,
    title,
    body: `${body}${callWords(activity)}`,
    page: pages.activity(activity._id),
    withoutSelf: true,
    ...(now <= activity.endsAt + stillUrgent && {
      outside: { template: 'family', letter: letter(activity, Math.max(...moments), note) },
    }),
  }
}

/** To her family: somebody it keeps is not there 20 minutes after her part began, at `startsAt`. */
export function notArrivedNotice(activity: About, startsAt: number, now: number): Notice {
  const { _id, title, contact } = activity
  const began = datedSpanWords(startsAt, activity.endsAt, now)
  return {
    kind: 'notArrived',
    about: _id,
    rev: startsAt,
    title: '还没签到',
    body: `「${title}」${began}，到 ${clockWords(now)} 还没有签到。先打个电话问问，也可以打给队长${contact.name}：${contact.phone}。`,
    page: pages.activity(_id),
    withoutSelf: true,
    outside: { template: 'family', letter: letter(activity, startsAt, `还没签到，问队长 ${contact.phone}`) },
  }
}

/** The same to her own account, whom nobody asks to call herself; `ward` is as whom her family keeps her. */
export function notArrivedSelfNotice(activity: About, startsAt: number, ward: string): Notice {
  const { _id, title, contact } = activity
  const call = `来不了或找不到地方，打给队长${contact.name}：${contact.phone}`
  return {
    kind: 'notArrived',
    about: _id,
    rev: startsAt,
    ward,
    title: '您还没签到',
    body: `「${title}」${clockWords(startsAt)} 开始了，您还没签到。${call}。`,
    page: pages.activity(_id),
    outside: {
      template: 'family',
      letter: { ...letter(activity, startsAt, `您还没签到，问队长 ${contact.phone}`), who: '您' },
    },
  }
}

/** To those who lead the team: how many whom others signed up are not there. A count alone, the names are on the page. */
export function missingNotice({ _id, title }: About, startsAt: number, count: number): Notice {
  return {
    kind: 'missing',
    about: _id,
    rev: startsAt,
    title: `「${title}」有 ${count} 位还没到`,
    body: `${clockWords(startsAt)} 开始的，家人或队伍代报的有 ${count} 位还没签到。点开名单，一个一个打电话问问。`,
    page: pages.day(_id),
  }
}
