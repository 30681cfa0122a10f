import { fieldOf, isPlainObject, reach, type Doc } from './values'

/**
 * The keys that paths have below a document, one row each: item by item where several of them look into the same list,
 * so that values of different items never stand in one row.
 */
export function itemRows(doc: Doc, paths: readonly string[][]): unknown[][] {
  let rows: unknown[][] = [[]]
  for (const positions of byRoot(paths).values()) {
    const found = together(
      doc,
      positions.map((at) => paths[at] ?? []),
    )
    rows = rows.flatMap((row) => found.map((values) => placed(row, positions, values)))
  }
  return rows
}

function byRoot(paths: readonly string[][]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, [root = '']] of paths.entries()) groups.set(root, [...(groups.get(root) ?? []), at])
  return groups
}

function placed(row: unknown[], positions: number[], values: unknown[]): unknown[] {
  const next = [...row]
  positions.forEach((position, i) => (next[position] = values[i]))
  return next
}

// Paths with the same first part. Where one ends there, or counts items, the list is not gone through together.
function together(doc: Doc, paths: string[][]): unknown[][] {
  const rests = paths.map((path) => path.slice(1))
  if (paths.length === 1 || rests.some(([next]) => next === undefined || /^\d+$/.test(next))) return apart(doc, paths)
  const value = fieldOf(doc, paths[0]?.[0] ?? '')
  if (isPlainObject(value)) return itemRows(value, rests)
  if (!Array.isArray(value) || !value.some(isPlainObject)) return apart(doc, paths)
  return value.filter(isPlainObject).flatMap((item) => itemRows(item, rests))
}

function apart(doc: Doc, paths: string[][]): unknown[][] {
  const columns = paths.map((path) => reach(doc, path.join('.')).values)
  return columns.reduce<unknown[][]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
}
