import { distinct, mergeObjects } from './expression-lists'
import { isNothing } from './expression-call'
import { compareValues } from './values'

const numbersIn = (values: unknown[]) => values.filter((value): value is number => typeof value === 'number')

const presentIn = (values: unknown[]) => values.filter((value) => value !== undefined)

// Kahan's sum: MongoDB too keeps what a double loses, so that ten times 0.1 are 1.
function sumOf(numbers: number[]): number {
  let [sum, lost] = [0, 0]
  for (const number of numbers) {
    const added = sum + number
    lost += Math.abs(sum) >= Math.abs(number) ? sum - added + number : number - added + sum
    sum = added
  }
  return Number.isFinite(sum) ? sum + lost : sum
}

function deviation(values: unknown[], fewer: number): number | null {
  const numbers = numbersIn(values)
  if (numbers.length <= fewer) return null
  const mean = sumOf(numbers) / numbers.length
  return Math.sqrt(sumOf(numbers.map((number) => (number - mean) ** 2)) / (numbers.length - fewer))
}

function extreme(values: unknown[], direction: 1 | -1): unknown {
  const known = values.filter((value) => !isNothing(value))
  if (!known.length) return null
  return known.reduce((best, value) => (compareValues(value, best) * direction > 0 ? value : best))
}

/** What each accumulator makes of a group's values, in their order; `undefined` stands for a missing one. */
export const folds: Record<string, (values: unknown[]) => unknown> = {
  $sum: (values) => sumOf(numbersIn(values)),
  $avg: (values) => {
    const numbers = numbersIn(values)
    return numbers.length ? sumOf(numbers) / numbers.length : null
  },
  $min: (values) => extreme(values, -1),
  $max: (values) => extreme(values, 1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: presentIn,
  $addToSet: (values) => distinct(presentIn(values)),
  $stdDevPop: (values) => deviation(values, 0),
  $stdDevSamp: (values) => deviation(values, 1),
  $mergeObjects: mergeObjects,
}
