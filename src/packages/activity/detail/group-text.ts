import type { ActivityPage } from '@core/contract'
import { spanWords } from '@core/domain/times'
import { seatState } from '@/parts/seat-state'

/** An activity as words for a group chat: what, when, where, how many seats, whom to call; nobody who comes. */
export function groupText(page: ActivityPage, now: number): string {
  const seats = seatState({ ...page, mine: null, ours: [] }, now)
  const place = [page.place.name, page.place.address].filter(Boolean).join('，')
  return [
    `【${page.teamName}】${page.title}`,
    `时间：${spanWords(page.startsAt, page.endsAt, now)}`,
    `地点：${place}`,
    `名额：${seats.word}`,
    page.bring.length > 0 ? `请留意：${page.bring.join('；')}` : '',
    `微信里搜「七彩蒲公英」报名；没有智能手机，打给${page.contact.name} ${page.contact.phone} 也一样`,
  ]
    .filter(Boolean)
    .join('\n')
}
