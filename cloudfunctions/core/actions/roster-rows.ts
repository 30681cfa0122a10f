// Lines of a roster: whole names and numbers, for those who run the activity.
import type { RosterRow } from '../contract'
import { ageAt } from '../domain/ages'
import { positionOf, whereIs } from '../domain/seats'
import { seatsFor, unitOf } from '../domain/units'
import type { ActivityDoc } from '../ports/documents'
import { knownPersons } from './persons'
import { reach } from './reaching'
import type { World } from './world'

const rowFields = ['state', 'since', 'unit', 'by', 'party', 'answers'] as const

/** What is known of these people's sign-ups; of whoever gave her seat back, neither number nor answers. */
export async function rosterRows(
  world: World,
  activity: ActivityDoc,
  people: string[],
  which: 'in' | 'waiting' | 'asked' | 'left',
): Promise<RosterRow[]> {
  const rowOf = (personId: string) => world.ids.row(activity._id, personId)
  const rows = await world.store.readMany('signups', people.map(rowOf), rowFields)
  const around = [...rows.values()].flatMap(({ by, party = [] }) => [...party, ...(by ? [by] : [])])
  const known = await knownPersons(world, [...new Set([...people, ...around])])
  const nameOf = (personId: string) => known.get(personId)?.name ?? ''
  const isThere = (personId: string) => whereIs(activity, personId) !== 'out'
  const isLeft = which === 'left'
  const reached = await reach(world, isLeft ? [] : people, known, (personId) => rows.get(rowOf(personId))?.by)
  return people.map((personId): RosterRow => {
    const row = rows.get(rowOf(personId))
    const person = known.get(personId)
    const unit = unitOf(activity, personId) ?? (row?.unit || null)
    const party = (row?.party ?? []).filter((each) => each !== personId && isThere(each))
    return {
      personId,
      name: person?.name ?? '',
      ...(isLeft ? { phone: '', phoneOf: '' } : reached(personId)),
      state: which === 'in' && row?.state === 'offered' ? 'offered' : which,
      position: which === 'waiting' ? positionOf(seatsFor(activity, unit).line, personId) : null,
      since: row?.since ?? activity.createdAt,
      kind: person?.kind ?? 'account',
      age: ageAt(person?.born, activity.startsAt),
      unit,
      party: isLeft ? [] : party.map(nameOf).filter(Boolean),
      broughtBy: row?.by && row.by !== personId ? nameOf(row.by) : '',
      answers: isLeft ? {} : (row?.answers ?? {}),
      missed: person?.missed ? { title: person.missed.title, at: person.missed.at } : null,
    }
  })
}
