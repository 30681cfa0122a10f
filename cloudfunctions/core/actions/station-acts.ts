// What those who work for a community do for an elder of it, on her word.
import { changeKeeper, inviteForElder, isRefusal, joinForElder, refuse, withdrawElder } from '../contract'
import { dayOf } from '../domain/times'
import type { DependentDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { signUp } from './activity-join'
import { note } from './audit'
import { oneOfUs } from './comers'
import { inviteTo } from './family-keepers'
import { setRights } from './family-rights'
import { takeBack } from './family-withdraw'
import { forElderDesk } from './kernel'
import { isOurs, shownElders } from './station-elders'
import { tell } from './telling'
import type { World } from './world'

export const inviteFor = forElderDesk(inviteForElder, async (_, world, elder) => {
  // Whom her family entered, her family shares.
  if (!isOurs(elder)) return refuse('family.not_yours', { entered: elder.name })
  const made = await inviteTo(world, elder, {})
  if (!isRefusal(made)) await note(world, 'station.invite', elder._id, made.until, ['invite'])
  return made
})

export const joinFor = forElderDesk(joinForElder, async ({ id, activityId, unit }, world, elder) => {
  // Whom her family entered, her family signs up.
  if (!isOurs(elder)) return refuse('family.not_yours', { entered: elder.name })
  const wish = { id: activityId, people: [id], unit, answers: [], guardian: false, together: true }
  // As a worker, not as one of her family, should she be that too.
  const stood = oneOfUs(world, { ...elder, keepers: [] })
  const joined = await signUp(world, wish, stood)
  if (isRefusal(joined)) return joined
  const [part] = joined.parts
  if (!part) return refuse('access.gone')
  await note(world, 'station.join', id, `${activityId}_${dayOf(world.now)}`)
  await tellFamily(world, elder, activityId)
  return { state: part.mine.state, position: part.mine.position }
})

/** Her family reads of it, once for each sign-up of a day. */
async function tellFamily(world: World, elder: DependentDoc, activityId: string): Promise<void> {
  if (elder.keepers.length === 0) return
  const activity = await world.store.read('activities', activityId, ['title'])
  await tell(world, [elder._id], {
    kind: 'kept',
    about: activityId,
    rev: `station ${dayOf(world.now)}`,
    title: `社区给报了「${activity?.title ?? ''}」`,
    body: `${await nameOf(world, elder)}报的名。点开看看时间和地点，不去的话可以取消。`,
    page: pages.activity(activityId),
  })
}

export const changeKeeperOf = forElderDesk(changeKeeper, async ({ id, keeperId, may }, world, elder) => {
  const { store } = world
  const keeper = elder.keepers.find((each) => each.id === keeperId)
  if (may !== null && !keeper) return refuse('access.gone')
  if (keeper) {
    const station = elder.station || (elder.communityId ?? '')
    // She is left to the community rather than to nobody.
    const isLast = may === null && elder.keepers.length === 1
    if (isLast) await store.change('dependents', { _id: id }, { station })
    await setRights(world, { ...elder, ...(isLast && { station }) }, { keeper, may, by: await nameOf(world, elder) })
  }
  const now = await store.read('dependents', id)
  const [shown] = now ? await shownElders(world, [now]) : []
  return shown ?? refuse('access.gone')
})

export const withdrawFor = forElderDesk(withdrawElder, async (_, world, elder) => {
  await note(world, 'station.withdraw', elder._id, 'once', ['consent'])
  return takeBack(world, elder, await nameOf(world, elder))
})

/** The community, as those who are told read who did it: on her word. */
async function nameOf({ store }: World, { communityId }: DependentDoc): Promise<string> {
  const community = await store.read('communities', communityId ?? '', ['name'])
  return `${community?.name ?? '社区'}按本人的意思`
}
