import { cancel, close, refuse, release } from '../contract'
import { whereIs } from '../domain/seats'
import { notOn } from '../domain/sign-up'
import { giveUp } from './activity-leave'
import { note } from './audit'
import { checkWords } from './checking'
import { forActivityDesk } from './kernel'
import { tellReleased } from './releasing'
import { carryOn, promise, toldOf } from './tasks'

export const closeSignUp = forActivityDesk(close, async ({ id, closed }, world, { activity }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  const over = notOn(activity, world.now)
  if (over) return over
  const [from, to] = closed ? (['published', 'closed'] as const) : (['closed', 'published'] as const)
  if (activity.state === from) {
    await note(world, 'activity.close', id, world.now, ['state'])
    await world.store.change('activities', { _id: id, state: from }, { state: to })
  }
  return { state: to }
})

export const cancelActivity = forActivityDesk(cancel, async ({ id, reason }, world, { activity }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  if (activity.state !== 'cancelled') {
    if (notOn(activity, world.now)) return refuse('activity.over')
    const no = await checkWords(world, [reason])
    if (no) return no
  }
  const task = await promise(world, 'cancelled', { ...activity, revision: 0 })
  const { is } = world.store
  await world.store.change(
    'activities',
    { _id: id, state: is.in(['published', 'closed']) },
    { state: 'cancelled', reason, touchedAt: world.now },
  )
  await note(world, 'activity.cancel', id, 'once', ['state', 'reason'])
  const after = await world.store.read('activities', id)
  await carryOn(world, task)
  return { told: after ? toldOf(after) : 0 }
})

export const releaseSeat = forActivityDesk(release, async ({ id, personId, reason }, world, { activity }) => {
  if (activity.state === 'draft') return refuse('access.gone')
  if (activity.state === 'ended' || activity.endsAt <= world.now) return refuse('activity.over')
  const _id = world.ids.row(id, personId)
  const row = await world.store.read('signups', _id, ['state', 'live', 'since', 'history'])
  const where = whereIs(activity, personId)
  const isOut = where === 'out' && !row?.live
  const isRepeated = isOut && row?.history.at(-1)?.what === 'released'
  if (isOut && !isRepeated) return refuse('activity.not_signed_up')
  const no = await checkWords(world, [reason])
  if (no) return no
  // Cut off from here on, the timer tells her why.
  if (row?.live) await world.store.change('signups', { _id, live: true }, { releasing: reason })
  const since = row?.since ?? 0
  const state = where === 'out' ? (row?.state ?? 'left') : where
  const first = () => tellReleased(world, activity, { personId, since, state }, reason)
  const left = await giveUp(world, activity, personId, 'released', first)
  await note(world, 'activity.release', id, `${personId}_${since}`)
  return left
})
