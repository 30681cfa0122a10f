import { plainExtras } from '@core/contract'
import { isLookedFor } from '@core/domain/attendance'
import { ceiling, emptySeats } from '@core/domain/seats'
import { termsOf } from '@core/domain/search'
import { dayOf } from '@core/domain/times'
import { capacityOf, emptyUnits, timesOf } from '@core/domain/units'
import type { ActivityDoc, PlaceDoc, SignupDoc } from '@core/ports/documents'
import { hour, minute } from './calendar'
import type { Chance } from './chance'
import type { Team } from './teams'

/** What is said of an activity beyond the usual. */
export type Said = Pick<ActivityDoc, 'title' | 'intro' | 'startsAt' | 'endsAt'> &
  Partial<Pick<ActivityDoc, 'capacity' | 'bring' | 'units' | 'ages' | 'approval' | 'drawAt' | 'questions' | 'serves'>> &
  Partial<Pick<ActivityDoc, 'template' | 'opensAt' | 'closesAt' | 'audience' | 'seesHome'>>

/** An activity of a team that nobody has joined yet; `key` makes its id together with its day. */
export function activityFor(key: string, now: number, team: Team, place: PlaceDoc, said: Said): ActivityDoc {
  const { _id: placeId, name, address, latitude, longitude } = place
  const { startsAt, endsAt } = said
  const opensAt = said.opensAt ?? Math.min(startsAt - 6 * 24 * hour, now - 20 * hour)
  const units = said.units ?? []
  const words = { title: said.title, teamName: team.doc.name, place: { name, address } }
  return {
    _id: `liuwan-${dayOf(startsAt).replaceAll('-', '')}-${key}`,
    state: endsAt <= now ? 'ended' : 'published',
    listed: true,
    teamId: team.doc._id,
    teamName: team.doc.name,
    colour: team.doc.colour,
    communityId: team.doc.communityId,
    communityName: team.doc.communityName,
    template: '',
    audience: 'anyone',
    bring: [],
    ...plainExtras,
    closesAt: startsAt,
    ...said,
    place: { id: placeId, name, address, latitude, longitude },
    opensAt,
    cancelBy: Math.max(opensAt, startsAt - 2 * hour),
    ...emptySeats(capacityOf({ units, capacity: said.capacity ?? null })),
    ...(units.length > 0 ? { seats: emptyUnits(units) } : {}),
    contact: { name: team.doc.leaderName, phone: team.doc.phone },
    terms: termsOf(words),
    reason: '',
    revision: 1,
    lastChange: [],
    touchedAt: opensAt,
    createdBy: team.doc.leaderIds[0] ?? '',
    createdAt: opensAt - hour,
    publishedAt: opensAt,
  }
}

/** Somebody who comes, and what her row says beyond the usual. */
export type Comer = { id: string } & Partial<Pick<SignupDoc, 'by' | 'unit' | 'party' | 'answers' | 'guardian'>>

/** Who has a seat, who waits, and who asked to come, each in order. */
export interface Comers {
  seated: readonly Comer[]
  line?: readonly Comer[]
  asked?: readonly Comer[]
}

/** Gives people their places in an activity, and writes their rows. */
export function gather(chance: Chance, now: number, doc: ActivityDoc, comers: Comers): SignupDoc[] {
  const { seated, line = [], asked = [] } = comers
  const until = Math.min(doc.closesAt, now - 6 * minute)
  const times = [...seated, ...line, ...asked]
    .map(() => Math.round(doc.opensAt + (until - doc.opensAt) * chance.next() ** 1.4))
    .sort((a, b) => a - b)
  const idsOf = (list: readonly Comer[]) => list.map(({ id }) => id)
  doc.holders = idsOf(seated)
  doc.line = idsOf(line)
  doc.taken = seated.length
  doc.waiting = line.length
  doc.seatsLeft = ceiling(doc.capacity) - seated.length
  if (asked.length > 0) doc.pool = idsOf(asked)
  const parties = [...new Set([...line, ...asked].flatMap(({ party }) => (party ? [party.join('+')] : [])))]
  if (parties.length > 0) doc.bonds = parties
  for (const [unitId, seats] of Object.entries(doc.seats ?? {})) {
    const here = (list: readonly Comer[]) => idsOf(list.filter(({ unit }) => unit === unitId))
    Object.assign(seats, { holders: here(seated), line: here(line), waiting: here(line).length })
    seats.left -= seats.holders.length
  }
  doc.touchedAt = Math.max(doc.touchedAt, ...times)
  const row = (state: SignupDoc['state'], { id, ...notes }: Comer, since: number): SignupDoc => ({
    _id: `${doc._id}_${id}`,
    activityId: doc._id,
    personId: id,
    teamId: doc.teamId,
    state,
    live: true,
    since,
    ...timesOf(doc, notes.unit),
    answerBy: null,
    history: [{ at: since, by: notes.by ?? id, what: 'joined' }],
    ...notes,
    ...(isLookedFor(id, notes.by) && { isLookedFor: true }),
  })
  const all = [
    ...seated.map((comer) => ['in', comer] as const),
    ...line.map((comer) => ['waiting', comer] as const),
    ...asked.map((comer) => ['asked', comer] as const),
  ]
  return all.map(([state, comer], at) => row(state, comer, times[at] ?? until))
}
