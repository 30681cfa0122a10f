import { ceiling } from '@core/domain/seats'
import { dayOf } from '@core/domain/times'
import { timesOf } from '@core/domain/units'
import { endedThisYear, tallyDaysBack } from '../../local/demo/figures'
import type { County } from '../../local/demo'

const byId = <T extends { _id: string }>(docs: readonly T[]) => new Map(docs.map((doc) => [doc._id, doc]))
const grouped = <T>(items: readonly T[], key: (item: T) => string) => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
const sorted = (values: readonly string[]) => [...values].sort().join()

/** Ids that come twice, and references that lead nowhere. */
export function looseEnds(county: County): string[] {
  const problems: string[] = []
  for (const [name, docs] of Object.entries(county)) {
    if (new Set(docs.map(({ _id }) => _id)).size !== docs.length) problems.push(`${name}: an id comes twice`)
    for (const { _id } of docs) if (!/^[A-Za-z0-9_-]{1,64}$/.test(_id)) problems.push(`${name}: odd id ${_id}`)
  }
  const [people, communities, teams, places, activities] = [
    byId(county.people),
    byId(county.communities),
    byId(county.teams),
    byId(county.places),
    byId(county.activities),
  ]
  const need = (there: Map<string, unknown>, id: string, where: string) => {
    if (!there.has(id)) problems.push(`${where} points to ${id}, which is not there`)
  }
  for (const { _id, communityId, staffOf } of county.people) {
    for (const id of [...staffOf, ...(communityId ? [communityId] : [])]) need(communities, id, _id)
  }
  for (const { _id, communityId, leaderIds } of county.teams) {
    need(communities, communityId, _id)
    for (const id of leaderIds) need(people, id, _id)
  }
  for (const { _id, communityId } of county.places) need(communities, communityId, _id)
  const someone = new Map<string, unknown>([...people, ...byId(county.dependents)])
  for (const { _id, teamId, personId } of county.memberships) {
    need(teams, teamId, _id)
    need(people, personId, _id)
  }
  for (const { _id, teamId, personId, by } of county.signups) {
    need(teams, teamId, _id)
    need(someone, personId, _id)
    if (by) need(people, by, _id)
  }
  for (const { _id, keepers, enteredBy } of county.dependents) {
    for (const { id } of keepers) need(people, id, _id)
    if (enteredBy) need(teams, enteredBy, _id)
  }
  for (const { _id, wards = [] } of county.people) for (const id of wards) need(someone, id, _id)
  for (const { _id, personId, entries } of county.ledgers) {
    need(someone, personId, _id)
    for (const { activityId } of entries) need(activities, activityId, _id)
  }
  for (const { _id, teamId, regulars } of county.series) {
    need(teams, teamId, _id)
    for (const id of regulars) need(someone, id, _id)
  }
  for (const { _id, activityId } of county.signups) need(activities, activityId, _id)
  for (const { _id, personId } of county.messages) need(people, personId, _id)
  for (const { _id, teamId, communityId, createdBy, place, holders, line, pool = [] } of county.activities) {
    need(teams, teamId, _id)
    need(communities, communityId, _id)
    need(places, place.id ?? '', _id)
    need(people, createdBy, _id)
    for (const id of [...holders, ...line, ...pool]) need(someone, id, _id)
  }
  const partners = byId(county.partners)
  for (const { _id, unitOf = [] } of county.people) for (const id of unitOf) need(partners, id, _id)
  for (const { _id, communityIds, caresFor, people: team } of county.partners) {
    for (const id of [...communityIds, ...caresFor]) need(communities, id, _id)
    for (const { id } of team) need(people, id, _id)
  }
  for (const { _id, communityId, partnerId, createdBy } of county.resources) {
    need(communities, communityId, _id)
    need(partners, partnerId, _id)
    need(people, createdBy, _id)
  }
  return problems
}

