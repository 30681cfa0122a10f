// What people are told about an activity, in their words.
import { changeWords, concerning, isMoved, type FormField } from '../domain/form'
import { hoursWords } from '../domain/hours'
import { letterTime } from '../domain/outbox'
import { clockWords, dateWords, datedSpanWords } from '../domain/times'
import type { ActivityDoc, CorrectionDoc } from '../ports/documents'
import type { Letter } from '../services/message-templates'
import { pages } from '../services/pages'
import type { MustReach, Notice } from './telling'

type About = Pick<ActivityDoc, '_id' | 'teamId' | 'title' | 'startsAt' | 'endsAt' | 'cancelBy' | 'place' | 'contact'>

const letter = (activity: About, note: string): Letter => ({
  title: activity.title,
  time: letterTime(activity.startsAt),
  place: activity.place.name,
  note,
})

/** Whoever was not reached is called by the team, until it is over. */
export const callsFor = ({ teamId, endsAt }: About, notice: string): MustReach => ({ notice, teamId, until: endsAt })

// Messages are kept and read days later: what was 明天 then is not 明天 any more.
const whenAndWhere = (activity: About, now: number) =>
  `${datedSpanWords(activity.startsAt, activity.endsAt, now)}，${activity.place.name}`

/** A seat came free for her; `due` is till when she is asked to answer. */
export function movedUpNotice(activity: About, since: number, due: number | null, now: number): Notice {
  const seeYou = now < activity.cancelBy ? '到时候见，来不了请早点取消' : '到时候见，来不了请打给队长'
  const ask = due === null ? seeYou : `请在 ${dateWords(due, now)} ${clockWords(due)} 前回复来不来`
  const number = due === null && now >= activity.cancelBy ? `：${activity.contact.phone}` : ''
  return {
    kind: 'movedUp',
    about: activity._id,
    rev: since,
    title: `「${activity.title}」有座位了`,
    body: `${whenAndWhere(activity, now)}。${ask}${number}。`,
    page: pages.activity(activity._id),
    startsAt: Math.min(activity.startsAt, due ?? activity.startsAt),
    outside: { template: 'movedUp', letter: letter(activity, ask) },
    mustReach: { ...callsFor(activity, movedUpKey), onlyUntold: due === null },
  }
}

const howToCancel = ({ cancelBy, contact }: About, now: number) =>
  now < cancelBy ? '请取消' : `请打给队长：${contact.phone}`

/** The notice that a seat came free. */
export const movedUpKey = 'movedUp_line'
/** The notice that it is called off. */
export const cancelledKey = 'cancelled_once'
/** The notice of a change to another time or place, by its revision. */
export const changedKey = (revision: number) => `changed_${revision}`

/**
 * An activity she is in or waits for was changed; only another time or place asks whether she can still come. It was to
 * start at `before`.
 */
export function changedNotice(
  activity: About & Pick<ActivityDoc, 'bring'>,
  rev: number,
  changed: readonly FormField[],
  now: number,
  before = activity.startsAt,
): Notice {
  const hasMoved = isMoved(changed)
  const bring = activity.bring.length > 0 ? `现在要带：${activity.bring.join('、')}。` : '现在什么都不用带。'
  const said = [
    changed.includes('bring') && bring,
    changed.includes('contact') && `有事打给${activity.contact.name}：${activity.contact.phone}。`,
    hasMoved && `来不了的话，${howToCancel(activity, now)}，把座位让给别人。`,
  ]
  const body = [hasMoved ? '现在是：' : '时间地点没变：', whenAndWhere(activity, now), '。', ...said]
    .filter(Boolean)
    .join('')
  const words = changeWords(concerning(changed))
  return {
    kind: 'changed',
    about: activity._id,
    rev,
    title: `「${activity.title}」改了${words}`,
    body,
    page: pages.activity(activity._id),
    startsAt: Math.min(activity.startsAt, before),
    outside: { template: 'changed', letter: letter(activity, `改了${words}`) },
    ...(hasMoved && { mustReach: callsFor(activity, changedKey(rev)) }),
  }
}

/** An activity she is in or waits for was called off. */
export function cancelledNotice(activity: About & Pick<ActivityDoc, 'reason'>, now: number): Notice {
  const { contact, reason } = activity
  return {
    kind: 'cancelled',
    about: activity._id,
    rev: 'once',
    title: `「${activity.title}」不办了`,
    body: `原定：${whenAndWhere(activity, now)}。原因：${reason}。有事打给${contact.name}：${contact.phone}。`,
    page: pages.activity(activity._id),
    startsAt: activity.startsAt,
    outside: { template: 'cancelled', letter: letter(activity, reason) },
    mustReach: callsFor(activity, cancelledKey),
  }
}

