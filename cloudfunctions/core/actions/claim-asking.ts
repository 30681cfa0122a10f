// Whoever finds a record under her own name and number says that it is she herself. Numbers are typed and never
// verified: nothing goes over, and nothing of the record is shown, before those who run its team say yes.
import { claim, claimable, refuse, unclaim } from '../contract'
import type { DependentDoc, TaskDoc } from '../ports/documents'
import { dayOf } from '../domain/times'
import { note } from './audit'
import { forProfile, type KnownWorld } from './kernel'
import { claimAskedNotice, claimDeclinedNotice } from './claim-notices'
import { tell } from './telling'
import type { World } from './world'

/** Records of one name and number. */
const mostRecords = 20
/** So long after a no the same account does not ask again, ms. */
const restAfterNo = 3 * 24 * 3_600_000
/** The timer leaves a fresh task to the call that made it, ms. */
const grace = 30_000

const wasDeclined = ({ claimDeclined }: DependentDoc, { id, now }: World) =>
  claimDeclined?.by === id && now - claimDeclined.at < restAfterNo

export const showClaimable = forProfile(claimable, async (_, world) => {
  const { store, person, id } = world
  const { name, phone } = person
  if (phone === '') return { items: [] }
  const where = { kind: 'guest', name, phone, claimedBy: '' }
  const records = await store.find('dependents', where, { limit: mostRecords })
  const items = await Promise.all(
    records
      .filter((record) => !wasDeclined(record, world))
      .map(async (record) => ({
        id: record._id,
        name,
        count: await store.count('signups', { personId: record._id }),
        askedAt: record.claimAsker === id ? (record.claimAskedAt ?? null) : null,
      })),
  )
  return { items: items.filter(({ count }) => count > 0) }
})

const isLike = ({ kind, name, phone, claimedBy }: DependentDoc, { person }: KnownWorld) =>
  kind === 'guest' && claimedBy === '' && phone !== '' && phone === person.phone && name === person.name

export const askToClaim = forProfile(claim, async ({ id }, world) => {
  const { store, now } = world
  const { is } = store
  const record = await store.read('dependents', id)
  if (record?.claimedBy === world.id) return { askedAt: null }
  if (!record || !isLike(record, world)) return refuse('family.not_claimable')
  if (wasDeclined(record, world)) return refuse('family.claim_declined')
  if (record.claimAsker && record.claimAsker !== world.id) return refuse('family.claim_waits')
  const task = claimAskedTask(id, world.id, now)
  await store.add('tasks', task)
  // The write that decides between two accounts of one name and number.
  const free = { _id: id, claimedBy: '', claimAsker: is.or(is.exists(false), is.eq('')) }
  await store.change('dependents', free, { claimAsker: world.id, claimAskedAt: now })
  const { claimAsker, claimAskedAt = null } = (await store.read('dependents', id)) ?? record
  const isHers = claimAsker === world.id
  if (isHers) await note(world, 'family.claim', id, `${world.id}_${claimAskedAt}`, ['claimAsker'])
  await tellOfClaim(world, task)
  return isHers ? { askedAt: claimAskedAt } : refuse('family.claim_waits')
})

export const takeClaimBack = forProfile(unclaim, async ({ id }, world) => {
  const hers = { _id: id, claimedBy: '', claimAsker: world.id }
  if (await world.store.change('dependents', hers, { claimAsker: '', claimAskedAt: null })) {
    await note(world, 'family.unclaim', id, world.now, ['claimAsker'])
    return {}
  }
  const record = await world.store.read('dependents', id, ['claimedBy', 'claimDeclined'])
  const isAnswered = record?.claimedBy === world.id || record?.claimDeclined?.by === world.id
  return isAnswered ? refuse('family.claim_over') : {}
})

/** What is written before an asking or a no, so that no crash keeps anybody from being told. */
export const claimAskedTask = (recordId: string, by: string, now: number): TaskDoc => ({
  _id: `${recordId}_claimAsked_${by}`,
  kind: 'claimAsked',
  activityId: recordId,
  by,
  revision: 0,
  day: '',
  cursor: '',
  dueAt: now + grace,
})

/** Tells how an asking stands: those who lead the team that she waits, once a day; or her that it was a no. */
export async function tellOfClaim(world: World, { _id, activityId, by }: TaskDoc): Promise<void> {
  const { store } = world
  const record = await store.read('dependents', activityId)
  if (record && by && record.claimAsker === by) {
    const team = await store.read('teams', record.enteredBy, ['leaderIds'])
    const leaders = (team?.leaderIds ?? []).filter((id) => id !== by)
    await tell(world, leaders, claimAskedNotice(record, `${by}_${dayOf(record.claimAskedAt ?? world.now)}`))
  } else if (record && by && record.claimDeclined?.by === by) {
    await tell(world, [by], claimDeclinedNotice(record, record.claimDeclined.at))
  }
  await store.remove('tasks', { _id })
}
