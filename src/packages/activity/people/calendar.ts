import type { ActivityPage, Unit } from '@core/contract'
import { addToCalendar, say } from '@/device'

/** Puts an activity, or her post or slot in it, into the phone's calendar, and says whether it is there. */
export async function keepInCalendar(
  page: Pick<ActivityPage, 'title' | 'startsAt' | 'endsAt' | 'place' | 'contact'>,
  unit?: Unit,
): Promise<void> {
  const { title, place, contact } = page
  const isKept = await addToCalendar({
    title: unit ? `${title}（${unit.name}）` : title,
    startsAt: unit?.startsAt ?? page.startsAt,
    endsAt: unit?.endsAt ?? page.endsAt,
    place: [place.name, place.address].filter(Boolean).join(' '),
    note: `有事打给${contact.name}：${contact.phone}`,
  })
  say(isKept ? '记到日历里了' : '没有记进日历')
}
