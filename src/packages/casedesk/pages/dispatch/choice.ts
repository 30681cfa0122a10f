// To whom a case is to go, while it is being chosen.
import type { Clock, OutputOf, actions } from '@core/contract'
import type { Step } from '../../use-move'

export type Unit = OutputOf<typeof actions.matches>['units'][number]

/** The first unit leads. `people` names one of a unit, by unit. */
export interface Choice {
  isJoint: boolean
  units: string[]
  people: Record<string, string>
  clock: Clock | null
  words: string
}

/** The most units that are whistled for at once. */
export const mostUnits = 5

/** Nothing chosen but the likeliest; one that has said no is not proposed again. */
export const firstChoice = (units: readonly Unit[], declined: readonly string[]): Choice => {
  const likeliest = units.find(({ id }) => !declined.includes(id))
  return { isJoint: false, units: likeliest ? [likeliest.id] : [], people: {}, clock: null, words: '' }
}

/** After a tap on a unit: alone it takes the other's place, jointly it comes in or goes. */
export function tapped(choice: Choice, id: string): Choice {
  if (!choice.isJoint) return { ...choice, units: [id] }
  if (choice.units.includes(id)) return { ...choice, units: choice.units.filter((each) => each !== id) }
  return choice.units.length < mostUnits ? { ...choice, units: [...choice.units, id] } : choice
}

/** Jointly or alone; alone the leading one stays. */
export const together = (choice: Choice, isJoint: boolean): Choice => ({
  ...choice,
  isJoint,
  units: isJoint ? choice.units : choice.units.slice(0, 1),
})

/** With another one leading. */
export const ledBy = (choice: Choice, id: string): Choice => ({
  ...choice,
  units: [id, ...choice.units.filter((each) => each !== id)],
})

/** The move that sends it. */
export const stepOf = ({ units, people, clock, words }: Choice): Step => ({
  move: 'dispatch',
  units,
  people: Object.fromEntries(Object.entries(people).filter(([unit, person]) => units.includes(unit) && person)),
  clock,
  words: words.trim(),
})

/** 县供电所; 2 家，县供电所牵头. */
export function toWords({ units }: Choice, known: readonly Unit[]): string {
  const lead = known.find(({ id }) => id === units[0])?.name ?? ''
  return units.length < 2 ? lead : `${units.length} 家，${lead}牵头`
}
