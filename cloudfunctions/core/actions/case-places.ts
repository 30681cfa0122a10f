// Places of projects' days that were taken for cases which never came: a crash between the two leaves them.
import { dayOf } from '../domain/times'
import type { ProjectDoc } from '../ports/documents'
import { isGivenUp, unbook } from './case-booking'
import type { World } from './world'

/** How often the places are looked through, ms. */
const lookEvery = 30 * 60_000
/** Projects looked at together. */
const pageSize = 100
const markId = 'casePlaces'

/** Gives back, half an hour after it first saw them, places without a case; at once those of cases given up; forgets days over. */
export async function giveBackPlaces(world: World, isTimeLeft: () => boolean): Promise<void> {
  const { store, now } = world
  const mark = await store.read('marks', markId)
  if (mark && mark.at > now - lookEvery) return
  const suspects = new Set((mark?.cursor ?? '').split(' '))
  const missing: string[] = []
  let last = ''
  for (let isMore = true; isMore;) {
    if (!isTimeLeft()) return
    const order = [['_id', 'asc']] as const
    const page = await store.find('projects', { _id: store.is.gt(last) }, { order, limit: pageSize })
    for (const project of page) missing.push(...(await lookThrough(world, project, suspects)))
    last = page.at(-1)?._id ?? ''
    isMore = page.length === pageSize
  }
  const seen = { at: now, cursor: missing.join(' ') }
  if (!mark) await store.add('marks', { _id: markId, ...seen })
  else await store.change('marks', { _id: markId, at: mark.at }, seen)
}

/** Ids of cases that hold a place and are not there; those missing the second time have it no more. */
async function lookThrough(
  world: World,
  { _id: id, booked }: ProjectDoc,
  suspects: ReadonlySet<string>,
): Promise<string[]> {
  const { store, now } = world
  const today = dayOf(now)
  const over = Object.keys(booked).filter((day) => day < today)
  const gone = Object.fromEntries(over.map((day) => [`booked.${day}`, store.is.remove()]))
  if (over.length > 0) await store.change('projects', { _id: id }, gone)
  const missing: string[] = []
  for (const [day, taken] of Object.entries(booked)) {
    if (day < today || taken.length === 0) continue
    const cases = await store.readMany('cases', taken, ['state', 'outcome'])
    for (const caseId of taken) {
      const kase = cases.get(caseId)
      if (kase ? isGivenUp(kase) : suspects.has(caseId)) await unbook(world, { id, day }, caseId)
      else if (!kase) missing.push(caseId)
    }
  }
  return missing
}
