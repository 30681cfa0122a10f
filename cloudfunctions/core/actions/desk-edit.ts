import { edit, refuse } from '../contract'
import { changedFields, formProblem, type FormField } from '../domain/form'
import { ceiling } from '../domain/seats'
import { notOn } from '../domain/sign-up'
import type { ActivityDoc } from '../ports/documents'
import { filledIn, wordsIn } from './activity-form'
import { pageFor } from './activity-get'
import { note } from './audit'
import { checkWords } from './checking'
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
    if (no) return no
  }
  if (!isRepeated && changed.length === 0) {
    return { page: await pageFor(world, activity, true), changed: [], told: 0 }
  }
  const task = await promise(world, 'changed', isRepeated ? { ...activity, revision } : activity)
  if (!isRepeated && !(await change(world, activity, wanted, changed))) return refuse('activity.changed_meanwhile')
  await note(world, 'activity.edit', id, revision + 1, isRepeated ? activity.lastChange : changed)
  await carryOn(world, task)
  await moveUp(world, id)
  const after = await world.store.read('activities', id)
  if (!after) return refuse('access.gone')
  return { page: await pageFor(world, after, true), changed: after.lastChange ?? [], told: toldOf(after) }
})

/**
 * One write: the new form, and as many seats more or fewer as the capacity says; 0 when somebody else was quicker. A
 * meeting of a series is changed by itself, unless `withSeries` brings what its series writes with it.
 */
export function change(
  { store, now }: World,
  { _id, revision, capacity, seriesId }: ActivityDoc,
  { place, contact, ...fields }: ReturnType<typeof filledIn>,
  changed: readonly FormField[],
  withSeries?: Partial<ActivityDoc>,
): Promise<number> {
  const { is } = store
  return store.change(
    'activities',
    { _id, revision, state: is.in(['published', 'closed']) },
    {
      ...fields,
      place: is.set(place),
      contact: is.set(contact),
      seatsLeft: is.inc(ceiling(fields.capacity) - ceiling(capacity)),
      revision: is.inc(1),
      lastChange: [...changed],
      touchedAt: now,
      // A meeting changed by itself stays as it is when its series is changed later.
      ...(withSeries ?? (seriesId ? { isChanged: true } : {})),
    },
  )
}
