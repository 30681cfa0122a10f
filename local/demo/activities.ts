import { atHour, dayOf, startOfDay } from '@core/domain/times'
import { emptySeats } from '@core/domain/seats'
import { termsOf } from '@core/domain/search'
import type { ActivityDoc } from '@core/ports/documents'
import { day, hour, minute } from './calendar'
import type { Chance } from './chance'
import type { Planned } from './planned'

/** An activity as the cloud keeps it, still without people, beside what was planned. */
export interface Held extends Planned {
  doc: ActivityDoc
}

function stateOf({ staging, endsAt }: Planned, now: number): ActivityDoc['state'] {
  const state = staging?.state
  if (state === 'draft' || state === 'cancelled') return state
  return endsAt <= now ? 'ended' : (state ?? 'published')
}

/** The evening before for what starts in the morning, else so many hours before the start. */
function cancelByOf({ happening, startsAt }: Planned): number {
  const isLong = happening.cancelHours >= 12
  return isLong ? atHour(startsAt - day, 18) : startsAt - happening.cancelHours * hour
}

/** Announced four to nine days before, in the daytime, and always before now. */
function announced(chance: Chance, { startsAt }: Planned, now: number): number {
  const usual = atHour(startOfDay(startsAt) - chance.whole(4, 9) * day, chance.whole(17, 40) / 2)
  return Math.min(usual, now - chance.whole(20, 70) * hour)
}

/** Gives each planned activity its document; ids say community, day and number. */
export function makeActivities(chance: Chance, now: number, plan: readonly Planned[]): Held[] {
  const numbers = new Map<string, number>()
  return plan.map((planned) => {
    const { happening, team, place, startsAt, endsAt, staging } = planned
    const stem = `${team.doc.communityId}-${dayOf(startsAt).replaceAll('-', '')}`
    const number = (numbers.get(stem) ?? 0) + 1
    numbers.set(stem, number)
    const state = stateOf(planned, now)
    const isDraft = state === 'draft'
    const time = isDraft ? now - chance.whole(60, 180) * minute : announced(chance, planned, now)
    const words = { title: happening.title, teamName: team.doc.name, place: placeOf(planned) }
    const doc: ActivityDoc = {
      _id: `${stem}-${number}`,
      state,
      listed: !isDraft,
      teamId: team.doc._id,
      ...words,
      colour: team.doc.colour,
      communityId: team.doc.communityId,
      communityName: team.doc.communityName,
      template: happening.template,
      intro: happening.intro,
      startsAt,
      endsAt,
      opensAt: staging?.opensAt ?? time,
      closesAt: startsAt,
      cancelBy: cancelByOf(planned),
      ...emptySeats(happening.capacity),
      audience: happening.audience,
      bring: [...happening.bring],
      contact: { name: team.doc.leaderName, phone: team.doc.phone },
      terms: termsOf(words),
      reason: staging?.reason ?? '',
      revision: staging?.changed ? 2 : 1,
      lastChange: [...(staging?.changed ?? [])],
      touchedAt: isDraft ? 0 : time,
      createdBy: team.doc.leaderIds[0] ?? '',
      createdAt: time - chance.whole(3, 300) * minute,
      publishedAt: isDraft ? null : time,
      ...(staging?.seesHome && { seesHome: true }),
    }
    return { ...planned, place, doc }
  })
}

function placeOf({ place }: Planned): ActivityDoc['place'] {
  const { _id: id, name, address, latitude, longitude } = place
  return { id, name, address, latitude, longitude }
}
