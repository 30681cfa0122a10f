import { edit, refuse, type UnitForm } from '../contract'
import { changedFields, formProblem, isMoved, type FormField } from '../domain/form'
import { ceiling } from '../domain/seats'
import { notOn } from '../domain/sign-up'
import { emptyUnit } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import type { Terms } from '../ports/store'
import { filledIn, wordsIn } from './activity-form'
import { pageFor } from './activity-get'
import { endAsking } from './asking-ends'
import { note } from './audit'
import { checkWords } from './checking'
import { promisedDraw } from './draw'
import { forActivityDesk } from './kernel'
import { moveUp } from './line'
import { carryOn, promise, toldOf } from './tasks'
import type { World } from './world'

export const editActivity = forActivityDesk(edit, async ({ id, revision, form }, world, { activity, team }) => {
  if (activity.state === 'draft') return refuse('activity.changed_meanwhile')
  if (form.teamId !== team._id) return refuse('access.denied')
  const wanted = filledIn(form, team)
  const changed = changedFields(activity, wanted)
  // A repeated tap finds its own change made already, and makes sure of what follows from it.
  const isRepeated = activity.revision === revision + 1 && changed.length === 0
  if (!isRepeated) {
    const over = notOn(activity, world.now)
    if (over) return over
    if (activity.revision !== revision) return refuse('activity.changed_meanwhile')
    const no = formProblem(form, world.now, activity.startsAt) ?? (await checkWords(world, wordsIn(form)))
    const taken = no ?? unitTaken(activity, wanted.units)
    if (taken) return taken
  }
  if (!isRepeated && changed.length === 0) {
    return { page: await pageFor(world, activity, true), changed: [], told: 0 }
  }
  const task = await promise(world, 'changed', isRepeated ? { ...activity, revision } : activity)
  const isMade =
    isRepeated || (await change(world, activity, wanted, changed)) > 0 || (await isMadeAlready(world, activity, wanted))
  if (!isMade) return overtaken(world, activity, wanted.units)
  await note(world, 'activity.edit', id, revision + 1, isRepeated ? activity.lastChange : changed)
  await carryOn(world, task)
  await endAsking(world, id)
  await moveUp(world, id)
  const after = await world.store.read('activities', id)
  if (!after) return refuse('access.gone')
  return { page: await pageFor(world, after, true), changed: after.lastChange ?? [], told: toldOf(after) }
})

/** Whether a second tap at the same moment made this very change. */
async function isMadeAlready({ store }: World, { _id, revision }: ActivityDoc, wanted: ReturnType<typeof filledIn>) {
  const now = await store.read('activities', _id)
  return now?.revision === revision + 1 && changedFields(now, wanted).length === 0
}

/**
 * The first post or slot that the form leaves out though somebody has it, waits for it or asked for it; null when none.
 * Seats that are in no post cannot be cut into posts either while somebody has one.
 */
export function unitTaken({ units = [], seats = {}, ...whole }: ActivityDoc, wanted: readonly UnitForm[]) {
  const isAnyone = whole.holders.length + whole.line.length + (whole.pool ?? []).length > 0
  if (units.length === 0 && wanted.length > 0 && isAnyone)
    return refuse('activity.unit_taken_by_people', { unit: '不分岗位的名额' })
  const gone = units.filter((unit) => !wanted.some((each) => each.id === unit.id))
  const taken = gone.find(({ id }) => {
    const { holders = [], line = [], pool = [] } = seats[id] ?? {}
    return holders.length + line.length + pool.length > 0
  })
  return taken ? refuse('activity.unit_taken_by_people', { unit: taken.name }) : null
}

/** Somebody took a unit in the very moment in which it was to go, or somebody else edited. */
async function overtaken(world: World, { _id, revision }: ActivityDoc, wanted: readonly UnitForm[]) {
  const now = await world.store.read('activities', _id)
  const taken = now?.revision === revision ? unitTaken(now, wanted) : null
  return taken ?? refuse('activity.changed_meanwhile')
}

/** Seats of the units as a form changes them; a unit goes only while nobody is in it. */
function unitsChanged(
  is: World['store']['is'],
  { units = [], seats = {} }: ActivityDoc,
  wanted: readonly UnitForm[],
): { where: Terms; data: Terms } {
  const nobody = { taken: 0, waiting: 0, 'pool.0': is.exists(false) }
  const where: Terms = units.length === 0 && wanted.length > 0 ? nobody : {}
  const data: Terms = {}
  for (const unit of wanted) {
    const before = units.find((each) => each.id === unit.id)
    if (!before || !seats[unit.id]) data[`seats.${unit.id}`] = is.set(emptyUnit(unit))
    else if (before.capacity !== unit.capacity) data[`seats.${unit.id}.left`] = is.inc(unit.capacity - before.capacity)
    if (before && before.capacity > unit.capacity) data.isCrowded = true
  }
  for (const { id } of units.filter((unit) => !wanted.some((each) => each.id === unit.id))) {
    for (const list of ['holders', 'line', 'pool']) where[`seats.${id}.${list}.0`] = is.exists(false)
    data[`seats.${id}`] = is.remove()
  }
  return { where, data }
}

/**
 * One write: the new form, and as many seats more or fewer as the capacity says; 0 when somebody else was quicker, or
 * has a post that the form leaves out. A meeting of a series is changed by itself, unless `withSeries` brings what its
 * series writes with it.
 */
export async function change(
  world: World,
  activity: ActivityDoc,
  { place, contact, ages, ...fields }: ReturnType<typeof filledIn>,
  changed: readonly FormField[],
  withSeries?: Partial<ActivityDoc>,
): Promise<number> {
  const { store, now } = world
  const { is } = store
  const { _id, revision, capacity, seriesId } = activity
  const units = unitsChanged(is, activity, fields.units)
  const draw = activity.draw ?? (await promisedDraw(world, _id, fields.drawAt))
  return store.change(
    'activities',
    { _id, revision, state: is.in(['published', 'closed']), ...units.where },
    {
      ...fields,
      place: is.set(place),
      contact: is.set(contact),
      ages: is.set(ages),
      ...units.data,
      ...(draw && !activity.draw && { draw: is.set(draw) }),
      seatsLeft: is.inc(ceiling(fields.capacity) - ceiling(capacity)),
      revision: is.inc(1),
      lastChange: [...changed],
      ...(isMoved(changed) && { movedIn: revision + 1 }),
      touchedAt: now,
      // A meeting changed by itself stays as it is when its series is changed later.
      ...(withSeries ?? (seriesId ? { isChanged: true } : {})),
    },
  )
}
