// The people of a roster, page by page, as a list to take away says them.
import { whereIs } from '../domain/seats'
import { ageAt } from '../domain/ages'
import {
  ageWords,
  answerWords,
  attendanceWords,
  kindWords,
  standingWords,
  type RosterLine,
  type Standing,
} from '../domain/roster-lines'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { knownPersons, type KnownPerson } from './persons'
import type { World } from './world'

/** People read together. */
const pageSize = 200
const rowFields = ['personId', 'state', 'unit', 'by', 'answers', 'attendance', 'minutes'] as const
type Row = Pick<SignupDoc, (typeof rowFields)[number]>

/** Everyone with a seat, then who waits, then who asked; `onPage` is told how many are read. */
export async function rosterLines(
  world: World,
  activity: ActivityDoc,
  phones: boolean,
  onPage: (done: number) => Promise<void>,
): Promise<RosterLine[]> {
  const everyone = [...byUnit(activity), ...activity.line, ...(activity.pool ?? [])]
  const found: RosterLine[] = []
  for (let from = 0; from < everyone.length; from += pageSize) {
    const page = everyone.slice(from, from + pageSize)
    const rowIds = page.map((id) => world.ids.row(activity._id, id))
    const rows = await world.store.readMany('signups', rowIds, rowFields)
    const bringers = [...rows.values()].flatMap((row) => row.by ?? [])
    const known = await knownPersons(world, [...page, ...bringers])
    for (const personId of page) {
      const person = known.get(personId)
      const row = rows.get(world.ids.row(activity._id, personId))
      const number = found.length + 1
      const line = { ...lineOf(activity, personId, person, row), broughtBy: broughtBy(personId, row, known), number }
      found.push({ ...line, phone: phones ? (person?.phone ?? '') : '' })
    }
    await onPage(found.length)
  }
  return found
}

/** Those with a seat in the order of posts and slots, in each as they came. */
function byUnit({ holders, units = [], seats = {} }: ActivityDoc): string[] {
  if (units.length === 0) return holders
  const placed = units.flatMap((unit) => seats[unit.id]?.holders ?? [])
  const isPlaced = new Set(placed)
  return [...placed.filter((id) => holders.includes(id)), ...holders.filter((id) => !isPlaced.has(id))]
}

function lineOf(activity: ActivityDoc, personId: string, person: KnownPerson | undefined, row: Row | undefined) {
  return {
    name: person?.name ?? '',
    kind: person ? kindWords(person.kind) : '',
    age: ageWords(ageAt(person?.born, activity.startsAt)),
    unit: activity.units?.find((unit) => unit.id === row?.unit)?.name ?? '',
    state: standingWords(standing(activity, personId, row)),
    answers: (activity.questions ?? []).map((question) => answerWords(row?.answers?.[question.id])),
    attendance: attendanceWords(row?.attendance),
    minutes: row?.minutes ?? null,
  }
}

function standing(activity: ActivityDoc, personId: string, row: Row | undefined): Standing {
  const where = whereIs(activity, personId)
  if (where === 'waiting') return { state: 'waiting', position: activity.line.indexOf(personId) + 1 }
  if (where !== 'in') return { state: 'asked' }
  return { state: row?.state === 'offered' ? 'offered' : 'in' }
}

/** Whoever signed her up: by what she is called herself; '' when she did it herself. */
function broughtBy(personId: string, row: Row | undefined, known: ReadonlyMap<string, KnownPerson>): string {
  return row?.by && row.by !== personId ? (known.get(row.by)?.name ?? '') : ''
}
