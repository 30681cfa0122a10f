// Consent taken back: her data goes at once, then what hangs on it. A task carries on where a crash broke it off.
import { refuse, withdrawConsent } from '../contract'
import { mayTakeBack, selfOf, whoMayTakeBack } from '../domain/family'
import type { DependentDoc, TaskDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { giveUp } from './activity-leave'
import { note } from './audit'
import { unfollowWard } from './family-kept'
import { endFilesNaming } from './file-ending'
import { forAnyone } from './kernel'
import { each } from './series-meeting'
import { beRegularsNoMore } from './series-regulars'
import { tell } from './telling'
import type { World } from './world'

/** The timer leaves a fresh task to the call that made it, ms. */
const grace = 30_000
/** After this long no call is at work any more that began before the consent was taken back, ms. */
const secondLook = 120_000
/** The cursor of a task that only has its second look to come. */
const lookedOnce = 'again'

export const withdraw = forAnyone(withdrawConsent, async ({ id }, world) => {
  const ward = await world.store.read('dependents', id)
  if (!ward?.keepers.some((keeper) => keeper.id === world.id)) {
    await unfollowWard(world, [world.id], id)
    return { givenUp: 0 }
  }
  if (ward.consent && !mayTakeBack(ward, world.id, world.now)) return givenByOther(world, ward)
  return takeBack(world, ward, selfOf(ward) === world.id ? '本人' : (world.person?.name ?? ''))
})

/**
 * Takes the consent back for whom that was found right: her data goes, `by` is who did it in words, and the others who
 * act for her are told. Says how many seats were given up.
 */
export async function takeBack(world: World, ward: DependentDoc, by: string): Promise<{ givenUp: number }> {
  const { store, now } = world
  const { is } = store
  const { _id } = ward
  const task = taskFor(_id, now)
  await store.add('tasks', task)
  // Whether somebody is the one who may is decided by what was read, so only that is written over.
  const asRead = { _id, 'consent.by': ward.consent?.by ?? '' }
  const hers = ward.keepers.some(({ id }) => id === world.id) ? { 'keepers.id': world.id } : {}
  const forgotten = { ...nothing, consent: is.set(null), invite: is.set(null), parting: is.remove() }
  const isTaken = await store.change('dependents', { ...asRead, ...hers }, forgotten)
  if (!isTaken && (await store.read('dependents', _id, ['consent']))?.consent) {
    throw new Error('somebody else agreed at the same moment')
  }
  await note(world, 'family.withdraw', _id, 'once', ['consent'])
  await tellOthers(world, ward, by)
  return { givenUp: await clearAway(world, task) }
}

/** Who can, by name: the community where it entered her. */
async function givenByOther({ store }: World, ward: DependentDoc) {
  const giver = whoMayTakeBack(ward)
  const known =
    giver !== null
      ? await store.read('people', giver, ['name'])
      : await store.read('communities', ward.station ?? '', ['name'])
  return refuse('family.given_by_other', known?.name ? { name: known.name } : {})
}

const nothing = { name: '', phone: '', born: null, missed: null, station: '' }

const taskFor = (wardId: string, now: number): TaskDoc => ({
  _id: `${wardId}_withdrawn_0`,
  kind: 'withdrawn',
  activityId: wardId,
  revision: 0,
  day: '',
  cursor: '',
  dueAt: now + grace,
})

async function tellOthers(world: World, ward: DependentDoc, by: string): Promise<void> {
  for (const { id, called: name, isSelf } of ward.keepers) {
    if (id === world.id) continue
    const called = isSelf ? '您' : name
    await tell(world, [id], {
      kind: 'forgotten',
      about: ward._id,
      rev: 'once',
      title: `${called}的档案删除了`,
      body: `${by}收回了同意，${called}的资料已经删除，还没开始的报名也退掉了。`,
      page: pages.family,
    })
  }
}

/**
 * Gives up her seats to come, forgets her answers and what messages say of her, and ends the keeping; says how many
 * seats. Her rows and hours stay as numbers without a name. The task stays for a second look: another keeper may have
 * been signing her up at this very moment. Nothing is done when the consent was never taken back.
 */
export async function clearAway(world: World, task: TaskDoc): Promise<number> {
  const { store } = world
  const ward = await store.read('dependents', task.activityId, ['_id', 'consent', 'keepers'])
  const isTakenBack = ward !== null && ward.consent === null
  const givenUp = isTakenBack ? await forget(world, ward) : 0
  if (!isTakenBack || task.cursor === lookedOnce) await store.remove('tasks', { _id: task._id })
  else await store.change('tasks', { _id: task._id }, { cursor: lookedOnce, dueAt: world.now + secondLook })
  return givenUp
}

async function forget(world: World, { _id, keepers }: Pick<DependentDoc, '_id' | 'keepers'>): Promise<number> {
  const { store } = world
  const { is } = store
  await beRegularsNoMore(world, [_id])
  const givenUp = await leaveAll(world, _id)
  const said = is.or([{ answers: is.exists(true) }, { guardian: is.exists(true) }])
  const forgotten = { answers: is.remove(), guardian: is.remove() }
  await store.change('signups', is.and([{ personId: _id }, said]), forgotten)
  const gone = { out: is.remove(), notice: is.remove(), stand: is.remove() }
  await store.change('messages', { ward: _id }, { ...blank, ...gone })
  await store.remove('cards', { wardId: _id })
  await endFilesNaming(world, _id)
  await unfollowWard(
    world,
    keepers.map((keeper) => keeper.id),
    _id,
  )
  await store.change('dependents', { _id }, { keepers: is.set([]) })
  return givenUp
}

const blank = {
  title: '一位家人的旧消息',
  body: '这位家人的资料已经删除，这条消息里的内容也一起删掉了。',
  page: pages.family,
}

/** Leaves whatever is to come, a page at a time until nothing is left; says how many. */
async function leaveAll(world: World, personId: string): Promise<number> {
  const { store } = world
  const live = { personId, live: true, endsAt: store.is.gt(world.now) }
  const left = new Set<string>()
  for (;;) {
    const rows = await store.find('signups', live, { fields: ['activityId'] })
    const here = rows.map((row) => row.activityId).filter((activityId) => !left.has(activityId))
    // What comes again although it was left cannot be left.
    if (here.length === 0) return left.size
    await each(here, async (activityId) => {
      const activity = await store.read('activities', activityId)
      if (activity) await giveUp(world, activity, personId, 'withdrawn')
      left.add(activityId)
    })
  }
}
