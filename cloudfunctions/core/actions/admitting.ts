// Those who asked to come: the leader's yes or no, and what follows from a yes or from a draw.
import { approve, refuse } from '../contract'
import { partiesOf } from '../domain/parties'
import { placeForNewcomer, positionOf, whereIs } from '../domain/seats'
import { notOn } from '../domain/sign-up'
import { momentWords } from '../domain/times'
import { seatsFor, unitOf } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import { note } from './audit'
import { checkWords } from './checking'
import { forActivityDesk, type KnownWorld } from './kernel'
import { moveUp } from './line'
import { admittedNotice, declinedNotice } from './notices'
import { writePart } from './rows'
import { admit, freePlaces } from './seat-writes'
import { tell } from './telling'
import type { World } from './world'

const mostAttempts = 20
/** People told side by side. */
const sideBySide = 15

export const approveAsking = forActivityDesk(approve, async (input, world, { activity }) => {
  const { id, people, accept, reason } = input
  if (activity.state === 'draft') return refuse('access.gone')
  const over = notOn(activity, world.now)
  if (over) return over
  // Lots give everybody the same chance; nobody is let in or sent away before they are drawn.
  if (typeof activity.drawAt === 'number' && !activity.draw?.at)
    return refuse('activity.draw_first', { at: momentWords(activity.drawAt, world.now) })
  const no = reason ? await checkWords(world, [reason]) : null
  if (no) return no
  const wanted = [...new Set(people)]
  const done = accept ? await acceptAll(world, activity, wanted) : await declineAll(world, activity, wanted, reason)
  const after = await world.store.read('activities', id, ['pool'])
  await note(world, 'activity.approve', id, world.now, [accept ? 'accepted' : 'declined'])
  return { done, asked: after?.pool?.length ?? 0 }
})

/** Lets parties in as they asked, each into seats or into the line; says how many people have an answer now. */
async function acceptAll(world: KnownWorld, { _id }: ActivityDoc, wanted: readonly string[]): Promise<number> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const seen = await world.store.read('activities', _id)
    if (!seen) return 0
    const [party] = partiesOf(seen.pool ?? [], seen.bonds).flatMap((each) => {
      const accepted = each.filter((personId) => wanted.includes(personId))
      return accepted.length > 0 ? [accepted] : []
    })
    if (!party) {
      await moveUp(world, _id)
      const now = (await world.store.read('activities', _id)) ?? seen
      const theirs = wanted.filter((personId) => ['in', 'waiting'].includes(whereIs(now, personId)))
      await announceUntold(world, now, theirs)
      return theirs.length
    }
    const unit = unitOf(seen, party[0] ?? '')
    const place = placeForNewcomer(seatsFor(seen, unit), party.length)
    if (place !== 'none' && (await admit(world, seen, party, unit, place))) attempt = 0
    else await pause(attempt)
  }
  throw new Error('the seats kept changing')
}

async function announceUntold(world: World, activity: ActivityDoc, people: readonly string[]): Promise<void> {
  const rowIds = people.map((personId) => world.ids.row(activity._id, personId))
  const rows = await world.store.readMany('signups', rowIds, ['personId', 'state'])
  const untold = [...rows.values()].filter((row) => row.state === 'asked').map((row) => row.personId)
  await announce(world, activity, untold)
}

/**
 * Tells people what became of their asking, and writes it into their rows. In this order: a row that still says asked
 * is how the timer knows that somebody was not told.
 */
export async function announce(world: World, activity: ActivityDoc, people: readonly string[]): Promise<void> {
  const rowIds = people.map((personId) => world.ids.row(activity._id, personId))
  const rows = await world.store.readMany('signups', rowIds, ['since'])
  const drawn = new Set(activity.draw?.at ? activity.draw.tickets.flatMap((ticket) => ticket.split('+')) : [])
  const one = async (personId: string) => {
    const where = whereIs(activity, personId)
    if (where === 'out' || where === 'asked') return
    const how = drawn.has(personId) ? 'drawn' : activity.approval ? 'approved' : 'opened'
    const position = positionOf(seatsFor(activity, unitOf(activity, personId)).line, personId)
    const since = rows.get(world.ids.row(activity._id, personId))?.since ?? 0
    await tell(world, [personId], admittedNotice(activity, since, { how, position }, world.now))
    await writePart(world, activity, personId, { state: where, answerBy: null }, how)
  }
  for (let from = 0; from < people.length; from += sideBySide) {
    await Promise.all(people.slice(from, from + sideBySide).map(one))
  }
}

/**
 * Takes people out of those who asked and tells them. Their rows say so first, and why: whoever was left half done by a
 * crash is told by the timer, or by the same call when it comes again.
 */
async function declineAll(
  world: KnownWorld,
  activity: ActivityDoc,
  wanted: readonly string[],
  reason: string,
): Promise<number> {
  const asking = wanted.filter((personId) => whereIs(activity, personId) === 'asked')
  const { store, ids } = world
  const declining = { _id: store.is.in(asking.map((each) => ids.row(activity._id, each))), state: 'asked' }
  if (asking.length > 0) await store.change('signups', declining, { declining: reason })
  await freePlaces(world, activity._id, asking, activity)
  const rowIds = wanted.map((personId) => ids.row(activity._id, personId))
  const rows = await world.store.readMany('signups', rowIds, ['personId', 'state', 'since'])
  const untold = wanted.filter((personId) => {
    const state = rows.get(world.ids.row(activity._id, personId))?.state
    return state === 'asked' && !['in', 'waiting'].includes(whereIs(activity, personId))
  })
  for (const personId of untold) {
    const since = rows.get(ids.row(activity._id, personId))?.since ?? 0
    await announceNo(world, activity, { personId, since }, reason)
  }
  return new Set([...asking, ...untold]).size
}

/** Tells her that the leader said no, and writes it into her row, in this order. */
export async function announceNo(
  world: World,
  activity: ActivityDoc,
  { personId, since }: { personId: string; since: number },
  reason: string,
): Promise<void> {
  await tell(world, [personId], declinedNotice(activity, since, reason))
  await writePart(world, activity, personId, { state: 'left', answerBy: null }, 'declined')
}
