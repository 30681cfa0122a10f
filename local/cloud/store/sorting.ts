import { requestFailed } from './faults'
import { compareValues, sortKey, type Doc } from './values'

/** Fields to sort by, most important first. */
export type SortSpec = [path: string, direction: 1 | -1][]

/** Checks `{field: 1 | -1, …}`. */
export function readSort(spec: Doc): SortSpec {
  return Object.entries(spec).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw requestFailed(`[InvalidParameter] bad sort order for ${path}`)
    return [path, direction]
  })
}

/** Sorts into a new list: BSON order, missing as null, equal items in their given order. */
export function sortBy<T>(list: T[], spec: SortSpec, docOf: (item: T) => Doc): T[] {
  const keyed = list.map((item, position) => ({
    item,
    position,
    key: spec.map(([path, direction]) => sortKey(docOf(item), path, direction)),
  }))
  keyed.sort((a, b) => {
    for (let i = 0; i < spec.length; i++) {
      const found = compareValues(a.key[i], b.key[i])
      if (found) return found * (spec[i]?.[1] ?? 1)
    }
    return a.position - b.position
  })
  return keyed.map(({ item }) => item)
}
