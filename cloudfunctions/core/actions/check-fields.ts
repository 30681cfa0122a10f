// The fields that the consistency check brings of each collection: what the invariants look at, and nothing of people's own.
import type { Facts, Looked } from '../domain/invariants-facts'

/** All fields of some facts: one that is missing here, or is none, does not compile. */
const all =
  <T>() =>
  <const F extends readonly (keyof T & string)[]>(
    ...fields: [keyof T] extends [F[number]] ? F : never
  ): readonly (keyof T & string)[] =>
    fields

/** Fields by collection. */
export const factFields: { [N in Looked]: readonly (keyof Facts[N] & string)[] } = {
  activities: all<Facts['activities']>()(
    ...(['_id', 'state', 'listed', 'teamId', 'communityId', 'colour', 'startsAt', 'endsAt', 'capacity'] as const),
    ...(['seatsLeft', 'taken', 'waiting', 'holders', 'line', 'pool', 'bonds', 'units', 'seats', 'createdBy'] as const),
    ...(['publishedAt', 'seriesId', 'settledAt', 'countedAs'] as const),
  ),
  signups: all<Facts['signups']>()(
    ...(['_id', 'activityId', 'personId', 'teamId', 'state', 'live', 'startsAt', 'endsAt', 'unit', 'by'] as const),
    ...(['attendance', 'minutes'] as const),
  ),
  people: all<Facts['people']>()('_id', 'communityId', 'staffOf', 'unitOf', 'unread', 'wards'),
  dependents: all<Facts['dependents']>()(
    ...(['_id', 'kind', 'keepers', 'station', 'consent', 'enteredBy', 'claimedBy', 'keptUntil'] as const),
  ),
  communities: all<Facts['communities']>()('_id'),
  places: all<Facts['places']>()('_id', 'communityId'),
  teams: all<Facts['teams']>()('_id', 'communityId', 'leaderIds', 'members', 'applications', 'done', 'counted'),
  memberships: all<Facts['memberships']>()('_id', 'teamId', 'personId', 'state'),
  sums: all<Facts['sums']>()('_id', 'scope', 'colour', 'activities', 'year', 'counted'),
  tallies: all<Facts['tallies']>()('_id', 'scope', 'day', 'ids'),
  messages: all<Facts['messages']>()('_id', 'personId', 'read', 'at', 'ward', 'out'),
  tasks: all<Facts['tasks']>()('_id', 'activityId', 'dueAt'),
  series: all<Facts['series']>()('_id', 'teamId', 'regulars'),
  ledgers: all<Facts['ledgers']>()('_id', 'personId', 'year', 'minutes', 'entries'),
  corrections: all<Facts['corrections']>()(
    ...(['_id', 'activityId', 'personId', 'day', 'from', 'to', 'state', 'isOpen', 'decidedAt'] as const),
  ),
  certificates: all<Facts['certificates']>()('_id', 'personId', 'number', 'minutes', 'lines', 'issuedAt'),
  counters: all<Facts['counters']>()('_id', 'last', 'given'),
  recaps: all<Facts['recaps']>()('_id', 'teamId', 'revision', 'owed', 'at'),
  files: all<Facts['files']>()('_id', 'by', 'state', 'fileId', 'claimedUntil', 'until'),
  cards: all<Facts['cards']>()('_id', 'activityId', 'wardId', 'by', 'until', 'said'),
  cases: all<Facts['cases']>()(
    ...(['_id', 'service', 'topic', 'communityId', 'compoundId', 'isUrgent', 'askerId', 'forId', 'enteredBy'] as const),
    ...(['isAnonymous', 'otherParty', 'mine', 'followers', 'caller', 'joinedCallers', 'joinedAskers'] as const),
    ...(['firstAsked', 'state', 'before', 'outcome', 'level', 'turn', 'steps', 'clock', 'doClock', 'dueAt'] as const),
    ...(['left', 'nextAt', 'overdue', 'desk', 'isOpen', 'openIn', 'sealedIn', 'shown', 'units', 'unitIds'] as const),
    ...(['helpers', 'wanted', 'doerId', 'project', 'agreement', 'reopened', 'stars', 'createdAt'] as const),
    ...(['closedAt', 'number', 'settled', 'unsettledAt', 'pictures', 'known'] as const),
  ),
  partners: all<Facts['partners']>()('_id', 'communityIds', 'caresFor', 'people'),
  resources: all<Facts['resources']>()('_id', 'communityId', 'partnerId'),
  projects: all<Facts['projects']>()('_id', 'teamId', 'communityId', 'perDay', 'booked'),
  casesums: all<Facts['casesums']>()('_id', 'communityId', 'month', 'counted'),
}
