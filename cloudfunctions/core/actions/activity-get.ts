import { getActivity, plainExtras, refuse, type ActivityPage } from '../contract'
import { clashing } from '../domain/clash'
import { longest } from '../domain/form'
import { runs } from '../domain/rights'
import type { ActivityDoc } from '../ports/documents'
import { cardFields, cardOf, partsIn } from './cards'
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

/** An activity as she sees it: her part in it, what of hers it clashes with, and a few of those who come. */
export async function pageFor(world: World, activity: PageDoc, canManage: boolean): Promise<ActivityPage> {
  const [parts, faces, clashes] = await Promise.all([
    partsIn(world, [activity._id]),
    facesOf(world, activity._id),
    clashesWith(world, activity),
  ])
  const { intro, place, bring, audience, cancelBy, revision, contact } = activity
  return {
    ...cardOf(activity, parts.get(activity._id) ?? null),
    ...{ intro, place, bring, audience, cancelBy, revision, contact, canManage },
    faces,
    clashes,
    ...plainExtras,
    units: [],
    people: [],
  }
}

/** One character of up to six who come, the first who signed up; never more of a name. */
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

/** Her other live sign-ups that overlap; none lasts longer than a day, so that later ones need not be read. */
async function clashesWith({ store, id, person }: World, activity: PageDoc): Promise<ActivityPage['clashes']> {
  if (!hasProfile(person)) return []
  const { is } = store
  const rows = await store.find(
    'signups',
    { personId: id, live: true, endsAt: is.gt(activity.startsAt).and(is.lt(activity.endsAt + longest)) },
    { fields: ['activityId', 'startsAt', 'endsAt'], order: [['endsAt', 'asc']], limit: 20 },
  )
  const wanted = clashing(activity, rows).filter((row) => row.activityId !== activity._id)
  const found = await store.readMany(
    'activities',
    wanted.map((row) => row.activityId),
    ['title', 'startsAt', 'endsAt', 'state'],
  )
  return wanted.flatMap(({ activityId }) => {
    const other = found.get(activityId)
    if (!other || other.state === 'cancelled') return []
    return [{ id: activityId, title: other.title, startsAt: other.startsAt, endsAt: other.endsAt }]
  })
}