/** Her seat, or her place in the line, was given up for her: by the leader with a reason, or as no answer came. */
export function releasedNotice(activity: About, rev: number, why: string, of: 'seat' | 'line' = 'seat'): Notice {
  const { contact } = activity
  return {
    kind: 'released',
    about: activity._id,
    rev,
    title: of === 'seat' ? `「${activity.title}」的座位让给了下一位` : `您的候补取消了：「${activity.title}」`,
    body: `${why}。还想来的话可以再报，有事打给${contact.name}：${contact.phone}。`,
    page: pages.activity(activity._id),
  }
}

/** She came: thanks in the leader's words, and how was it? */
export function thankedNotice(activity: Pick<About, '_id' | 'title'>, thanks: string): Notice {
  return {
    kind: 'thanked',
    about: activity._id,
    rev: 'once',
    title: `谢谢您来「${activity.title}」`,
    body: `${thanks || '有您在，这件事办成了。'}点开看看办得怎么样，也请您说说感受。`,
    page: pages.recap(activity._id),
  }
}

/** What somebody goes to starts soon; `times` are those of her own post or slot. On the eve there is time to step back. */
export function reminderNotice(
  activity: About,
  which: 'eve' | 'soon',
  times: Pick<About, 'startsAt' | 'endsAt'>,
  now: number,
): Notice {
  const hers = { ...activity, ...times }
  const bring = which === 'eve' ? `来不了的话，${howToCancel(activity, now)}，把座位让给别人` : '到了请签到，路上慢些'
  return {
    kind: 'reminder',
    about: activity._id,
    rev: `${which}_${times.startsAt}`,
    title:
      which === 'eve' ? `${dateWords(times.startsAt, now)}有「${activity.title}」` : `「${activity.title}」快开始了`,
    body: `${whenAndWhere(hers, now)}。${bring}。`,
    page: pages.activity(activity._id),
    startsAt: times.startsAt,
    outside: {
      template: 'reminder',
      letter: letter(hers, which === 'eve' ? '明天见，来不了请早点说' : '快开始了，路上慢些'),
    },
  }
}

/** Hours of hers that were confirmed are others now, by two people's word. */
export function correctedNotice(correction: Pick<CorrectionDoc, '_id' | 'title' | 'from' | 'to' | 'reason'>): Notice {
  const { _id, title, from, to, reason } = correction
  return {
    kind: 'corrected',
    about: _id,
    rev: 'once',
    title: `「${title}」的时长改了`,
    body: `从${hoursWords(from)}改成${hoursWords(to)}。原因：${reason}。有疑问请问队长。`,
    page: pages.hours,
  }
}

const admittedWords = {
  approved: { yes: '队长同意了', waits: '队长同意了，只是名额满了' },
  drawn: { yes: '抽中了', waits: '这次没有抽中' },
  opened: { yes: '报上了', waits: '这场不用等同意了，只是名额满了' },
}

/**
 * What became of having asked to come: the leader said yes, or asks nobody any more, or her ticket was drawn; or she
 * waits behind others.
 */
export function admittedNotice(
  activity: About,
  rev: number,
  { how, position }: { how: keyof typeof admittedWords; position: number | null },
  now: number,
): Notice {
  const { yes, waits } = admittedWords[how]
  const seeYou = `${whenAndWhere(activity, now)}。到时候见，来不了请${now < activity.cancelBy ? '早点取消' : `打给队长：${activity.contact.phone}`}。`
  return {
    kind: 'admitted',
    about: activity._id,
    rev,
    title: position === null ? `「${activity.title}」${yes}` : `「${activity.title}」：您在候补第 ${position} 位`,
    body: position === null ? seeYou : `${waits}，有座位空出来会自动轮到您，也会告诉您。`,
    page: pages.activity(activity._id),
    startsAt: activity.startsAt,
    ...(position === null && { outside: { template: 'movedUp' as const, letter: letter(activity, yes) } }),
  }
}

/** The leader said no to her asking to come. */
export function declinedNotice(activity: About, rev: number, reason: string): Notice {
  const { contact } = activity
  return {
    kind: 'declined',
    about: activity._id,
    rev,
    title: `「${activity.title}」这次没能排上`,
    body: `${reason ? `队长说：${reason}。` : ''}有事打给${contact.name}：${contact.phone}。`,
    page: pages.activity(activity._id),
  }
}

/** People ask to come and wait for the leader's yes; `day` (yyyy-mm-dd) makes it one a day. */
export function askedToJoinNotice(
  { _id, title, seriesId }: Pick<ActivityDoc, '_id' | 'title' | 'seriesId'>,
  day: string,
): Notice {
  return {
    kind: 'askedToJoin',
    // The meetings of a series are often asked for all at once.
    about: seriesId ?? _id,
    rev: day,
    title: `有人想来「${title}」`,
    body: '在等您点头。看看名单，同意或者婉拒都会告诉对方。',
    page: pages.roster(_id, 'asked'),
  }
}
