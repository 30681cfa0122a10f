// Whom the caller could sign up: herself and those she keeps, and what the rules say to each.
import { refuse, type Refusal } from '../contract'
import { isTold, maySignUp } from '../domain/family'
import { notToCome, type Comer } from '../domain/who-may-come'
import { monthAround } from '../domain/times'
import type { ActivityDoc, DependentDoc, Missed } from '../ports/documents'
import type { KnownWorld } from './kernel'
import { wardsOf } from './persons'
import { hasProfile, type World } from './world'

/** Somebody of the caller's family, herself included. */
export interface OneOfUs extends Omit<Comer, 'isMember' | 'thisMonth'> {
  id: string
  name: string
  missed: Missed | null
  /** She is one of hers whom the caller sees, and may not sign up. */
  isSeenOnly?: boolean
  /** The caller is not told how far she is on her way. */
  isUntold?: boolean
}

const herself = ({ person, id }: KnownWorld): OneOfUs => ({
  id,
  name: person.name,
  called: '',
  kind: 'self',
  born: null,
  communityId: person.communityId,
  missed: person.missed ?? null,
})

/** The caller first, if she said her name, then those she keeps; somebody whose community nobody wrote down lives where her keeper does. */
export async function familyOf(world: KnownWorld): Promise<OneOfUs[]> {
  const wards = await wardsOf(world)
  return [...(hasProfile(world.person) ? [herself(world)] : []), ...wards.flatMap((ward) => oneOfUs(world, ward))]
}

/** Somebody whom the caller acts for, by what the caller calls her; nobody for a guest. */
export function oneOfUs(
  { id: caller, person }: KnownWorld,
  { _id: id, kind, name, born, keepers, communityId, missed = null }: DependentDoc,
): OneOfUs[] {
  if (kind === 'guest') return []
  const keeper = keepers.find((each) => each.id === caller)
  const isSeenOnly = keeper !== undefined && !maySignUp(keeper)
  const isUntold = keeper !== undefined && !isTold(keeper)
  // A sentence to her own account says 您.
  const called = keeper?.isSelf ? '' : (keeper?.called ?? name)
  const known = { id, name, called, kind, born, missed }
  return [
    {
      ...known,
      communityId: communityId ?? person.communityId,
      ...(isSeenOnly && { isSeenOnly }),
      ...(isUntold && { isUntold }),
    },
  ]
}

const notHersToSignUp = ({ called }: OneOfUs) => refuse('family.not_yours', { name: called })

/** Those she names and may sign up, in her order; herself when she names nobody. */
export async function namedBy(
  world: KnownWorld,
  people: readonly string[],
): Promise<OneOfUs[] | Refusal<'family.not_yours'>> {
  const wanted = people.length > 0 ? [...new Set(people)] : [world.id]
  if (wanted.every((id) => id === world.id)) return [herself(world)]
  const family = await familyOf(world)
  const named = wanted.flatMap((id) => family.find((each) => each.id === id) ?? [])
  if (named.length < wanted.length) return refuse('family.not_yours')
  const barred = named.find((each) => each.isSeenOnly)
  return barred ? notHersToSignUp(barred) : named
}

/** What is read of an activity to judge who may come. */
export const invitedFields = [
  ...(['_id', 'teamId', 'teamName', 'communityId', 'communityName'] as const),
  ...(['audience', 'contact', 'startsAt', 'ages', 'perMonth'] as const),
] satisfies readonly (keyof ActivityDoc)[]
type Invited = Pick<ActivityDoc, (typeof invitedFields)[number]>

/** Why each of these people cannot come, by her id; null for whoever can. */
export async function judged(world: World, activity: Invited, people: readonly OneOfUs[]) {
  const [isMember, months] = await Promise.all([isMemberOf(world, activity), monthsOf(world, activity, people)])
  return new Map(
    people.map((each) => {
      const comer = { ...each, isMember: each.kind === 'self' && isMember, thisMonth: months.get(each.id) ?? 0 }
      return [each.id, each.isSeenOnly ? notHersToSignUp(each) : notToCome(activity, comer)] as const
    }),
  )
}

async function isMemberOf({ store, ids, id }: World, { audience, teamId }: Invited): Promise<boolean> {
  if (audience !== 'members') return false
  const membership = await store.read('memberships', ids.row(teamId, id), ['state'])
  return membership?.state === 'member' || membership?.state === 'leader'
}

/** How many other activities of the team each has signed up for in the month of this one; none that was called off. */
async function monthsOf(
  { store }: World,
  { _id, teamId, startsAt, perMonth }: Invited,
  people: readonly OneOfUs[],
): Promise<Map<string, number>> {
  if (!perMonth) return new Map()
  const { is } = store
  const [from, to] = monthAround(startsAt)
  const hers = { personId: is.in(people.map((each) => each.id)), teamId, live: true }
  const rows = await store.find(
    'signups',
    { ...hers, startsAt: is.gte(from).and(is.lt(to)) },
    { fields: ['personId', 'activityId'], limit: 300 },
  )
  const others = rows.filter((row) => row.activityId !== _id)
  const found = await store.readMany(
    'activities',
    others.map((row) => row.activityId),
    ['state'],
  )
  const counts = new Map<string, number>()
  for (const { personId, activityId } of others) {
    if (found.get(activityId)?.state === 'cancelled') continue
    counts.set(personId, (counts.get(personId) ?? 0) + 1)
  }
  return counts
}
