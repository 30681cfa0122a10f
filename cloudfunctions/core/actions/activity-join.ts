// Signing up, on the written pattern for scarce things: one conditional update of the activity, then a row.
import { join, refuse, type Mine, type Refusal } from '../contract'
import { placeForNewcomer, longestLine, nextInLine, shownSeatsLeft, whereIs } from '../domain/seats'
import { closedToNewcomers, lineMoves } from '../domain/sign-up'
import { notInvited } from '../domain/who-may-come'
import type { ActivityDoc } from '../ports/documents'
import { pause } from '../ports/chance'
import { partOf } from './cards'
import { forProfile, type KnownWorld } from './kernel'
import { moveUp } from './line'
import { writeJoined } from './rows'

/** What the rules of signing up look at; the people in it are read only when a first try did not succeed. */
const ruleFields = [
  '_id',
  'state',
  'teamId',
  'teamName',
  'communityId',
  'communityName',
  'audience',
  'opensAt',
  'closesAt',
  'startsAt',
  'endsAt',
  'cancelBy',
  'capacity',
  'seatsLeft',
  'waiting',
  'reason',
  'contact',
] as const satisfies readonly (keyof ActivityDoc)[]
type Ruled = Pick<ActivityDoc, (typeof ruleFields)[number]>
type Seated = Ruled & Pick<ActivityDoc, 'holders' | 'line'>
const seatFields = [...ruleFields, 'holders', 'line'] as const

/** The seats change under us when many sign up at once; so often we look again. */
const mostAttempts = 12
/** How many others a call moves up on its way; the timer does the rest. */
const helped = 5

export const joinActivity = forProfile(join, async ({ id }, world) => {
  const activity = await world.store.read('activities', id, ruleFields)
  if (!activity || activity.state === 'draft') return refuse('access.gone')
  const no = closedToNewcomers(activity, world.now) ?? (await uninvited(world, activity))
  // A repeated tap is answered as the first one was, even when sign-up closed in between.
  if (no) {
    const seats = await world.store.read('activities', id, seatFields)
    return (seats && (await partHeld(world, seats, false))) ?? no
  }
  return takePlace(world, activity)
})

async function uninvited(world: KnownWorld, activity: Ruled) {
  const membership =
    activity.audience === 'members'
      ? await world.store.read('memberships', world.ids.row(activity.teamId, world.id), ['state'])
      : null
  const isMember = membership?.state === 'member' || membership?.state === 'leader'
  return notInvited(activity, { communityId: world.person.communityId, isMember })
}

interface Joined {
  mine: Mine
  parts: { personId: string; mine: Mine }[]
  seatsLeft: number | null
  waiting: number
}

/** Takes a seat or a place in the line, whichever is hers by the counts; looks again when they changed meanwhile. */
async function takePlace(world: KnownWorld, first: Ruled): Promise<Joined | Refusal<JoinRefusal>> {
  let seen = first
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const place = placeForNewcomer(seen)
    if (place === 'seat' && (await takeSeat(world, seen._id))) return seated(world, seen)
    // A seat that was just lost sends her to the line at once, without looking first.
    const isNew = place !== 'none' && (await joinLine(world, seen._id)) > 0
    const seats = await world.store.read('activities', seen._id, seatFields)
    if (!seats) return refuse('access.gone')
    const joined = await partHeld(world, seats, isNew)
    if (joined) return joined
    if (place === 'none') return lineFull(seats)
    const closed = closedToNewcomers(seats, world.now)
    if (closed) return closed
    if (attempt > 0) await pause(attempt)
    seen = seats
  }
  throw new Error('the seats kept changing')
}

type JoinRefusal = 'access.gone' | 'activity.line_full' | NonNullable<ReturnType<typeof closedToNewcomers>>['refused']

const lineFull = ({ contact }: Ruled) =>
  refuse('activity.line_full', { contactName: contact.name, contactPhone: contact.phone })

/** The first seat of the counts becomes hers, if nobody waits for it and she is in neither list. */
function takeSeat({ store, id: me, now }: KnownWorld, id: string): Promise<number> {
  const { is } = store
  return store.change(
    'activities',
    { ...openAt(store, id, now), seatsLeft: is.gte(1), waiting: 0, holders: is.neq(me), line: is.neq(me) },
    { seatsLeft: is.inc(-1), taken: is.inc(1), holders: is.push([me]), touchedAt: now },
  )
}

/** She goes to the end of the line, while no seat is free or others wait, and if she is in neither list. */
function joinLine({ store, id: me, now }: KnownWorld, id: string): Promise<number> {
  const { is } = store
  const room = { [`line.${longestLine - 1}`]: is.exists(false) }
  const hers = { ...openAt(store, id, now), ...room, holders: is.neq(me), line: is.neq(me) }
  return store.change('activities', is.and([hers, is.or([{ seatsLeft: is.lte(0) }, { waiting: is.gt(0) }])]), {
    waiting: is.inc(1),
    line: is.push([me]),
    touchedAt: now,
  })
}

const openAt = ({ is }: KnownWorld['store'], _id: string, now: number) => ({
  _id,
  state: 'published',
  opensAt: is.lte(now),
  closesAt: is.gt(now),
})

async function seated(world: KnownWorld, seen: Ruled): Promise<Joined> {
  await writeJoined(world, seen, world.id, { state: 'in', answerBy: null }, true)
  return {
    parts: [],
    mine: { state: 'in', position: null, answerBy: null, since: world.now, unit: null },
    seatsLeft: shownSeatsLeft({ ...seen, seatsLeft: seen.seatsLeft - 1 }),
    waiting: 0,
  }
}

/** Her part when the seats say she is in or waiting; makes sure that her row says so too. `isNew`: her place was taken just now. */
async function partHeld(world: KnownWorld, seats: Seated, isNew: boolean): Promise<Joined | null> {
  const where = whereIs(seats, world.id)
  if (where === 'out') return null
  const row = isNew ? null : await world.store.read('signups', world.ids.row(seats._id, world.id), rowFields)
  // Whoever moved up already has a row that says so.
  const isFirst = isNew && where === 'waiting'
  if (!row?.live) await writeJoined(world, seats, world.id, { state: where, answerBy: null }, isFirst)
  // Whoever freed a seat and was cut off is helped by the next to come.
  if (lineMoves(seats, world.now) && nextInLine(seats).length > 0) await moveUp(world, seats._id, helped)
  const mine = partOf(seats, world.id, row?.live ? row : null, world.now)
  return mine && { mine, parts: [], seatsLeft: shownSeatsLeft(seats), waiting: seats.waiting }
}

const rowFields = ['live', 'state', 'since', 'answerBy'] as const
