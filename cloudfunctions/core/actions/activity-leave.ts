import {
  answer,
  isRefusal,
  leave,
  refuse,
  type InputOf,
  type OutputOf,
  type Refusal,
  type RefusalOf,
} from '../contract'
import { shownSeatsLeft, whereIs } from '../domain/seats'
import { keptFromLeaving } from '../domain/sign-up'
import { timesOf, unitOf } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import { partOf } from './cards'
import { namedBy, type OneOfUs } from './comers'
import { forNamed, type KnownWorld } from './kernel'
import { moveUp } from './line'
import { leaveOut } from './outbox'
import { writePart } from './rows'
import { freePlaces } from './seat-writes'
import type { World } from './world'

export const leaveActivity = forNamed(leave, (wish, world) => giveBack(world, wish))

/**
 * Gives back the seats or places of the caller, or of those she names, as the contract says; `stood` are those she acts
 * for by another right than keeping them.
 */
export async function giveBack(
  world: KnownWorld,
  { id, people }: InputOf<typeof leave>,
  stood?: readonly OneOfUs[],
): Promise<OutputOf<typeof leave> | Refusal<RefusalOf<typeof leave>>> {
  const activity = await world.store.read('activities', id)
  if (!activity || activity.state === 'draft') return refuse('access.gone')
  const named = stood ?? (await namedBy(world, people))
  if (isRefusal(named)) return named
  const everyone = named.map((each) => each.id)
  const rowIds = everyone.map((personId) => world.ids.row(id, personId))
  const rows = await world.store.readMany('signups', rowIds, ['state'])
  for (const personId of everyone) {
    const where = whereIs(activity, personId)
    if (where === 'out') continue
    const isOffered = where === 'in' && rows.get(world.ids.row(id, personId))?.state === 'offered'
    const hers = { ...activity, ...timesOf(activity, unitOf(activity, personId)) }
    const kept = keptFromLeaving(hers, isOffered ? 'offered' : where, world.now)
    if (kept) return kept
  }
  return giveUpAll(world, activity, everyone, 'left')
}

const nothing = async () => {}

/**
 * Frees a person's seat or place, notes it, and lets the line move up; `first` is done before it is noted. Twice is once;
 * mends what a crash left.
 */
export const giveUp = (world: World, activity: ActivityDoc, personId: string, what: string, first = nothing) =>
  giveUpAll(world, activity, [personId], what, first)

/** The same for people who leave together: their seats come free at once, so that a party that waits may fit. */
export async function giveUpAll(
  world: World,
  activity: ActivityDoc,
  people: readonly string[],
  what: string,
  first = nothing,
) {
  await freePlaces(world, activity._id, people, activity)
  if (activity.state !== 'cancelled') await leaveOut(world, activity._id, people)
  await first()
  const left = { state: 'left', answerBy: null } as const
  await Promise.all(people.map((personId) => writePart(world, activity, personId, left, what)))
  await moveUp(world, activity._id)
  const fields = ['capacity', 'seatsLeft', 'waiting', 'units', 'seats'] as const
  const after = (await world.store.read('activities', activity._id, fields)) ?? activity
  return { seatsLeft: shownSeatsLeft(after), waiting: after.waiting }
}

/** Before this moment an offer was taken back: the timer marks one so, before it gives the seat to the next. */
export const takenBack = 1

export const answerOffer = forNamed(answer, (wish, world) => answerFor(world, wish))

/** Keeps or gives the seat that is offered, as the contract says; `stood` as in giving back. */
export async function answerFor(
  world: KnownWorld,
  { id, yes, people }: InputOf<typeof answer>,
  stood?: readonly OneOfUs[],
): Promise<OutputOf<typeof answer> | Refusal<RefusalOf<typeof answer>>> {
  const activity = await world.store.read('activities', id)
  if (!activity) return refuse('access.gone')
  if (activity.endsAt <= world.now) return refuse('activity.over')
  const named = stood ?? (await namedBy(world, people))
  if (isRefusal(named)) return named
  const rowIds = named.map((each) => world.ids.row(id, each.id))
  const rows = await world.store.readMany('signups', rowIds, ['state', 'since', 'answerBy', 'unit'])
  const asked = named.map(({ id: personId }) => {
    const row = rows.get(world.ids.row(id, personId))
    const isIn = whereIs(activity, personId) === 'in'
    // A holder whose row still says waiting was told before her row was written.
    const isAsked = row?.state === 'offered' || (isIn && row?.state === 'waiting')
    return { personId, row, isIn, isAsked }
  })
  if (!yes) {
    const theirs = asked.filter((each) => each.isAsked).map((each) => each.personId)
    if (theirs.length > 0) await giveUpAll(world, activity, theirs, 'declined')
    const isDone = theirs.length > 0 || asked.some(({ row }) => row?.state === 'left')
    return isDone ? { mine: null } : refuse('activity.nothing_to_answer')
  }
  const theirs = asked.filter(({ isIn, row }) => isIn && row)
  let isAnyHers = false
  for (const { personId, isAsked } of theirs)
    if (!isAsked || (await keepSeat(world, world.ids.row(id, personId)))) isAnyHers = true
  if (!isAnyHers) return refuse('activity.nothing_to_answer')
  const own = theirs.find(({ personId }) => personId === world.id)?.row
  return { mine: own ? partOf(activity, world.id, { ...own, state: 'in', answerBy: null }, world.now) : null }
}

/** The one write that decides between her yes and the timer: only one of them finds the offer open. */
async function keepSeat({ store, id, now }: World, rowId: string): Promise<boolean> {
  const { is } = store
  const offered = { _id: rowId, state: 'offered', answerBy: is.gt(takenBack) }
  const isKept = await store.change('signups', is.or([offered, { _id: rowId, state: 'waiting' }]), {
    state: 'in',
    answerBy: null,
    history: is.push({ each: [{ at: now, by: id, what: 'accepted' }], slice: -20 }),
  })
  // A second tap at the same moment finds that the first kept it.
  return isKept > 0 || (await store.read('signups', rowId, ['state']))?.state === 'in'
}
