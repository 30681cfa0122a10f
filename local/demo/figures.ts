import { colours, type Colour } from '@core/contract'
import { calendar, dayOf } from '@core/domain/times'
import type { ActivityDoc, SumDoc, TallyDoc, TeamDoc } from '@core/ports/documents'
import { day } from './calendar'
import { communities } from './communities'

/** How many of the last counted activities a team or a sum remembers. */
const remembered = 200
/** Days before now from which on the counts of each day are kept. */
export const tallyDaysBack = 30

interface Figure {
  activities: number
  people: number
  counted: string[]
}

function figureOf(activities: readonly ActivityDoc[]): Figure {
  return {
    activities: activities.length,
    people: activities.reduce((sum, { taken }) => sum + taken, 0),
    counted: activities.slice(-remembered).map(({ _id }) => _id),
  }
}

/** Those that ended in the year of `now`, by their end. */
export function endedThisYear(activities: readonly ActivityDoc[], now: number): ActivityDoc[] {
  const { year } = calendar(now)
  return activities
    .filter(({ state, endsAt }) => state === 'ended' && calendar(endsAt).year === year)
    .sort((a, b) => a.endsAt - b.endsAt)
}

/** Writes into each team what it has done this year. */
export function countTeams(teams: readonly TeamDoc[], activities: readonly ActivityDoc[], now: number): void {
  const ended = endedThisYear(activities, now)
  for (const team of teams) {
    const { counted, ...done } = figureOf(ended.filter(({ teamId }) => teamId === team._id))
    team.done = done
    team.counted = counted
  }
}

/** What each colour has done this year, in each community and in the county. */
export function sumDocs(activities: readonly ActivityDoc[], now: number): SumDoc[] {
  const ended = endedThisYear(activities, now)
  const scopes = ['county', ...communities.map(({ id }) => id)]
  const counts = (activity: ActivityDoc, scope: string) => scope === 'county' || activity.communityId === scope
  return scopes.flatMap((scope) =>
    colours.map((colour) => ({
      _id: `${scope}_${colour}`,
      scope,
      colour,
      ...figureOf(ended.filter((activity) => activity.colour === colour && counts(activity, scope))),
    })),
  )
}

/** Which activities each day has, called-off ones and drafts left out, from 30 days ago on. */
export function tallyDocs(activities: readonly ActivityDoc[], now: number): TallyDoc[] {
  const tallies = new Map<string, TallyDoc>()
  const note = (scope: string, dayName: string, colour: Colour, id: string) => {
    const _id = `${scope}_${dayName}`
    const tally = tallies.get(_id) ?? { _id, scope, day: dayName, ids: {} }
    tallies.set(_id, tally)
    tally.ids[colour] = [...(tally.ids[colour] ?? []), id]
  }
  const from = dayOf(now - tallyDaysBack * day)
  for (const { _id, state, colour, communityId, startsAt } of activities) {
    const dayName = dayOf(startsAt)
    if (dayName < from || state === 'draft' || state === 'cancelled') continue
    note(communityId, dayName, colour, _id)
    note('county', dayName, colour, _id)
  }
  return [...tallies.values()]
}
