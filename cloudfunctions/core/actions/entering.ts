// People without a phone of their own here: an organiser enters them by name, from a call or from a pasted list.
import { enterPeople, isRefusal, refuse, type InputOf, type OutputOf } from '../contract'
import { whereIs } from '../domain/seats'
import { notOn } from '../domain/sign-up'
import type { ActivityDoc } from '../ports/documents'
import { isAsking } from './activity-join'
import { note } from './audit'
import { checkWords } from './checking'
import { guestRecord } from './guests'
import { forActivityDesk, type KnownWorld } from './kernel'
import { moveUp } from './line'
import { knownPersons } from './persons'
import { writeJoined } from './rows'
import { takePlaces, type Door } from './taking'

/** People looked up at once. */
const pageSize = 500

type Entered = OutputOf<typeof enterPeople>['items'][number]
type Named = InputOf<typeof enterPeople>['people'][number]

export const enterByName = forActivityDesk(enterPeople, async (input, world, { activity, team }) => {
  const { id, people, unit, anyway } = input
  if (activity.state === 'draft') return refuse('access.gone')
  const over = notOn(activity, world.now)
  if (over) return over
  const { units = [] } = activity
  if (unit === null && units.length > 0) return refuse('activity.needs_unit')
  if (unit !== null && !units.some((each) => each.id === unit)) return refuse('activity.unit_gone')
  const no = await checkWords(
    world,
    people.map((each) => each.name),
  )
  if (no) return no
  const there = await namesIn(world, activity)
  const items: Entered[] = []
  for (const named of people) {
    const item =
      judge(world, activity, named, there, anyway) ?? (await enterOne(world, activity, named, unit, team._id))
    if (item.personId && item.outcome !== 'full') there.push({ ...named, id: item.personId })
    items.push(item)
  }
  await moveUp(world, id)
  await note(world, 'activity.enter', id, world.now)
  return { items: await asTheyStand(world, id, items) }
})

interface There extends Named {
  id: string
}

/** Names and numbers of everyone who is in, waits or asked. */
async function namesIn(world: KnownWorld, { holders, line, pool = [] }: ActivityDoc): Promise<There[]> {
  const everyone = [...holders, ...line, ...pool]
  const there: There[] = []
  for (let from = 0; from < everyone.length; from += pageSize) {
    const known = await knownPersons(world, everyone.slice(from, from + pageSize))
    there.push(...[...known.values()].map(({ id, name, phone }) => ({ id, name, phone })))
  }
  return there
}

/**
 * Whoever need not or should not be entered: there under another id, or with a namesake there. Null for all others, also
 * for whoever was entered before: that her row was written is made sure of.
 */
function judge(
  world: KnownWorld,
  activity: ActivityDoc,
  { name, phone }: Named,
  there: readonly There[],
  anyway: boolean,
): Entered | null {
  const own = guestId(world, activity, { name, phone })
  const namesakes = there.filter((each) => each.name === name)
  if (namesakes.some((each) => each.id === own)) return null
  const same = namesakes.find((each) => each.phone === phone)
  if (same) return { name, personId: same.id, outcome: 'same' }
  return namesakes.length > 0 && !anyway ? { name, personId: null, outcome: 'name' } : null
}

/** With a number she is one person in her community; with a name alone, in this activity. */
const guestId = ({ ids }: KnownWorld, { _id, communityId }: ActivityDoc, { name, phone }: Named) =>
  ids.guest(phone ? communityId : _id, name, phone)

async function enterOne(
  world: KnownWorld,
  activity: ActivityDoc,
  named: Named,
  unit: string | null,
  teamId: string,
): Promise<Entered> {
  const { store, now } = world
  const { is } = store
  const personId = await recordOf(world, activity, named, teamId)
  const door: Door<'activity.over' | 'activity.called_off'> = {
    open: { _id: activity._id, state: is.in(['published', 'closed']), endsAt: is.gt(now) },
    shut: (seen) => notOn(seen, now),
    // The leader's own entering is her yes; a draw that is still to come is for everybody.
    asks: (seen) => isAsking({ ...seen, approval: false }),
    free: {},
  }
  const taken = await takePlaces(world, activity, [personId], unit, door)
  if (isRefusal(taken)) {
    const isThere = taken.refused === 'activity.unit_taken'
    return { name: named.name, personId: isThere ? personId : null, outcome: isThere ? 'same' : 'full' }
  }
  const where = taken.seen ? whereIs(taken.seen, personId) : 'in'
  const notes = { by: world.id, ...(unit !== null && { unit }) }
  const part = { state: where === 'out' ? 'in' : where, answerBy: null }
  const isNew = taken.isNew.length > 0
  await writeJoined(world, activity, personId, part, isNew && (where !== 'in' || !taken.seen), notes)
  const outcome = !isNew ? 'same' : where === 'in' ? 'in' : 'waiting'
  return { name: named.name, personId, outcome }
}

/** The record under which she is known here; the account, when she claimed it. */
async function recordOf(
  world: KnownWorld,
  activity: ActivityDoc,
  { name, phone }: Named,
  enteredBy: string,
): Promise<string> {
  const _id = guestId(world, activity, { name, phone })
  const doc = guestRecord({ _id, name, phone, communityId: activity.communityId, enteredBy }, world.now)
  if (await world.store.add('dependents', doc)) return doc._id
  const known = await world.store.read('dependents', doc._id, ['claimedBy'])
  return known?.claimedBy || doc._id
}

/** Whoever went to the line may have moved up in this very call. */
async function asTheyStand({ store }: KnownWorld, id: string, items: Entered[]): Promise<Entered[]> {
  if (!items.some((each) => each.outcome === 'waiting')) return items
  const seats = await store.read('activities', id, ['holders', 'line'])
  return items.map((each) => {
    const isIn = each.outcome === 'waiting' && each.personId !== null && seats?.holders.includes(each.personId)
    return isIn ? { ...each, outcome: 'in' } : each
  })
}
