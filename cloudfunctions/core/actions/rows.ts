// The rows follow the seats: each is written after them, can be written again, and is mended by the timer.
import { isLookedFor } from '../domain/attendance'
import { timesOf } from '../domain/units'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import type { World } from './world'

type About = Pick<ActivityDoc, '_id' | 'teamId' | 'startsAt' | 'endsAt' | 'units'>
/** What her row says: a seat, a seat that waits for her answer till `answerBy`, a place in the line, a wish, or none. */
export interface Part {
  state: SignupDoc['state']
  answerBy: number | null
}
/** What else is noted of a sign-up; nothing of it for one who came alone, by herself, to no unit. */
export type Notes = Pick<SignupDoc, 'unit' | 'by' | 'party' | 'answers' | 'guardian'>

const isLive = (state: SignupDoc['state']) => state !== 'left'
/** How many steps of its own history a row keeps. */
const longestHistory = 20
const movedUp = 'moved up'
/** A call is over after this long, ms: as long as a function may run. */
export const longestCall = 20_000

const newRow = (
  world: World,
  about: About,
  personId: string,
  part: Part,
  what: string,
  notes: Notes = {},
): SignupDoc => ({
  _id: world.ids.row(about._id, personId),
  activityId: about._id,
  personId,
  teamId: about.teamId,
  ...part,
  live: isLive(part.state),
  since: world.now,
  ...timesOf(about, notes.unit),
  ...notes,
  ...(isLookedFor(personId, notes.by) && { isLookedFor: true }),
  history: [{ at: world.now, by: world.id || 'timer', what }],
})

const step = (world: World, what: string) =>
  world.store.is.push({ each: [{ at: world.now, by: world.id || 'timer', what }], slice: -longestHistory })

/** The notes of a sign-up that begins anew, in place of those of the one before. */
const notesAnew = ({ is }: World['store'], { unit, by, party, answers, guardian }: Notes) => ({
  unit: unit ?? is.remove(),
  by: by ?? is.remove(),
  party: party ?? is.remove(),
  answers: answers ? is.set(answers) : is.remove(),
  guardian: guardian ? is.set(guardian) : is.remove(),
  declining: is.remove(),
  releasing: is.remove(),
})

/**
 * Notes that she signed up; a row she left before comes back to life, a live one stays as it is. With `isNew` her place
 * was taken just now, so a live row is of a sign-up that ended without a note, and begins anew too.
 */
export async function writeJoined(
  world: World,
  about: About,
  personId: string,
  part: Part,
  isNew = false,
  notes: Notes = {},
): Promise<void> {
  const { is } = world.store
  const row = newRow(world, about, personId, part, 'joined', notes)
  if (await world.store.add('signups', row)) return
  const { _id, startsAt, endsAt, since } = row
  const over = { _id, live: false }
  // One that was first written when she moved up is of this sign-up: somebody freed a seat before this row was written.
  // And so is one that says the same since a moment ago: the same call, made twice at once.
  const forgotten = { _id, live: true, since: is.lte(since), 'history.0.what': is.neq(movedUp) }
  const other = [
    { ...forgotten, state: is.neq(part.state) },
    { ...forgotten, since: is.lte(since - longestCall) },
  ]
  await world.store.change('signups', isNew ? is.or([over, ...other]) : over, {
    ...part,
    ...notesAnew(world.store, notes),
    isLookedFor: row.isLookedFor ?? is.remove(),
    live: true,
    since,
    startsAt,
    endsAt,
    history: step(world, 'joined'),
  })
}

/** Adds what a row lacks, since it was written by whoever mended it, or what she answers anew. */
export async function writeNotes(world: World, activityId: string, personId: string, notes: Notes): Promise<void> {
  const { answers, guardian, ...plain } = notes
  const { is } = world.store
  const data = {
    ...plain,
    ...(answers && { answers: is.set(answers) }),
    ...(guardian && { guardian: is.set(guardian) }),
  }
  if (Object.keys(data).length === 0) return
  await world.store.change('signups', { _id: world.ids.row(activityId, personId), live: true }, data)
}

/** Notes that she moved up; one that already says so, or her yes to it, stays. Writes a row when there is none. */
export async function writeMovedUp(
  caller: World,
  about: About,
  personId: string,
  part: Part,
  notes: Notes = {},
): Promise<void> {
  // It is the line that moves, whoever made room.
  const world = { ...caller, id: '' }
  const _id = world.ids.row(about._id, personId)
  const before = { _id, state: world.store.is.in(['waiting', 'left']) }
  const data = { ...part, live: true, history: step(world, movedUp) }
  if (await world.store.change('signups', before, data)) return
  await world.store.add('signups', newRow(world, about, personId, part, movedUp, notes))
}

/** Makes her row say this part; writes one when there is none. */
export async function writePart(
  world: World,
  about: About,
  personId: string,
  part: Part,
  what: string,
  notes: Notes = {},
): Promise<void> {
  const _id = world.ids.row(about._id, personId)
  const data = { ...part, live: isLive(part.state), history: step(world, what) }
  const changed = await world.store.change('signups', { _id, state: world.store.is.neq(part.state) }, data)
  if (changed === 0 && isLive(part.state))
    await world.store.add('signups', newRow(world, about, personId, part, what, notes))
}

/** Lets the rows follow the activity's times, and those of its units. */
export async function followTimes({ store }: World, activity: ActivityDoc): Promise<void> {
  const { _id: activityId, startsAt, endsAt } = activity
  const own = (activity.units ?? []).filter((unit) => unit.startsAt !== null || unit.endsAt !== null)
  const elsewhere = own.length > 0 ? { unit: store.is.nin(own.map((unit) => unit.id)) } : {}
  await store.change('signups', { activityId, ...elsewhere }, { startsAt, endsAt })
  for (const unit of own) await store.change('signups', { activityId, unit: unit.id }, timesOf(activity, unit.id))
}
