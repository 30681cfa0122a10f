// Whom an account that goes kept: whoever has others stays with them; whoever had nobody else is forgotten too.
import { selfOf, settledSelfOf } from '../domain/family'
import type { DependentDoc } from '../ports/documents'
import type { Leaver } from './erase-me'
import { forgetIn } from './erase-rows'
import { endKeeping } from './family-kept'
import { takeBack } from './family-withdraw'
import { each } from './series-meeting'
import type { World } from './world'

/** People one account keeps, with room for those of before. */
const mostKept = 20
/** Rows read together. */
const mostRows = 1000

/** Those whom an account keeps. */
export const keptBy = ({ store }: World, id: string) =>
  store.find('dependents', { 'keepers.id': id }, { limit: mostKept })

/** Takes her out of every family; says how many seats of those who have nobody else were given up. */
export async function leaveFamily(world: World, leaver: Leaver): Promise<number> {
  const { store } = world
  const { is } = store
  const { id, former } = leaver
  const kept = await keptBy(world, id)
  const signedUp = await store.find('signups', { by: id }, { fields: ['personId', 'activityId'], limit: mostRows })
  const wardIds = [...new Set([...kept.map((ward) => ward._id), ...signedUp.map((row) => row.personId)])]
  await unsay(world, leaver, wardIds)
  const came = await store.find('signups', { personId: is.in(wardIds) }, { fields: ['activityId'], limit: mostRows })
  await forgetIn(
    world,
    leaver,
    [...came, ...signedUp].map((row) => row.activityId),
  )
  let givenUp = 0
  for (const ward of kept) givenUp += await leaveOne(world, id, ward)
  // That somebody agreed stays on record; who it was is nobody any more.
  await store.change('dependents', { 'consent.by': id }, { 'consent.by': former })
  // Who keeps somebody no more has no invitation to her either, so only these can have one.
  const hers = [...kept.map((ward) => ward._id), ...leaver.wards]
  await store.change('dependents', { _id: is.in(hers), 'invite.by': id }, { invite: is.set(null) })
  await store.remove('cards', { by: id })
  await store.change('cards', { wardId: is.in(wardIds), 'said.by': id }, { 'said.by': former })
  await store.change('cards', { answeredBy: id }, { answeredBy: former, said: is.set(null) })
  return givenUp
}

/** She is only taken out where others act for her; where she was the last, or it is she herself, all of it goes. */
async function leaveOne(world: World, id: string, ward: DependentDoc): Promise<number> {
  const { is } = world.store
  const isOthers = (ward.keepers.length > 1 || !!ward.station) && settledSelfOf(ward, world.now) !== id
  if (ward.consent === null || isOthers) {
    const where = ward.consent === null || ward.station ? {} : { 'keepers.1': is.exists(true) }
    if (await endKeeping(world, ward._id, id, where)) return 0
  }
  const now = await world.store.read('dependents', ward._id)
  if (!now?.consent || !now.keepers.some((keeper) => keeper.id === id)) return 0
  const others = now.keepers.filter((keeper) => keeper.id !== id)
  const by = selfOf(now) === id ? '本人' : '家里人'
  return (await takeBack(world, { ...now, keepers: others }, by)).givenUp
}

/** That it was she who signed them up, or agreed as a guardian, is said no more; nor what messages to others call her. */
async function unsay(world: World, { id, former, name, wards }: Leaver, wardIds: readonly string[]): Promise<void> {
  const { store } = world
  const { is } = store
  await store.change('signups', { by: id, 'guardian.by': id }, { 'guardian.by': former })
  await store.change('signups', { by: id }, { by: former, history: is.set([]) })
  await store.change('signups', { personId: is.in([...wardIds]), 'history.by': id }, { history: is.set([]) })
  const series = await store.find('series', { regulars: is.in([...wardIds]) }, { fields: ['_id', 'notes'] })
  await each(series, async ({ _id, notes = {} }) => {
    for (const [wardId, said] of Object.entries(notes)) {
      const text = JSON.stringify(said)
      if (!text.includes(id)) continue
      const unsaid = is.set(JSON.parse(text.replaceAll(id, former)))
      await store.change('series', { _id, regulars: wardId }, { [`notes.${wardId}`]: unsaid })
    }
  })
  const among = is.in([...wardIds, ...wards])
  await unname(world, name, { ward: among })
  await unname(world, name, { about: among })
}

/** Empties what messages to others say where they name somebody who goes. */
export async function unname({ store }: World, name: string, where: Record<string, unknown>): Promise<void> {
  if (name === '') return
  const { is } = store
  const naming = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const blank = { title: '一条旧消息', body: '里面提到的人已经注销，内容也一起删掉了。', out: is.remove() }
  await store.change('messages', is.and([where, is.or([{ title: naming }, { body: naming }])]), blank)
}
