import type {
  ActivityDoc,
  CardDoc,
  DependentDoc,
  PlaceDoc,
  SecretDoc,
  SeriesDoc,
  SignupDoc,
} from '@core/ports/documents'
import { sentCards } from './cards'
import { chanceOf } from './chance'
import { confirmPast, type Confirmed } from './confirmed'
import { Timetable } from './planned'
import { makeRelatives, type Relatives } from './relatives'
import type { Resident } from './residents'
import { scenes, type Stage } from './scenes'
import type { Team } from './teams'
import { weeklyClass } from './weekly-class'

/** What the county is made of before: it is completed in place. */
export interface Shallow {
  now: number
  seed: number
  residents: readonly Resident[]
  teams: readonly Team[]
  places: readonly PlaceDoc[]
  activities: readonly ActivityDoc[]
  signups: readonly SignupDoc[]
}

/** What families, posts, slots, a draw, a series and confirmed hours add to the county. */
export interface Depth extends Pick<Confirmed, 'ledgers' | 'recaps'> {
  activities: ActivityDoc[]
  signups: SignupDoc[]
  dependents: DependentDoc[]
  series: SeriesDoc[]
  secrets: SecretDoc[]
  cards: CardDoc[]
}

/** Adds to a county what it takes to try sign-up in depth and the day itself. */
export function deepen({ now, seed, residents, teams, places, activities, signups }: Shallow): Depth {
  const named = (name: string) => residents.find(({ doc }) => doc.name === name) as Resident
  const relatives = makeRelatives(chanceOf(seed, 'relatives'), now, residents)
  const chance = chanceOf(seed, 'scenes')
  const timetable = new Timetable()
  for (const row of signups) if (row.live) timetable.take(row.personId, row.startsAt, row.endsAt)
  const crowd = chance
    .shuffled(residents.filter(({ doc }) => doc.communityId === 'liuwan' && doc.openid.startsWith('o-demo-resident-')))
    .filter(({ doc }) => doc.staffOf.length === 0)
  const stage: Stage = {
    ...{ chance, now, relatives },
    team: (key) => teams.find(({ doc }) => doc._id === `liuwan-${key}`) as Team,
    place: (word) =>
      places.find(({ communityId, functions }) => communityId === 'liuwan' && functions.includes(word)) as PlaceDoc,
    cast: named,
    isFree: (personId, from, to) => timetable.isFree(personId, from, to),
    free(count, from, to) {
      const found = crowd.filter(({ doc }) => timetable.isFree(doc._id, from, to)).slice(0, count)
      for (const { doc } of found) timetable.take(doc._id, from, to)
      return found.map(({ doc }) => doc._id)
    },
  }
  const weekly = weeklyClass(stage)
  const added = [...scenes(stage), ...weekly.meetings]
  const all = {
    activities: [...activities, ...added.map(({ doc }) => doc)].sort((a, b) => a.startsAt - b.startsAt),
    signups: [...signups, ...added.flatMap(({ rows }) => rows)],
  }
  const her = named('梁文娟').doc._id
  all.signups.push(...enteredOnce(relatives, all.activities, named('苏桂兰').doc._id, her))
  const led = teams.filter(({ doc }) => doc.leaderName === '苏桂兰').map(({ doc }) => doc._id)
  const { missed, ...confirmed } = confirmPast(chanceOf(seed, 'confirmed'), {
    now,
    ...all,
    rows: all.signups,
    her,
    led,
  })
  for (const { doc } of residents) if (missed.has(doc._id)) doc.missed = missed.get(doc._id)
  const secrets = added.flatMap((scene) => scene.secrets ?? [])
  const cards = sentCards(now, relatives.motherInLaw, all.activities)
  return { ...all, ...confirmed, dependents: relatives.docs, series: [weekly.series], secrets, cards }
}

/** 苏桂兰 once entered 梁文娟 by name, at the door of a past activity that had room; she can claim it. */
function enteredOnce({ herself }: Relatives, activities: readonly ActivityDoc[], by: string, her: string): SignupDoc[] {
  const past = activities.filter(
    ({ state, teamId, seatsLeft, holders, audience, seriesId }) =>
      state === 'ended' &&
      teamId === 'liuwan-crafts' &&
      seatsLeft > 0 &&
      audience === 'anyone' &&
      !seriesId &&
      !holders.includes(her),
  )
  const doc = past.at(-1)
  if (!doc) return []
  doc.holders.push(herself._id)
  doc.taken += 1
  doc.seatsLeft -= 1
  const { _id: activityId, teamId, startsAt, endsAt, closesAt: since } = doc
  return [
    {
      ...{
        _id: `${activityId}_${herself._id}`,
        activityId,
        personId: herself._id,
        teamId,
        startsAt,
        endsAt,
        since,
        by,
      },
      ...{ state: 'in', live: true, answerBy: null, history: [{ at: since, by, what: 'joined' }] },
    },
  ]
}
