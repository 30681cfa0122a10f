import { colours, type Colour } from '@core/contract'
import { atHour, startOfDay } from '@core/domain/times'
import type { PlaceDoc } from '@core/ports/documents'
import { day, inSeason, minute, weekdayOf } from './calendar'
import type { Chance } from './chance'
import { communities } from './communities'
import { Timetable, type Planned } from './planned'
import { everyday, festivals, type Happening } from './programme'
import { stagedWeek } from './staged'
import type { Team } from './teams'

/** How far the county reaches back and ahead, in days. */
const daysBack = 365
const daysAhead = 24
/** The same title comes again in a community after so many days at the earliest. */
const restDays = 7

/** How busy the colours are, in the proportions of the reports. */
const busy: Record<Colour, number> = { red: 15, orange: 9, yellow: 13, green: 14, cyan: 20, blue: 11, purple: 24 }

function activitiesADay(community: string, away: number): number {
  if (community !== 'liuwan') return away < 0 ? 0.06 : 0.4
  if (away === 0) return 0
  return away < 0 ? 0.33 : away <= 7 ? 0.4 : 1.1
}

/** Everything held in the county from a year ago till three weeks from now, by start. */
export function makePlan(
  chance: Chance,
  now: number,
  scale: number,
  teams: readonly Team[],
  places: readonly PlaceDoc[],
): Planned[] {
  const timetable = new Timetable()
  const heldAt = new Map<string, number[]>()
  const put = (planned: Planned) => {
    timetable.take(planned.place._id, planned.startsAt, planned.endsAt)
    timetable.take(planned.team.doc._id, planned.startsAt, planned.endsAt)
    const key = `${planned.team.doc.communityId} ${planned.happening.title}`
    heldAt.set(key, [...(heldAt.get(key) ?? []), planned.startsAt])
    return planned
  }
  const staged = stagedWeek(now, teams, places).map(put)
  const today = startOfDay(now)

  const chosen = communities.flatMap(({ id }) => {
    const here = teams.filter(({ doc }) => doc.communityId === id)
    const rooms = places.filter(({ communityId }) => communityId === id)
    const teamFor = (happening: Happening) => here.find(({ kind }) => kind.key === happening.by)
    const hasRested = (happening: Happening, start: number) =>
      !heldAt.get(`${id} ${happening.title}`)?.some((each) => Math.abs(start - each) < restDays * day)
    const options = everyday.filter(teamFor)
    const feasts = festivals.filter(teamFor)

    const choose = (date: number): Happening | undefined => {
      const fits = (happening: Happening) =>
        (happening.weekdays ?? [weekdayOf(date)]).includes(weekdayOf(date)) &&
        inSeason(happening.seasons ?? [{ calendar: 'solar', from: 101, to: 1231 }], date) &&
        hasRested(happening, date)
      const feast = feasts.find(fits)
      if (feast && chance.yes(0.4)) return feast
      const possible = options.filter(fits)
      const present = colours.filter((colour) => possible.some((each) => teamFor(each)?.doc.colour === colour))
      if (present.length === 0) return undefined
      const colour = chance.weighted(present, (each) => busy[each])
      return chance.pick(possible.filter((each) => teamFor(each)?.doc.colour === colour))
    }

    const place = (date: number, happening: Happening): Planned | undefined => {
      const team = teamFor(happening)
      const drift = happening.startHour % 0.5 === 0 && happening.startHour >= 9 ? chance.pick([0, 0, 0, 0.5]) : 0
      const startsAt = atHour(date, happening.startHour + drift)
      const endsAt = startsAt + happening.minutes * minute
      const room = chance
        .shuffled(rooms)
        .find((each) => each.functions.includes(happening.venue) && timetable.isFree(each._id, startsAt, endsAt))
      if (!team || !room || !timetable.isFree(team.doc._id, startsAt, endsAt)) return undefined
      return put({ happening, team, place: room, startsAt, endsAt })
    }

    return Array.from({ length: daysBack + daysAhead + 1 }, (_, at) => at - daysBack).flatMap((away) => {
      const date = today + away * day
      const feastDay = feasts.some(({ seasons }) => inSeason(seasons ?? [], date)) ? 2 : 1
      const rate = activitiesADay(id, away) * scale * feastDay
      const count = Math.floor(rate) + (chance.yes(rate % 1) ? 1 : 0)
      return Array.from({ length: count }, () => {
        const happening = choose(date)
        return happening ? place(date, happening) : undefined
      }).filter((planned): planned is Planned => planned !== undefined)
    })
  })
  return [...staged, ...chosen].sort((a, b) => a.startsAt - b.startsAt)
}
