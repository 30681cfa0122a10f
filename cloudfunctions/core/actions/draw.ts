// The draw by lot: promised when the activity becomes public, held by the timer at its moment, open to be checked.
import { refuse, showDraw } from '../contract'
import { draw } from '../domain/draw'
import { bonded, bondOf, partiesOf } from '../domain/parties'
import { ceiling } from '../domain/seats'
import { seatsFor, unitOf } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import { commitmentOf, newSeed } from '../ports/lots'
import { announce } from './admitting'
import { forAnyone } from './kernel'
import { workThrough } from './one-by-one'
import { placeAll } from './pool-writes'
import type { Work } from './timer-round'
import type { World } from './world'

/** Draws read at once, and people told in one step. */
const drawsAtOnce = 20
const pageSize = 50
const mostAttempts = 5

/** What an activity carries of its draw from the first day: the promise of a seed; null when nothing is drawn. */
export async function promisedDraw(
  { store }: World,
  activityId: string,
  drawAt: number | null,
): Promise<ActivityDoc['draw']> {
  if (drawAt === null) return null
  const seed = await seedOf(store, activityId)
  return { commitment: commitmentOf(seed), seed: null, at: null, order: [], tickets: [] }
}

/** The seed of an activity's draw; made once, and then the same for ever. */
async function seedOf(store: World['store'], activityId: string): Promise<string> {
  const _id = `draw_${activityId}`
  const known = await store.read('secrets', _id)
  if (known) return known.value
  await store.add('secrets', { _id, value: newSeed() })
  const kept = await store.read('secrets', _id)
  if (!kept) throw new Error('the seed of a draw is gone')
  return kept.value
}

/** Holds the draws that are due, each in one write; a crash after it leaves only rows and messages to mend. */
export const holdDraws: Work = async (world, isTimeLeft) => {
  const { store, now } = world
  const { is } = store
  for (const state of ['published', 'closed'] as const) {
    const due = { state, drawAt: is.gt(0).and(is.lte(now)), 'draw.at': null }
    const by = { field: 'drawAt', size: drawsAtOnce, fields: ['_id', 'drawAt'] } as const
    await workThrough(store, 'activities', due, by, isTimeLeft, ({ _id }) => hold(world, _id, isTimeLeft))
  }
}

async function hold(world: World, activityId: string, isTimeLeft: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const activity = await world.store.read('activities', activityId)
    if (!activity || activity.draw?.at) return
    const seed = await seedOf(world.store, activityId)
    if (!(await drawOnce(world, activity, seed))) continue
    const drawn = await world.store.read('activities', activityId)
    const told = drawn?.draw?.tickets.flatMap(bonded) ?? []
    for (let from = 0; drawn && from < told.length && isTimeLeft(); from += pageSize)
      await announce(world, drawn, told.slice(from, from + pageSize))
    return
  }
  throw new Error('those who asked kept changing')
}

/** The one write: seats, line and the open seed, only while the same people ask and the same seats are free. */
function drawOnce(world: World, activity: ActivityDoc, seed: string): Promise<number> {
  const { pool = [], bonds = [], units = [] } = activity
  const free = (unit: string | null) => Math.max(0, seatsFor(activity, unit).seatsLeft)
  const drawn = draw({ pool, bonds }, seed, free, (one) => unitOf(activity, one))
  const { tickets, order } = drawn
  const seats = units.length > 0 ? units.reduce((sum, unit) => sum + free(unit.id), 0) : free(null)
  const held = { commitment: commitmentOf(seed), seed, at: world.now, order, tickets: tickets.map(bondOf), seats }
  return placeAll(world, activity, drawn, { where: { 'draw.at': null }, data: { draw: world.store.is.set(held) } })
}

export const openDraw = forAnyone(showDraw, async ({ id }, world) => {
  const fields = ['state', 'drawAt', 'draw', 'pool', 'bonds', 'capacity', 'seatsLeft'] as const
  const activity = await world.store.read('activities', id, fields)
  if (!activity || activity.state === 'draft' || typeof activity.drawAt !== 'number') return refuse('access.gone')
  const { draw: held, pool = [], bonds, drawAt } = activity
  const tickets = held?.at ? held.tickets.map(bonded) : partiesOf(pool, bonds)
  const ours = [world.id, ...(world.person?.wards ?? [])]
  const mine = tickets.findIndex((party) => party.some((personId) => ours.includes(personId)))
  return {
    drawAt,
    commitment: held?.commitment ?? commitmentOf(await seedOf(world.store, id)),
    seed: held?.seed ?? null,
    drawnAt: held?.at ?? null,
    tickets: tickets.length,
    order: held?.order ?? [],
    seats: held?.seats ?? Math.max(0, Math.min(activity.seatsLeft, ceiling(activity.capacity))),
    mine: mine < 0 ? null : mine + 1,
  }
})
