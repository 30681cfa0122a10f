import { getActivity, plainExtras, refuse, type ActivityPage } from '../contract'
import { ageAt } from '../domain/ages'
import { clashing } from '../domain/clash'
import { longest } from '../domain/form'
import { partiesOf } from '../domain/parties'
import { runs } from '../domain/rights'
import { shownUnits } from '../domain/units'
import { needsGuardian } from '../domain/who-may-come'
import type { ActivityDoc } from '../ports/documents'
import { cardFields, cardOf, oursOf, partsOf, type Parts } from './cards'
import { familyOf, judged, type OneOfUs } from './comers'
import { forAnyone } from './kernel'
import { hasProfile, type World } from './world'

const pageFields = [
  ...cardFields,
  'intro',
  'bring',
  'audience',
  'cancelBy',
  'revision',
  'contact',
  'seats',
  'ages',
  'approval',
  'perMonth',
  'questions',
  'serves',
  'seesHome',
] as const satisfies readonly (keyof ActivityDoc)[]
export type PageDoc = Pick<ActivityDoc, (typeof pageFields)[number]>

export const showActivity = forAnyone(getActivity, async ({ id }, world) => {
  const activity = await world.store.read('activities', id, pageFields)
  if (!activity) return refuse('access.gone')
  const canManage = await isRunBy(world, activity.teamId)
  if (activity.state === 'draft' && !canManage) return refuse('access.gone')
  return pageFor(world, activity, canManage)
})

async function isRunBy({ store, person }: World, teamId: string): Promise<boolean> {
  if (!hasProfile(person)) return false
  const team = await store.read('teams', teamId, ['leaderIds', 'communityId'])
  return team !== null && runs(person, team)
}

/** An activity as she sees it: what her family's parts in it are or could be, what of theirs it clashes with, and a few who come. */
export async function pageFor(world: World, activity: PageDoc, canManage: boolean): Promise<ActivityPage> {
  const { person } = world
  const family = person ? await familyOf({ ...world, person }) : []
  const everyone = family.map((each) => each.id)
  const told = family.flatMap(({ id, isUntold }) => (isUntold ? [] : id))
  const [parts, faces, clashes, no, asked] = await Promise.all([
    partsOf(world, [activity._id], everyone.length > 0 || !world.id ? everyone : [world.id], told),
    facesOf(world, activity._id),
    clashesWith(world, activity, everyone),
    judged(world, activity, family),
    askedOf(world, activity),
  ])
  const here = parts.get(activity._id)
  const ours = family.flatMap(({ id, kind, called }) => (kind === 'self' ? [] : { id, called: called || '我' }))
  const { intro, place, bring, audience, cancelBy, revision, contact } = activity
  const { ages, approval, perMonth, questions, serves, seesHome } = { ...plainExtras, ...activity }
  const plain = clashes.filter((each) => each.personId === world.id)
  return {
    ...cardOf(activity, here?.get(world.id) ?? null, oursOf(ours, here)),
    ...{ intro, place, bring, audience, cancelBy, revision, contact, canManage },
    ...{ ages, approval, perMonth, questions, serves, seesHome, faces, ...asked },
    clashes: plain.map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt, endsAt })),
    units: shownUnits(activity),
    people: family.map((each) => candidate(activity, each, here, no.get(each.id) ?? null, clashes)),
  }
}

type Clash = ActivityPage['clashes'][number] & { personId: string }

function candidate(
  { startsAt }: PageDoc,
  { id, name, called, kind, born, missed }: OneOfUs,
  parts: Parts | undefined,
  no: ActivityPage['people'][number]['no'],
  clashes: readonly Clash[],
): ActivityPage['people'][number] {
  return {
    ...{ id, name, kind, no },
    called: kind === 'self' ? '我自己' : called || '我',
    age: ageAt(born, startsAt),
    isGuarded: needsGuardian({ kind, born }, startsAt),
    mine: parts?.get(id) ?? null,
    clash: clashes.find((each) => each.personId === id)?.title ?? '',
    missed: missed && { title: missed.title, at: missed.at },
  }
}

/** How many tickets wait for the lot, or people for the leader's yes; nothing where neither decides. */
async function askedOf({ store }: World, { _id, drawAt, approval }: PageDoc): Promise<{ asked?: number }> {
  const isDrawn = typeof drawAt === 'number'
  if (!isDrawn && !approval) return {}
  const { pool = [], bonds = [] } = (await store.read('activities', _id, ['pool', 'bonds'])) ?? {}
  return { asked: isDrawn ? partiesOf(pool, bonds).length : pool.length }
}

/** One character of up to six who come, the first who signed up; never more of a name, and nobody's without an account. */
async function facesOf({ store }: World, activityId: string): Promise<string[]> {
  const first = { order: [['since', 'asc']], limit: 6, fields: ['personId'] } as const
  const rows = await store.find('signups', { activityId, state: 'in' }, first)
  const people = await store.readMany(
    'people',
    rows.map((row) => row.personId),
    ['name'],
  )
  return rows.flatMap((row) => people.get(row.personId)?.name.slice(-1) ?? [])
}

/** Live sign-ups of these people elsewhere that overlap; none lasts longer than a day, so that later ones need not be read. */
async function clashesWith({ store }: World, activity: PageDoc, people: readonly string[]): Promise<Clash[]> {
  if (people.length === 0) return []
  const { is } = store
  const personId = people.length === 1 ? people[0] : is.in([...people])
  const rows = await store.find(
    'signups',
    { personId, live: true, endsAt: is.gt(activity.startsAt).and(is.lt(activity.endsAt + longest)) },
    { fields: ['personId', 'activityId', 'startsAt', 'endsAt'], order: [['endsAt', 'asc']], limit: 20 * people.length },
  )
  const wanted = clashing(activity, rows).filter((row) => row.activityId !== activity._id)
  const found = await store.readMany(
    'activities',
    wanted.map((row) => row.activityId),
    ['title', 'startsAt', 'endsAt', 'state'],
  )
  return wanted.flatMap((row) => {
    const other = found.get(row.activityId)
    if (!other || other.state === 'cancelled') return []
    const { title, startsAt, endsAt } = other
    return [{ personId: row.personId, id: row.activityId, title, startsAt, endsAt }]
  })
}
