import type { ActivityPage, Candidate, Mine, Unit } from '@core/contract'
import { guardedBelow } from '@core/domain/ages'
import { awayWords, datedMoment, nearDay, nearMoment } from '@/parts/say-time'

const capacityWords = (page: ActivityPage) =>
  page.capacity === null ? `${page.taken} 人报了，不限人数` : `${page.taken} 人，共 ${page.capacity} 席`

/** Whether a lot or the leader's yes still decides, so that a bare count of seats would mislead. */
export const isAsking = (page: ActivityPage, now: number) =>
  page.asked !== undefined &&
  now < page.startsAt &&
  (page.drawAt === null ? page.asked > 0 : page.asked > 0 || now < page.drawAt)

/** 28 张签，抽 20 席; 4 位在等队长同意, behind those who are in already. */
export function askingWords(page: ActivityPage): string {
  const { asked = 0, capacity } = page
  if (page.drawAt !== null) return capacity === null ? `${asked} 张签` : `${asked} 张签，抽 ${capacity} 席`
  const waits = `${asked} 位在等队长同意`
  return page.taken > 0 ? `${capacityWords(page)}，${waits}` : waits
}

/** 17 人，共 20 席; the waiting are named where there are any. */
export const comingWords = (page: ActivityPage) =>
  page.waiting > 0 ? `${capacityWords(page)}，候补 ${page.waiting} 人` : capacityWords(page)

/** Who may come, in one line. */
export function audienceWords(page: Pick<ActivityPage, 'audience' | 'communityName' | 'teamName'>): string {
  if (page.audience === 'community') return `请${page.communityName}的居民来`
  if (page.audience === 'members') return `请${page.teamName}的队员来`
  return '谁都可以来'
}

/** What else decides who comes, one line each: age, the leader's yes, a limit a month, hours. */
export function rulesWords(page: ActivityPage): string[] {
  const { from, to } = page.ages
  const ages =
    from !== null && to !== null
      ? [`请 ${from} 到 ${to} 岁的来`]
      : from !== null
        ? [`请 ${from} 岁以上的来`]
        : to !== null
          ? [`请 ${to} 岁以下的来`]
          : []
  const guarded = from !== null && from < guardedBelow ? ['孩子参加要监护人同意'] : []
  const approval = page.approval ? ['队长同意后才算报上'] : []
  const month = page.perMonth === null ? [] : [`一个人一个月最多报本队 ${page.perMonth} 场，名额留给更多邻居`]
  const isHelp = page.serves || page.units.some(({ role }) => role === 'helper')
  const hours = isHelp ? ['来帮忙的记志愿服务时长，签到签退为准'] : []
  return [...ages, ...guarded, ...approval, ...month, ...hours]
}

/** Until when she can take back her sign-up by herself, in words. */
export function cancelWords(page: Pick<ActivityPage, 'cancelBy' | 'startsAt'>, now: number): string {
  return now < page.cancelBy
    ? `来不了？${datedMoment(page.cancelBy, page.startsAt, now)} 前都能取消`
    : '来不了？请打给队长，好把座位让给别人'
}

/** 周六 9:00 · 党群服务站 · 还有 3 席; with a slot chosen, its own time. */
export const headWords = (page: ActivityPage, unit: Unit | null, room: string, now: number) =>
  [nearMoment(unit?.startsAt ?? page.startsAt, now), page.place.name, room].join(' · ')

/** Until when a sign-up can be taken back, below the button that makes it. */
export function takeBackWords(page: ActivityPage, now: number): string {
  if (now < page.cancelBy) return `${datedMoment(page.cancelBy, page.startsAt, now)} 前可以取消，不影响下次报名`
  return '离开始不远了，来不了请打给队长'
}

/** To somebody who did not come the last time, without a word of blame. */
export function missedWords(person: Candidate, missed: { title: string; at: number }, now: number): string {
  const who = person.kind === 'self' ? '您' : person.called
  return `${nearDay(missed.at, now)}的「${missed.title}」${who}没来成。这次要是来不了，早一点说一声，座位就能给邻居。`
}

/** What a sign-up came to, as a head: 报上了, 候补第 2 位, 报上 2 位，候补 1 位. */
export function doneWords(parts: readonly Mine[], drawAt: number | null): string {
  const count = (...states: Mine['state'][]) => parts.filter(({ state }) => states.includes(state)).length
  const seated = count('in', 'offered')
  const waiting = count('waiting')
  if (seated === 0 && waiting === 0) return drawAt === null ? '交给队长了' : '进入抽签了'
  if (waiting === 0) return parts.length > 1 ? `${parts.length} 个人都报上了` : '报上了'
  if (seated > 0) return `报上 ${seated} 位，候补 ${waiting} 位`
  const position = parts.find(({ position }) => position !== null)?.position
  return position ? `候补第 ${position} 位` : '排上队了'
}

/** What waiting means, and until when: the line moves up by itself until the start. */
export function waitingWords(page: Pick<ActivityPage, 'startsAt'>, now: number): string {
  return `有人退出，会自动补上您，马上告诉您。${nearMoment(page.startsAt, now)} 开始时还没补上，就不用再等。`
}

/** 还有 6 天; empty when it is over or called off. */
export const untilWords = (page: ActivityPage, now: number) =>
  page.state === 'cancelled' ? '' : awayWords(page.startsAt, page.endsAt, now)

/** Title of the card that is shared: what, when, and whether there is room; nothing of persons. */
export function shareTitle(page: ActivityPage, now: number): string {
  const isOpen = page.state === 'published' && now < page.closesAt
  const room = isOpen && page.seatsLeft !== null && page.seatsLeft > 0 ? `，余 ${page.seatsLeft} 席` : ''
  return `${nearMoment(page.startsAt, now)} ${page.title}${room}`
}
