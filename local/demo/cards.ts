import { goodUntil } from '@core/domain/card'
import { seatsFor } from '@core/domain/units'
import type { ActivityDoc, CardDoc, DependentDoc } from '@core/ports/documents'
import { hour, minute } from './calendar'
import { cardIdOf, cardTokenOf } from './person-id'

/** 梁文娟 has sent her mother-in-law a card for the clinic in slots, for one of the later ones; it waits for an answer. */
export function sentCards(now: number, ward: DependentDoc, activities: readonly ActivityDoc[]): CardDoc[] {
  const keeper = ward.keepers[0]
  const clinic = activities.find(({ _id, startsAt }) => _id.endsWith('-clinic') && startsAt > now)
  if (!keeper || !clinic) return []
  const isLater = (startsAt: number | null) => (startsAt ?? 0) >= clinic.startsAt + 30 * minute
  const slot = clinic.units?.find(
    ({ id, kind, startsAt }) => kind === 'slot' && isLater(startsAt) && seatsFor(clinic, id).seatsLeft > 0,
  )
  const _id = cardIdOf(clinic._id, ward._id, keeper.id)
  return [
    {
      ...{ _id, token: cardTokenOf(_id), activityId: clinic._id, wardId: ward._id, by: keeper.id },
      ...{ as: keeper.as ?? '', unit: slot?.id ?? '', answers: {}, at: now - 2 * hour },
      ...{ until: goodUntil(clinic.endsAt), openedAt: null, answer: 'none', answeredAt: null, answeredBy: '' },
      ...{ turn: 0, said: null },
    },
  ]
}
