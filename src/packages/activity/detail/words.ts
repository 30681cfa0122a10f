import type { ActivityPage } from '@core/contract'
import { awayWords, nearMoment } from '@/parts'

const capacityWords = (page: ActivityPage) =>
  page.capacity === null ? `${page.taken} 人报了，不限人数` : `${page.taken} 人，共 ${page.capacity} 席`

/** 17 人，共 20 席; the waiting are named where there are any. */
export const comingWords = (page: ActivityPage) =>
  page.waiting > 0 ? `${capacityWords(page)}，候补 ${page.waiting} 人` : capacityWords(page)

/** Who may come, in one line. */
export function audienceWords(page: Pick<ActivityPage, 'audience' | 'communityName' | 'teamName'>): string {
  if (page.audience === 'community') return `请${page.communityName}的居民来`
  if (page.audience === 'members') return `请${page.teamName}的队员来`
  return '谁都可以来'
}

/** Until when she can take back her sign-up by herself, in words. */
export function cancelWords(page: Pick<ActivityPage, 'cancelBy'>, now: number): string {
  return now < page.cancelBy
    ? `来不了？${nearMoment(page.cancelBy, now)} 前都能取消`
    : '来不了？请打给队长，好把座位让给别人'
}

/** 周六 9:00 · 党群服务站 · 还有 3 席 */
export function headWords(page: ActivityPage, now: number): string {
  const seats =
    page.seatsLeft === null
      ? '不限人数'
      : page.seatsLeft > 0 && page.waiting === 0
        ? `还有 ${page.seatsLeft} 席`
        : page.waiting > 0
          ? `前面有 ${page.waiting} 人在候补`
          : '满了，您排第一'
  return [nearMoment(page.startsAt, now), page.place.name, seats].join(' · ')
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
