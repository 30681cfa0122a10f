// What holds of activities, their seats and the rows of those who signed up.
import { areThere, lateAfter, type Around, type Facts, type Invariant } from './invariants-facts'
import { bonded } from './parties'
import { ceiling, nextInLine, whereIs } from './seats'
import { dayOf } from './times'
import { timesOf } from './units'

type Activity = Facts['activities']
type Row = Facts['signups']

const isOn = ({ state }: Activity) => state === 'published' || state === 'closed'
const everyone = ({ holders, line, pool = [] }: Activity) => [...holders, ...line, ...pool]
const unitsOf = ({ units = [], seats = {} }: Activity) =>
  units.flatMap((unit) => {
    const own = seats[unit.id]
    return own ? [{ ...unit, ...own }] : []
  })

/** Where a row says that she stands; one who was offered a seat has it. */
const placeIn = ({ state }: Row) => (state === 'offered' ? 'in' : state)

function rowsAgree(activity: Activity, around: Around): boolean {
  const people = everyone(activity)
  const rows = around.all(
    'signups',
    people.map((personId) => `${activity._id}_${personId}`),
  )
  return people.every((personId, at) => {
    const row = rows[at]
    return row?.live === true && placeIn(row) === whereIs(activity, personId)
  })
}

function talliesAgree({ _id, communityId, colour, startsAt }: Activity, around: Around): boolean {
  const ids = [communityId, 'county'].map((scope) => `${scope}_${dayOf(startsAt)}`)
  return around.all('tallies', ids).every((tally) => tally?.ids[colour]?.includes(_id))
}

const lineWaits = (activity: Activity): boolean => {
  const units = unitsOf(activity)
  const lines = units.length > 0 ? units.map(({ left, line }) => ({ seatsLeft: left, line })) : [activity]
  return lines.every(({ seatsLeft, line }) => nextInLine({ seatsLeft, line, bonds: activity.bonds }).length === 0)
}

/** Invariants of activities. */
export const ofActivities: readonly Invariant<'activities'>[] = [
  {
    name: 'seats-counts',
    of: 'activities',
    says: 'Seats left are those there are less those taken, and the counts are those of the lists.',
    holds: ({ capacity, seatsLeft, taken, waiting, holders, line }) =>
      seatsLeft === ceiling(capacity) - holders.length && taken === holders.length && waiting === line.length,
  },
  {
    name: 'seats-once',
    of: 'activities',
    says: 'Nobody stands in an activity twice.',
    holds: (activity) => new Set(everyone(activity)).size === everyone(activity).length,
  },
  {
    name: 'seats-units',
    of: 'activities',
    says: 'The seats of each post and slot are counted right, and whoever stands there stands in the activity too.',
    holds: (activity) =>
      unitsOf(activity).every(
        ({ capacity, left, waiting, holders, line, pool = [] }) =>
          left === capacity - holders.length &&
          waiting === line.length &&
          holders.every((id) => activity.holders.includes(id)) &&
          line.every((id) => activity.line.includes(id)) &&
          pool.every((id) => activity.pool?.includes(id)),
      ),
  },
  {
    name: 'seats-bonds',
    of: 'activities',
    says: 'Whoever waits or asked together with others still waits or asks.',
    holds: ({ bonds = [], line, pool = [] }) =>
      bonds.flatMap(bonded).every((id) => line.includes(id) || pool.includes(id)),
  },
  {
    name: 'seats-rows',
    of: 'activities',
    says: 'Everybody who has a seat, waits or asked has a row that says so.',
    holds: rowsAgree,
    means: 'seats',
  },
  {
    name: 'seats-line',
    of: 'activities',
    says: 'Nobody waits while the seats she waits for are free.',
    holds: (activity, { now }) => !isOn(activity) || activity.startsAt <= now || lineWaits(activity),
    means: 'seats',
  },
  {
    name: 'activities-ended',
    of: 'activities',
    says: 'What is over is ended within the hour.',
    holds: (activity, { now }) => !isOn(activity) || activity.endsAt > now - lateAfter,
  },
  {
    name: 'activities-listed',
    of: 'activities',
    says: 'All but drafts can be found, and say since when.',
    holds: ({ state, listed, publishedAt }) =>
      listed === (state !== 'draft') && (publishedAt === null) === (state === 'draft'),
  },
  {
    name: 'activities-day',
    of: 'activities',
    says: 'Its day counts it, for its community and for the county.',
    holds: (activity, around) => !isOn(activity) || talliesAgree(activity, around),
    means: 'day',
  },
  {
    name: 'activities-refs',
    of: 'activities',
    says: 'Its team, community and series are there, and everybody in it.',
    holds: (activity, around) => {
      const { teamId, communityId, seriesId } = activity
      const series = seriesId ? around.get('series', seriesId) : true
      const [team, community] = [around.get('teams', teamId), around.get('communities', communityId)]
      const people = areThere(around, [...everyone(activity), activity.createdBy])
      return !!team && !!community && !!series && people
    },
  },
]

