// Where telephone numbers of other people stand in what is answered: the one list of them.
// Numbers of teams, units, communities, places and contacts of activities are given out to be called, and are not in it.
import type { ActionName } from '../contract'

const row = ['items.*.phone'] as const
const ofCase = [
  'contact.phone',
  'askerContact.phone',
  'alsoToCall.*.phone',
  'answers.*.phone',
  'helpers.*.phone',
  'units.*.phone',
] as const

/** Paths to them by action, `*` for every item of a list. Each such answer has a field `held`. */
export const numbersIn: Readonly<Partial<Record<ActionName, readonly string[]>>> = {
  'activity.roster': row,
  'team.members': row,
  'reach.list': row,
  'reach.tick': ['row.phone'],
  'day.sheet': row,
  'day.merge': ['results.*.row.phone'],
  'station.elders': row,
  'station.enter': ['phone'],
  'station.keeper': ['phone'],
  'case.get': ofCase,
  'case.party': ofCase,
  'case.move': ofCase,
}

const childrenOf = (value: unknown, name: string): unknown[] => {
  if (typeof value !== 'object' || value === null) return []
  return name === '*' ? Object.values(value) : [Reflect.get(value, name)]
}

const at = (value: unknown, [name, ...rest]: readonly string[]): unknown[] =>
  name === undefined ? [value] : childrenOf(value, name).flatMap((child) => at(child, rest))

/** The numbers that an answer brings at these paths, each once. */
export function numbersOf(paths: readonly string[], answer: unknown): string[] {
  const found = paths.flatMap((path) => at(answer, path.split('.')))
  return [...new Set(found.filter((each): each is string => typeof each === 'string' && each !== ''))]
}

/** The same answer without its numbers, which says for how many minutes they are held back. */
export function withoutNumbers(paths: readonly string[], answer: object, held: number): object {
  return { ...paths.reduce((left, path) => blanked(left, path.split('.')), answer), held }
}

function blanked<T>(value: T, [name, ...rest]: readonly string[]): T
function blanked(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return typeof value === 'string' ? '' : value
  if (Array.isArray(value)) return name === '*' ? value.map((child) => blanked(child, rest)) : value
  if (typeof value !== 'object' || value === null || !(name in value)) return value
  return { ...value, [name]: blanked(Reflect.get(value, name), rest) }
}
