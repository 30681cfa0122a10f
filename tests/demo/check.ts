import { ceiling } from '@core/domain/seats'
import { dayOf } from '@core/domain/times'
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
  for (const { _id, teamId, personId } of [...county.memberships, ...county.signups]) {
    need(teams, teamId, _id)
    need(people, personId, _id)
  }
  for (const { _id, activityId } of county.signups) need(activities, activityId, _id)
  for (const { _id, personId } of county.messages) need(people, personId, _id)
  for (const { _id, teamId, communityId, createdBy, place, holders, line } of county.activities) {
    need(teams, teamId, _id)
    need(communities, communityId, _id)
    need(places, place.id ?? '', _id)
    for (const id of [createdBy, ...holders, ...line]) need(people, id, _id)
  }
  return problems
}

/** Where seats, waiting lists and rows do not say the same. */
export function seatProblems(county: County, now: number): string[] {
  const rows = grouped(county.signups, ({ activityId }) => activityId)
  const members = new Set(
    county.memberships.filter(({ state }) => state === 'member' || state === 'leader').map(({ _id }) => _id),
  )
  const homes = new Map(county.people.map(({ _id, communityId }) => [_id, communityId]))
  return county.activities.flatMap((activity) => {
    const { _id, holders, line, capacity, startsAt, endsAt, opensAt, closesAt } = activity
    const own = rows.get(_id) ?? []
    const of = (state: string) => sorted(own.filter((row) => row.state === state).map(({ personId }) => personId))
    const since = new Map(own.map((row) => [row.personId, row.since]))
    const inOrder = [...holders, ...line].map((id) => since.get(id) ?? 0)
    const wrong: [boolean, string][] = [
      [activity.seatsLeft !== ceiling(capacity) - holders.length, 'seatsLeft'],
      [activity.seatsLeft < 0, 'more people than seats'],
      [activity.taken !== holders.length, 'taken'],
      [activity.waiting !== line.length, 'waiting'],
      [line.length > 0 && activity.seatsLeft > 0, 'a line beside free seats'],
      [new Set([...holders, ...line]).size !== holders.length + line.length, 'someone twice'],
      [of('in') !== sorted(holders), 'rows of those who are in'],
      [of('waiting') !== sorted(line), 'rows of those who wait'],
      [own.some((row) => row.live !== (row.state !== 'left')), 'live'],
      [
        own.some((row) => row.startsAt !== startsAt || row.endsAt !== endsAt || row.teamId !== activity.teamId),
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