const hasTimes = (row: Row, activity: Activity) => {
  const { startsAt, endsAt } = timesOf(activity, row.unit)
  return row.startsAt === startsAt && row.endsAt === endsAt
}

/** Invariants of who signed up. */
export const ofRows: readonly Invariant<'signups'>[] = [
  {
    name: 'rows-live',
    of: 'signups',
    says: 'A row is live until it is left.',
    holds: ({ live, state }) => live === (state !== 'left'),
  },
  {
    name: 'rows-seats',
    of: 'signups',
    says: 'Who is in, waits or asked by her row stands there in the activity.',
    holds: (row, around) => {
      const activity = around.get('activities', row.activityId)
      return !row.live || (activity !== undefined && whereIs(activity, row.personId) === placeIn(row))
    },
    means: 'seats',
  },
  {
    name: 'rows-times',
    of: 'signups',
    says: 'A row has the times of its activity, or of its post or slot, and its team.',
    holds: (row, around) => {
      const activity = around.get('activities', row.activityId)
      return !row.live || !activity || (row.teamId === activity.teamId && hasTimes(row, activity))
    },
    means: 'seats',
  },
  {
    name: 'rows-refs',
    of: 'signups',
    says: 'The person of a row, and who signed her up, are there.',
    holds: ({ personId, by }, around) => areThere(around, by === undefined ? [personId] : [personId, by]),
  },
]

/** Invariants of days and of what was done. */
export const ofTallies: readonly Invariant<'tallies'>[] = [
  {
    name: 'tallies-activities',
    of: 'tallies',
    says: 'A day counts each activity of it once, under its colour, and none of another day or called off.',
    holds: ({ scope, day, ids }, around) => {
      const all = Object.entries(ids).flatMap(([colour, own = []]) => own.map((id) => ({ colour, id })))
      const found = around.all(
        'activities',
        all.map(({ id }) => id),
      )
      const isOne = new Set(all.map(({ id }) => id)).size === all.length
      return all.every(({ colour }, at) => {
        const activity = found[at]
        const isOurs = activity && (scope === 'county' || activity.communityId === scope) && activity.colour === colour
        return isOne && isOurs && activity.state !== 'cancelled' && dayOf(activity.startsAt) === day
      })
    },
    means: 'day',
  },
]

const yearStart = (year: number) => Date.parse(`${year}-01-01T00:00:00+08:00`)
const within = (year: number) => ({ from: yearStart(year), to: yearStart(year + 1) })
const yearOf = (at: number) => Number(dayOf(at).slice(0, 4))

/** Invariants of sums: what each colour has done. */
export const ofSums: readonly Invariant<'sums'>[] = [
  {
    name: 'sums-activities',
    of: 'sums',
    says: 'A sum counts as many activities as ended in its year.',
    holds: ({ scope, colour, activities, year }, around) => {
      const endsAt = within(year ?? yearOf(around.now))
      const where = { state: 'ended', endsAt, colour, ...(scope !== 'county' && { communityId: scope }) }
      return activities === around.count({ of: 'activities', where })
    },
  },
]

/** Invariants of teams. */
export const ofTeams: readonly Invariant<'teams'>[] = [
  {
    name: 'teams-done',
    of: 'teams',
    says: 'A team has done as many activities as ended in the year.',
    holds: ({ _id, done: { activities, year } }, around) => {
      const endsAt = within(year ?? yearOf(around.now))
      return activities === around.count({ of: 'activities', where: { teamId: _id, state: 'ended', endsAt } })
    },
  },
  {
    name: 'teams-members',
    of: 'teams',
    says: 'A team counts those in it, and those who wait for an answer.',
    holds: ({ _id, members, applications }, around) => {
      const inside = around.count({ of: 'memberships', where: { teamId: _id, state: { among: ['member', 'leader'] } } })
      const asking = around.count({ of: 'memberships', where: { teamId: _id, state: 'applied' } })
      return members === inside && applications === asking
    },
    means: 'members',
  },
  {
    name: 'teams-refs',
    of: 'teams',
    says: 'A team has its community and somebody who leads it.',
    holds: ({ communityId, leaderIds }, around) => {
      const community = around.get('communities', communityId)
      return areThere(around, leaderIds) && !!community && leaderIds.length > 0
    },
  },
]

/** Invariants of who is in a team. */
export const ofMemberships: readonly Invariant<'memberships'>[] = [
  {
    name: 'memberships-refs',
    of: 'memberships',
    says: 'Who is in a team, and the team, are there.',
    holds: ({ _id, teamId, personId }, around) => {
      const team = around.get('teams', teamId)
      return areThere(around, [personId]) && !!team && _id === `${teamId}_${personId}`
    },
  },
]

/** Invariants of series. */
export const ofSeries: readonly Invariant<'series'>[] = [
  {
    name: 'series-refs',
    of: 'series',
    says: 'The team of a series and all its regulars are there, each once.',
    holds: ({ teamId, regulars }, around) => {
      const team = around.get('teams', teamId)
      return areThere(around, regulars) && !!team && new Set(regulars).size === regulars.length
    },
  },
]
