// What those who work for a community do for an elder of it, on her word.
import {
  changeKeeper,
  inviteForElder,
  isRefusal,
  joinForElder,
  leaveForElder,
  refuse,
  withdrawElder,
} from '../contract'
import { dayOf } from '../domain/times'
import type { DependentDoc } from '../ports/documents'
import { pages } from '../services/pages'
import { signUp } from './activity-join'
import { answerFor, giveBack } from './activity-leave'
import { note } from './audit'
import { oneOfUs } from './comers'
import { inviteTo } from './family-keepers'
import { actingOf } from './family-kept'
import { setRights } from './family-rights'
import { takeBack } from './family-withdraw'
import { forElderDesk, type KnownWorld } from './kernel'
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

export const joinFor = forElderDesk(joinForElder, async ({ id, activityId, unit, answers }, world, elder) => {
  // Whom her family entered, her family signs up.
  if (!isOurs(elder)) return refuse('family.not_yours', { entered: elder.name })
  const values = [{ personId: id, values: answers }]
  const wish = { id: activityId, people: [id], unit, answers: values, guardian: false, together: true }
  const stood = standFor(world, elder)
  const joined = await signUp(world, wish, stood)
  if (isRefusal(joined)) return joined
  const [part] = joined.parts
  if (!part) return refuse('access.gone')
  const { state, position } = part.mine
  // A seat that is offered to her is kept by signing her up once more.
  const kept = state === 'offered' ? await answerFor(world, { id: activityId, yes: true, people: [id] }, stood) : null
  await note(world, 'station.join', id, `${activityId}_${dayOf(world.now)}`)
  // Of two calls at once only one has written it.
  const row = await world.store.read('signups', world.ids.row(activityId, id), ['since'])
  if (row) await tellFamily(world, elder, activityId, `join ${row.since}`)
  return { state: kept && !isRefusal(kept) ? 'in' : state, position }
})

export const leaveFor = forElderDesk(leaveForElder, async ({ id, activityId }, world, elder) => {
  if (!isOurs(elder)) return refuse('family.not_yours', { entered: elder.name })
  const row = await world.store.read('signups', world.ids.row(activityId, id), ['since'])
  const left = await giveBack(world, { id: activityId, people: [id] }, standFor(world, elder))
  if (isRefusal(left)) return left
  if (row) {
    await note(world, 'station.leave', id, `${activityId}_${row.since}`)
    await tellFamily(world, elder, activityId, `leave ${row.since}`)
  }
  return {}
})

/** As a worker, not as one of her family, should she be that too. */
const standFor = (world: KnownWorld, elder: DependentDoc) => oneOfUs(world, { ...elder, keepers: [] })

/** Her family reads of it, once for each sign-up. */
async function tellFamily(world: World, elder: DependentDoc, activityId: string, rev: string): Promise<void> {
  if (elder.keepers.length === 0) return
  const activity = await world.store.read('activities', activityId, ['title'])
  const [done, words] = rev.startsWith('join')
    ? ['报了', '报的名。点开看看时间和地点，不去的话可以取消。']
    : ['退了', '退的名。想去的话，还可以再报。']
  await tell(world, [elder._id], {
    kind: 'kept',
    about: activityId,
    rev: `station ${rev}`,
    title: `社区给${done}「${activity?.title ?? ''}」`,
    body: `${await nameOf(world, elder)}${words}`,
    page: pages.activity(activityId),
  })
}

export const changeKeeperOf = forElderDesk(changeKeeper, async ({ id, keeperId, may }, world, elder) => {
  const { store } = world
  const keeper = actingOf(elder, keeperId, may === null)
  if (may !== null && !keeper) return refuse('access.gone')
  if (keeper) {
    const station = elder.station || (elder.communityId ?? '')
    // She is left to the community rather than to nobody.
    const isLast = may === null && elder.keepers.every((each) => each.id === keeperId)
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
