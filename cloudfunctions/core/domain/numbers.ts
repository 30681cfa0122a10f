// Where telephone numbers of other people stand in what is answered: the one list of them.
// Numbers of teams, units, communities, places and contacts of activities are given out to be called, and are not in it.

interface Numbers {
  /** Paths to them, `*` for every item of a list. */
  at: readonly string[]
  /** What becomes of an answer that would bring too many: nothing of it comes, or all of it without numbers. */
  beyond: 'refused' | 'blank'
}

const row = ['items.*.phone'] as const
const ofCase = [
  'contact.phone',
  'askerContact.phone',
  'alsoToCall.*.phone',
  'helpers.*.phone',
  'units.*.phone',
] as const

/** Lists are refused; what is done, and a day that goes on, are answered without numbers. */
export const numbersIn: Readonly<Partial<Record<string, Numbers>>> = {
  'activity.roster': { at: row, beyond: 'refused' },
  'team.members': { at: row, beyond: 'refused' },
  'reach.list': { at: row, beyond: 'refused' },
  'reach.tick': { at: ['row.phone'], beyond: 'blank' },
  'day.sheet': { at: row, beyond: 'blank' },
  'day.merge': { at: ['results.*.row.phone'], beyond: 'blank' },
  'station.elders': { at: row, beyond: 'refused' },
  'station.enter': { at: ['phone'], beyond: 'blank' },
  'station.keeper': { at: ['phone'], beyond: 'blank' },
  'case.get': { at: ofCase, beyond: 'refused' },
  'case.party': { at: ofCase, beyond: 'blank' },
  'case.move': { at: ofCase, beyond: 'blank' },
}

const childrenOf = (value: unknown, name: string): unknown[] => {
  if (typeof value !== 'object' || value === null) return []
  return name === '*' ? Object.values(value) : [Reflect.get(value, name)]
}

const at = (value: unknown, [name, ...rest]: readonly string[]): unknown[] =>
  name === undefined ? [value] : childrenOf(value, name).flatMap((child) => at(child, rest))

/** The numbers that an answer brings, each once. */
export function numbersOf({ at: paths }: Numbers, answer: unknown): string[] {
  const found = paths.flatMap((path) => at(answer, path.split('.')))
  return [...new Set(found.filter((each): each is string => typeof each === 'string' && each !== ''))]
}

/** The same answer without its numbers. */
export function withoutNumbers({ at: paths }: Numbers, answer: unknown): unknown {
  return paths.reduce((left, path) => blanked(left, path.split('.')), answer)
}

function blanked(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return typeof value === 'string' ? '' : value
  if (Array.isArray(value)) return name === '*' ? value.map((child) => blanked(child, rest)) : value
  if (typeof value !== 'object' || value === null || !(name in value)) return value
  return { ...value, [name]: blanked(Reflect.get(value, name), rest) }
}
