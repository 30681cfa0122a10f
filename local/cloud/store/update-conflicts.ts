import { updateFailed } from './faults'
import { isIndex } from './update-path'

/** Refuses two edits of which one lies on the other's path; named is the upper one, as MongoDB does. */
export function refuseOverlap(taken: string[][], parts: string[]): void {
  const clash = taken.find((other) => overlap(other, parts, (a, b) => a === b))
  if (clash) {
    const upper = clash.length < parts.length ? clash : parts
    throw updateFailed(`Updating the path '${parts.join('.')}' would create a conflict at '${upper.join('.')}'`)
  }
  taken.push(parts)
}

/** The same for paths whose `$` has been found: `rows.$` and `rows.0` may turn out to be one item. */
export function refuseOverlapFound(taken: string[][], parts: string[]): void {
  const isOne = (a: string, b: string) => a === b || (a === '$[]' && isIndex(b)) || (b === '$[]' && isIndex(a))
  const clash = taken.find((other) => overlap(other, parts, isOne))
  if (clash) {
    const upper = clash.length < parts.length ? clash : parts
    throw updateFailed(`Update created a conflict at '${upper.join('.')}'`)
  }
  taken.push(parts)
}

function overlap(one: string[], other: string[], isSame: (a: string, b: string) => boolean): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.every((part, i) => isSame(part, long[i] ?? ''))
}
