import { type IndexEntry } from './ordered-index'
import { compareValues } from './values'

const FEW = 32

/**
 * Puts many index entries into order, those with the same key in the order they came. Grouping by one field after
 * the other looks at each key a few times, where comparing would look at it twenty times in a million.
 */
export function inKeyOrder(entries: IndexEntry[], directions: (1 | -1)[], depth = 0): IndexEntry[] {
  if (depth === directions.length || entries.length < 2) return entries
  const byKey = (a: IndexEntry, b: IndexEntry) => compareFrom(a.key, b.key, directions, depth)
  if (entries.length <= FEW) return entries.sort(byKey)
  const groups = new Map<unknown, IndexEntry[]>()
  for (const entry of entries) {
    const value = entry.key[depth]
    // Dates and objects are equal without being the same.
    if (typeof value === 'object' && value !== null) return entries.sort(byKey)
    const group = groups.get(value)
    if (group) group.push(entry)
    else groups.set(value, [entry])
  }
  const values = sorted([...groups.keys()])
  if (directions[depth] === -1) values.reverse()
  const ordered: IndexEntry[] = []
  for (const value of values) {
    for (const entry of inKeyOrder(groups.get(value) ?? [], directions, depth + 1)) ordered.push(entry)
  }
  return ordered
}

function compareFrom(a: unknown[], b: unknown[], directions: (1 | -1)[], depth: number): number {
  for (let i = depth; i < directions.length; i++) {
    const found = compareValues(a[i], b[i])
    if (found) return found * (directions[i] ?? 1)
  }
  return 0
}

/** Texts without characters from U+D800 on: those come in the order of UTF-16 units as they do in that of code points. */
const isPlain = (value: unknown) => typeof value === 'string' && !/[\ud800-\uffff]/.test(value)

// The engine's own orders of texts and of numbers are ours too, and far faster than asking for each pair.
function sorted(values: unknown[]): unknown[] {
  if (values.every(isPlain)) return values.sort()
  if (values.every((value) => typeof value === 'number' && value === value)) {
    return [...Float64Array.from(values as number[]).sort()]
  }
  // The engine would put what stands for an empty list last, whatever it is told; it comes first.
  const others = values.filter((value) => value !== undefined).sort(compareValues)
  return others.length < values.length ? [undefined, ...others] : others
}
