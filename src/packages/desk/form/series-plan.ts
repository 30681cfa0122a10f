import type { OutputOf, SeriesRule, getSeries } from '@core/contract'
import { daysOf, planEdit } from '@core/domain/series'
import { dayOf } from '@core/domain/times'

export type MeetingCard = OutputOf<typeof getSeries>['items'][number]

/** What an edit of a series does, each as days in order (yyyy-mm-dd). */
export interface EditPlan {
  changed: { from: string; to: string }[]
  kept: string[]
  added: string[]
  calledOff: { day: string; people: number }[]
}

/** How the meetings to come follow a new rule from a day on, by the rule that the cloud follows too. */
export function planOf(cards: readonly MeetingCard[], rule: SeriesRule, fromDay: string, now: number): EditPlan {
  const meetings = cards.map(({ id, startsAt, isChanged, state }) => ({
    id,
    day: dayOf(startsAt),
    startsAt,
    isOwn: isChanged || state === 'cancelled',
  }))
  const dayById = new Map(meetings.map(({ id, day }) => [id, day]))
  const peopleById = new Map(cards.map(({ id, taken, waiting }) => [id, taken + waiting]))
  const plan = planEdit(meetings, daysOf(rule), fromDay, ({ startsAt }) => startsAt <= now)
  const days = (ids: readonly string[]) => ids.flatMap((id) => dayById.get(id) ?? []).sort()
  return {
    changed: plan.follow.map(({ id, day }) => ({ from: dayById.get(id) ?? day, to: day })),
    kept: days(plan.keep.map(({ id }) => id)),
    added: plan.add,
    calledOff: plan.callOff
      .map((id) => ({ day: dayById.get(id) ?? '', people: peopleById.get(id) ?? 0 }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}
