// Consent taken back: her data goes at once, then what hangs on it. A task carries on where a crash broke it off.
import { withdrawConsent } from '../contract'
import type { DependentDoc, TaskDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { giveUp } from './activity-leave'
import { note } from './audit'
import { unfollowWard } from './family-kept'
import { forProfile, type KnownWorld } from './kernel'
import { tell } from './telling'
import type { World } from './world'

/** The timer leaves a fresh task to the call that made it, ms. */
const grace = 30_000

export const withdraw = forProfile(withdrawConsent, async ({ id }, world) => {
  const { store, now } = world
  const { is } = store
  const ward = await store.read('dependents', id)
  if (!ward?.keepers.some((keeper) => keeper.id === world.id)) {
    await unfollowWard(world, [world.id], id)
    return { givenUp: 0 }
  }
  const task = taskFor(id, now)
  await store.add('tasks', task)
  const hers = { _id: id, 'keepers.id': world.id, consent: is.neq(null) }
  await store.change('dependents', hers, { ...nothing, consent: is.set(null), invite: is.set(null) })
  await note(world, 'family.withdraw', id, 'once', ['consent'])
  await tellOthers(world, ward)
  return { givenUp: await clearAway(world, task) }
})

const nothing = { name: '', phone: '', born: null, missed: null }

const taskFor = (wardId: string, now: number): TaskDoc => ({
  _id: `${wardId}_withdrawn_0`,
  kind: 'withdrawn',
  activityId: wardId,
  revision: 0,
  day: '',
  cursor: '',
  dueAt: now + grace,
})

async function tellOthers(world: KnownWorld, ward: DependentDoc): Promise<void> {
  for (const { id, called } of ward.keepers) {
    if (id === world.id) continue
    await tell(world, [id], {
      kind: 'forgotten',
      about: ward._id,
      rev: 'once',
      title: `${called}的档案删除了`,
      body: `${world.person.name}收回了同意，${called}的资料已经删除，还没开始的报名也退掉了。`,
      page: pages.family,
    })
  }
}

/**
 * Gives up her seats to come, forgets her answers and ends the keeping; says how many seats. Her rows and hours stay
 * as numbers without a name. Nothing is done when the consent was never taken back.
 */
export async function clearAway(world: World, task: TaskDoc): Promise<number> {
  const { store } = world
  const { is } = store
  const ward = await store.read('dependents', task.activityId, ['_id', 'consent', 'keepers'])
  const givenUp = ward && ward.consent === null ? await leaveAll(world, ward._id) : 0
  if (ward && ward.consent === null) {
    await store.change('series', { regulars: ward._id }, { regulars: is.pull(ward._id) })
    const said = is.or([{ answers: is.exists(true) }, { guardian: is.exists(true) }])
    const forgotten = { answers: is.remove(), guardian: is.remove() }
    await store.change('signups', is.and([{ personId: ward._id }, said]), forgotten)
    await unfollowWard(
      world,
      ward.keepers.map((keeper) => keeper.id),
      ward._id,
    )
    await store.change('dependents', { _id: ward._id }, { keepers: is.set([]) })
  }
  await store.remove('tasks', { _id: task._id })
  return givenUp
}

async function leaveAll(world: World, personId: string): Promise<number> {
  const live = { personId, live: true, endsAt: world.store.is.gt(world.now) }
  const rows = await world.store.find('signups', live, { fields: ['activityId'] })
  for (const { activityId } of rows) {
    const activity = await world.store.read('activities', activityId)
    if (activity) await giveUp(world, activity, personId, 'withdrawn')
  }
  return rows.length
}
