import type { ActivityCard, ActivityForm, Me } from '@core/contract'
import { calendar } from '@core/domain/times'

/** 12 月 5 日 周六 */
export function dayWords(at: number): string {
  const { month, date, weekday } = calendar(at)
  return `${month} 月 ${date} 日 ${weekday}`
}

export const audienceWords: Record<ActivityForm['audience'], string> = {
  anyone: '谁都能来',
  community: '本社区居民',
  members: '本队队员',
}

/** 20 席，满了可候补 */
export const seatsWords = (capacity: number | null) => (capacity === null ? '不限人数' : `${capacity} 席，满了可候补`)

export const bringWords = (bring: readonly string[]) => (bring.length > 0 ? bring.join('、') : '什么都不用带')

/** The card that neighbours will see; `people` are those who have a seat or wait already. */
export function previewOf(
  form: ActivityForm,
  team: Me['leads'][number],
  now: number,
  people: { taken: number; waiting: number } = { taken: 0, waiting: 0 },
): ActivityCard {
  return {
    id: 'preview',
    title: form.title || '还没起名字',
    colour: team.colour,
    teamId: team.id,
    teamName: team.name,
    communityId: team.communityId,
    communityName: '',
    placeName: form.place.name || '还没定地方',
    startsAt: form.startsAt,
    endsAt: form.endsAt,
    opensAt: Math.min(form.opensAt, now),
    closesAt: form.closesAt,
    state: 'published',
    capacity: form.capacity,
    seatsLeft: form.capacity === null ? null : form.capacity - people.taken,
    taken: people.taken,
    waiting: people.waiting,
    reason: '',
    mine: null,
    ours: [],
    seriesId: null,
    drawAt: form.drawAt,
  }
}
