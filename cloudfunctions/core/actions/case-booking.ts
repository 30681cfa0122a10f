// An order from the menu takes one of the day's places of its project before the case is written, and gives it back when
// it is not to be: one conditional update each, repeatable; a place whose case never came is given back by the timer.
import { refuse, type Refusal } from '../contract'
import { bookableDays, leftOn } from '../domain/project-days'
import { dateWords, momentOfDay } from '../domain/times'
import type { CaseDoc, ProjectDoc } from '../ports/documents'
import type { World } from './world'

/** Takes a place for a case; the project, or why there is none. Taking it again is having it. */
export async function book(
  { store, now }: World,
  { id, day }: { id: string; day: string },
  caseId: string,
  communityId: string,
): Promise<ProjectDoc | Refusal<'case.day_full' | 'case.day_over'>> {
  const project = await store.read('projects', id)
  if (project?.communityId !== communityId) return refuse('case.day_over')
  if (project.booked[day]?.includes(caseId)) return project
  if (!bookableDays(project, now).includes(day)) return refuse('case.day_over')
  const full = refuse('case.day_full', { day: dateWords(momentOfDay(day), now) })
  if (leftOn(project, day) === 0) return full
  const { is } = store
  const free = {
    ...{ _id: id, isOn: true, perDay: project.perDay },
    [`booked.${day}.${project.perDay - 1}`]: is.exists(false),
    [`booked.${day}`]: is.neq(caseId),
  }
  const isTaken = await store.change('projects', free, { [`booked.${day}`]: is.push([caseId]) })
  return isTaken || (await store.count('projects', { _id: id, [`booked.${day}`]: caseId })) ? project : full
}

/** Gives a place back; harmless when it was given back already. */
export const unbook = ({ store }: World, { id, day }: { id: string; day: string }, caseId: string) =>
  store.change('projects', { _id: id }, { [`booked.${day}`]: store.is.pull(caseId) })

/** Whether a case that stands so needs its place no more: it is over without having been done. */
export const isGivenUp = ({ state, outcome }: Pick<CaseDoc, 'state' | 'outcome'>) =>
  state === 'closed' && outcome !== 'done'
