import { answer, leave, refuse } from '../contract'
import { shownSeatsLeft, whereIs } from '../domain/seats'
import { keptFromLeaving } from '../domain/sign-up'
import type { ActivityDoc } from '../ports/documents'
import { partOf } from './cards'
import { forProfile } from './kernel'
import { moveUp } from './line'
import { writePart } from './rows'
import type { World } from './world'

export const leaveActivity = forProfile(leave, async ({ id }, world) => {
  const activity = await world.store.read('activities', id)
  if (!activity || activity.state === 'draft') return refuse('access.gone')
  const row = await world.store.read('signups', world.ids.row(id, world.id), ['state'])
  const where = whereIs(activity, world.id)
  if (where !== 'out') {
    const kept = keptFromLeaving(activity, where === 'in' && row?.state === 'offered' ? 'offered' : where, world.now)
    if (kept) return kept
  }
  return giveUp(world, activity, world.id, 'left')
})

/** Frees a person's seat or place, notes it, and lets the line move up. Twice is once; mends what a crash left. */
export async function giveUp(world: World, activity: ActivityDoc, personId: string, what: string) {
  await freePlace(world, activity._id, personId)
  await writePart(world, activity, personId, { state: 'left', answerBy: null }, what)
  await moveUp(world, activity._id)
  const after = (await world.store.read('activities', activity._id, ['capacity', 'seatsLeft', 'waiting'])) ?? activity
  return { seatsLeft: shownSeatsLeft(after), waiting: after.waiting }
}

/** Takes a person out of the seats, or out of the line; in the write that says she was there. */
async function freePlace({ store, now }: World, _id: string, personId: string): Promise<void> {
  const { is } = store
  const unseated = await store.change(
    'activities',
    { _id, holders: personId },
    { holders: is.pull(personId), seatsLeft: is.inc(1), taken: is.inc(-1), touchedAt: now },
  )
  if (unseated > 0) return
  const unqueued = await store.change(
    'activities',
    { _id, line: personId },
    { line: is.pull(personId), waiting: is.inc(-1), touchedAt: now },
  )
  if (unqueued > 0) return
  // She may have moved up between the two.
  await store.change(
    'activities',
    { _id, holders: personId },
    { holders: is.pull(personId), seatsLeft: is.inc(1), taken: is.inc(-1), touchedAt: now },
  )
}

/** Before this moment an offer was taken back: the timer marks one so, before it gives the seat to the next. */
export const takenBack = 1

export const answerOffer = forProfile(answer, async ({ id, yes }, world) => {
  const activity = await world.store.read('activities', id)
  if (!activity) return refuse('access.gone')
  if (activity.endsAt <= world.now) return refuse('activity.over')
  const rowId = world.ids.row(id, world.id)
  const row = await world.store.read('signups', rowId, ['state', 'since', 'answerBy'])
  const isIn = whereIs(activity, world.id) === 'in'
  // A holder whose row still says waiting was told before her row was written.
  const isAsked = row?.state === 'offered' || (isIn && row?.state === 'waiting')
  if (!yes) {
    if (isAsked) await giveUp(world, activity, world.id, 'declined')
    return isAsked || row?.state === 'left' ? { mine: null } : refuse('activity.nothing_to_answer')
  }
  if (!isIn || !row) return refuse('activity.nothing_to_answer')
  if (isAsked && !(await keepSeat(world, rowId))) return refuse('activity.nothing_to_answer')
  return { mine: partOf(activity, world.id, { ...row, state: 'in', answerBy: null }, world.now) }
})

/** The one write that decides between her yes and the timer: only one of them finds the offer open. */
function keepSeat({ store, id, now }: World, rowId: string): Promise<number> {
  const { is } = store
  const offered = { _id: rowId, state: 'offered', answerBy: is.gt(takenBack) }
  return store.change('signups', is.or([offered, { _id: rowId, state: 'waiting' }]), {
    state: 'in',
    answerBy: null,
    history: is.push({ each: [{ at: now, by: id, what: 'accepted' }], slice: -20 }),
  })
}
