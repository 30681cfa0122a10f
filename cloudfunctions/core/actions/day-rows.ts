// How a person on the day becomes what those who run the activity see of her.
import type { DayRow } from '../contract'
import { ageAt } from '../domain/ages'
import { homeAtOf, inAtOf, isOutAssumed, outAtOf, roleIn } from '../domain/attendance'
import { timesOf } from '../domain/units'
import { plannedMinutes, servedMinutes } from '../domain/hours'
import type { ActivityDoc, SignupDoc } from '../ports/documents'
import { knownPersons, type KnownPerson } from './persons'
import { reach } from './reaching'
import type { World } from './world'

/** What of a row the day looks at. */
export const dayFields = [
  '_id',
  'personId',
  'state',
  'live',
  'startsAt',
  'endsAt',
  'unit',
  'by',
  'ins',
  'outs',
  'undone',
  'homes',
  'outAssumed',
  'attendance',
  'minutes',
  'own',
  'word',
] as const satisfies readonly (keyof SignupDoc)[]
export type DaySignup = Pick<SignupDoc, (typeof dayFields)[number]>

/** What of an activity the day looks at; the people in it besides. */
export type DayActivity = Pick<
  ActivityDoc,
  '_id' | 'startsAt' | 'endsAt' | 'holders' | 'line' | 'pool' | 'units' | 'serves'
>

/** The rows of these people in an activity, by person. */
export async function signupsOf(
  { store, ids }: World,
  activityId: string,
  people: readonly string[],
): Promise<Map<string, DaySignup>> {
  const wanted = people.map((personId) => ids.row(activityId, personId))
  const rows = await store.readMany('signups', wanted, dayFields)
  return new Map([...rows.values()].map((row) => [row.personId, row]))
}

/** These people on the day, in their order, with whole numbers: only for those who run the activity. */
export async function dayRowsOf(
  world: World,
  activity: DayActivity,
  people: readonly string[],
  rows: ReadonlyMap<string, DaySignup>,
): Promise<DayRow[]> {
  const broughtBy = [...rows.values()].flatMap(({ by, personId }) => (by && by !== personId ? [by] : []))
  const known = await knownPersons(world, [...people, ...broughtBy])
  const reached = await reach(world, people, known, (personId) => rows.get(personId)?.by)
  const holders = new Set(activity.holders)
  const waiting = new Set(activity.line)
  return people.map((personId) => {
    const row = rows.get(personId)
    const where = holders.has(personId) ? 'in' : waiting.has(personId) ? 'waiting' : 'asked'
    const brought = row?.by && row.by !== personId ? (known.get(row.by)?.name ?? '') : ''
    return {
      ...whoIs(known.get(personId), activity.startsAt),
      ...reached(personId),
      ...whatWas(activity, row),
      personId,
      broughtBy: brought,
      isMe: personId === world.id,
      state: where === 'in' && row?.state === 'offered' ? 'offered' : where,
    }
  })
}

const whoIs = (person: KnownPerson | undefined, at: number): Pick<DayRow, 'name' | 'kind' | 'age'> => ({
  name: person?.name ?? '',
  kind: person?.kind ?? 'account',
  age: ageAt(person?.born, at),
})

type Was = Omit<DayRow, 'personId' | 'name' | 'phone' | 'phoneOf' | 'kind' | 'age' | 'broughtBy' | 'isMe' | 'state'>

/** Her part of the day: where she was, since when, and what comes of it. Only helpers have hours. */
function whatWas(activity: DayActivity, row: DaySignup | undefined): Was {
  const unit = row?.unit || null
  const role = roleIn(activity, unit)
  const times = timesOf(activity, unit)
  const inAt = row ? inAtOf(row) : null
  const outAt = row ? outAtOf({ ...row, ...times }) : null
  const isHelper = role === 'helper'
  const wasThere = inAt !== null && outAt !== null
  return {
    unit,
    role,
    inAt,
    outAt,
    homeAt: row ? homeAtOf(row) : null,
    outAssumed: !!row && isOutAssumed(row),
    attendance: row?.attendance ?? null,
    planned: isHelper ? plannedMinutes(times) : 0,
    actual: isHelper && wasThere ? servedMinutes({ inAt, outAt, ...times }) : null,
    confirmed: isHelper ? (row?.minutes ?? null) : null,
    asked: (isHelper && row?.own) || null,
  }
}