/** Where seats, waiting lists and rows do not say the same. */
export function seatProblems(county: County, now: number): string[] {
  const rows = grouped(county.signups, ({ activityId }) => activityId)
  const members = new Set(
    county.memberships.filter(({ state }) => state === 'member' || state === 'leader').map(({ _id }) => _id),
  )
  const homes = new Map([...county.people, ...county.dependents].map(({ _id, communityId }) => [_id, communityId]))
  return county.activities.flatMap((activity) => {
    const { _id, holders, line, pool = [], capacity, startsAt, endsAt, opensAt, closesAt } = activity
    const units = (activity.units ?? []).map((unit) => ({ ...unit, ...activity.seats?.[unit.id] }))
    const own = rows.get(_id) ?? []
    const of = (state: string) => sorted(own.filter((row) => row.state === state).map(({ personId }) => personId))
    const since = new Map(own.map((row) => [row.personId, row.since]))
    const inOrder = [...holders, ...line].map((id) => since.get(id) ?? 0)
    const wrong: [boolean, string][] = [
      [activity.seatsLeft !== ceiling(capacity) - holders.length, 'seatsLeft'],
      [activity.seatsLeft < 0, 'more people than seats'],
      [activity.taken !== holders.length, 'taken'],
      [activity.waiting !== line.length, 'waiting'],
      [line.length > 0 && activity.seatsLeft > 0 && units.length === 0, 'a line beside free seats'],
      [units.some((unit) => (unit.waiting ?? 0) > 0 && (unit.left ?? 0) > 0), 'a line beside free seats of a unit'],
      [new Set([...holders, ...line]).size !== holders.length + line.length, 'someone twice'],
      [units.some((unit) => unit.left !== unit.capacity - (unit.holders?.length ?? 0)), 'seats left of a unit'],
      [units.some((unit) => unit.waiting !== unit.line?.length), 'who waits for a unit'],
      [units.length > 0 && sorted(units.flatMap((unit) => unit.holders ?? [])) !== sorted(holders), 'people of units'],
      [units.length > 0 && capacity !== units.reduce((sum, unit) => sum + unit.capacity, 0), 'seats of units'],
      [
        own.some(({ unit, personId, state }) => {
          const seats = unit ? activity.seats?.[unit] : undefined
          return unit !== undefined && !(state === 'in' ? seats?.holders : seats?.line)?.includes(personId)
        }),
        'units of rows',
      ],
      [of('asked') !== sorted(pool), 'rows of those who asked'],
      [of('in') !== sorted(holders), 'rows of those who are in'],
      [of('waiting') !== sorted(line), 'rows of those who wait'],
      [own.some((row) => row.live !== (row.state !== 'left')), 'live'],
      [
        own.some((row) => {
          const times = timesOf(activity, row.unit)
          return row.startsAt !== times.startsAt || row.endsAt !== times.endsAt || row.teamId !== activity.teamId
        }),
        'times of rows',
      ],
      [own.some((row) => row.since < opensAt || row.since > now || row.since > closesAt), 'since'],
      [inOrder.some((at, place) => place > 0 && at < (inOrder[place - 1] ?? 0)), 'order'],
      [own.some((row) => row.history.some(({ at }) => at > now)), 'history of the future'],
      [!(opensAt < closesAt && closesAt <= endsAt && startsAt < endsAt && activity.cancelBy <= startsAt), 'times'],
      [activity.touchedAt > now - 5 * 60_000, 'touched within the round of the timer'],
      [activity.state === 'ended' && endsAt > now, 'ended before its end'],
      [['published', 'closed'].includes(activity.state) && endsAt <= now, 'not ended after its end'],
      [activity.listed === (activity.state === 'draft'), 'listed'],
      [(activity.publishedAt === null) !== (activity.state === 'draft'), 'publishedAt'],
      [(activity.publishedAt ?? 0) > now, 'published in the future'],
      [
        activity.audience === 'members' && holders.some((id) => !members.has(`${activity.teamId}_${id}`)),
        'members only',
      ],
      [
        activity.audience === 'community' && holders.some((id) => homes.get(id) !== activity.communityId),
        'community only',
      ],
    ]
    return wrong.filter(([isWrong]) => isWrong).map(([, what]) => `${_id}: ${what}`)
  })
}

/** Where figures do not agree with the activities they are made of. */
export function figureProblems(county: County, now: number): string[] {
  const ended = endedThisYear(county.activities, now)
  const people = (activities: typeof ended) => activities.reduce((sum, { taken }) => sum + taken, 0)
  const sums = county.sums.filter(({ scope, colour, activities, people: came }) => {
    const own = ended.filter((each) => each.colour === colour && (scope === 'county' || each.communityId === scope))
    return activities !== own.length || came !== people(own)
  })
  const teams = county.teams.filter(({ _id, done, counted, members, applications }) => {
    const own = ended.filter(({ teamId }) => teamId === _id)
    const rows = county.memberships.filter(({ teamId }) => teamId === _id)
    const inside = rows.filter(({ state }) => state === 'member' || state === 'leader').length
    const waiting = rows.filter(({ state }) => state === 'applied').length
    const figures = done.activities === own.length && done.people === people(own)
    return !(
      figures &&
      counted.every((id) => own.some((each) => each._id === id)) &&
      members === inside &&
      applications === waiting
    )
  })
  const from = dayOf(now - tallyDaysBack * 86_400_000)
  const shown = county.activities.filter(
    ({ state, startsAt }) => !['draft', 'cancelled'].includes(state) && dayOf(startsAt) >= from,
  )
  const wanted = shown.flatMap(({ _id, communityId, colour, startsAt }) =>
    ['county', communityId].map((scope) => `${scope}_${dayOf(startsAt)} ${colour} ${_id}`),
  )
  const kept = county.tallies.flatMap(({ _id, ids }) =>
    Object.entries(ids).flatMap(([colour, own]) => own.map((id) => `${_id} ${colour} ${id}`)),
  )
  const unread = county.people.filter(
    (person) =>
      person.unread !== county.messages.filter(({ personId, read }) => personId === person._id && !read).length,
  )
  return [
    ...sums.map(({ _id }) => `sum ${_id}`),
    ...teams.map(({ _id }) => `team ${_id}`),
    ...(sorted(wanted) === sorted(kept) ? [] : ['tallies']),
    ...unread.map(({ _id }) => `unread of ${_id}`),
  ]
}

/** Where confirmed hours, ledgers and rows do not say the same. */
export function hoursProblems(county: County): string[] {
  const ledgers = county.ledgers.filter(
    ({ minutes, entries, personId, year, _id }) =>
      minutes !== entries.reduce((sum, entry) => sum + entry.minutes, 0) ||
      _id !== `${personId}_${year}` ||
      entries.some(({ day }) => !day.startsWith(String(year))),
  )
  const entered = county.ledgers.flatMap(({ personId, entries }) =>
    entries.map(({ activityId, minutes }) => `${activityId}_${personId} ${minutes}`),
  )
  const confirmed = county.signups.flatMap(({ _id, minutes = 0 }) => (minutes > 0 ? [`${_id} ${minutes}`] : []))
  const settled = new Set(county.activities.flatMap(({ _id, settledAt }) => (settledAt ? [_id] : [])))
  const open = county.signups.filter(
    ({ activityId, state, attendance }) => settled.has(activityId) !== (attendance !== undefined) && state === 'in',
  )
  return [
    ...ledgers.map(({ _id }) => `ledger ${_id}`),
    ...(sorted(entered) === sorted(confirmed) ? [] : ['entries and rows']),
    ...open.map(({ _id }) => `${_id} is half confirmed`),
  ]
}
