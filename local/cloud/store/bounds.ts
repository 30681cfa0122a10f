import { type Edge } from './ordered-index'
import { isOperatorObject, isPlainObject, typeRank } from './values'

/** What an index may use of the conditions on one field. */
export interface Bounds {
  /** Exact values, one of which the field (or one item of it) must be. */
  points?: unknown[]
  range?: { low: Edge; high: Edge }
  /** True when keys within these bounds need no further test on this field. */
  exact: boolean
}

const isKey = (value: unknown) =>
  value !== undefined && !Array.isArray(value) && !isPlainObject(value) && !(value instanceof RegExp)

/** Condenses the conditions on a field; with `multikey` at most one end of a range may be used. */
export function boundsOf(conditions: unknown[], multikey: boolean): Bounds | undefined {
  const points: unknown[][] = []
  const edges: { low?: Edge; high?: Edge }[] = []
  let others = 0
  for (const condition of conditions) {
    if (!isOperatorObject(condition)) {
      if (isKey(condition)) points.push([condition])
      else others++
      continue
    }
    for (const [operator, value] of Object.entries(condition)) {
      const found = boundOf(operator, value)
      if (found?.points) points.push(found.points)
      else if (found?.edge) edges.push(found.edge)
      if (!found?.exact) others++
    }
  }
  points.sort((a, b) => a.length - b.length)
  const best = points[0]
  if (best) {
    const used = points.length === 1 && !edges.length && !others
    return { points: best, exact: used && !multikey && best.every((value) => value !== null) }
  }
  return rangeOf(edges, others, multikey)
}

interface Bound {
  points?: unknown[]
  edge?: { low?: Edge; high?: Edge }
  exact: boolean
}

function boundOf(operator: string, value: unknown): Bound | undefined {
  switch (operator) {
    case '$eq':
      return isKey(value) ? { points: [value], exact: true } : undefined
    case '$in':
      return Array.isArray(value) && value.every(isKey) ? { points: value as unknown[], exact: true } : undefined
    case '$all': {
      const first: unknown = Array.isArray(value) ? value[0] : undefined
      return isKey(first) ? { points: [first], exact: false } : undefined
    }
    case '$gt':
    case '$gte':
      return ranged(value, (edge) => ({ low: edge }), operator === '$gte')
    case '$lt':
    case '$lte':
      return ranged(value, (edge) => ({ high: edge }), operator === '$lte')
    default:
      return undefined
  }
}

function ranged(value: unknown, side: (edge: Edge) => { low?: Edge; high?: Edge }, inclusive: boolean) {
  if (!isKey(value) || value === null || Number.isNaN(value)) return undefined
  return { edge: side({ value, inclusive }), exact: true }
}

function rangeOf(edges: { low?: Edge; high?: Edge }[], others: number, multikey: boolean): Bounds | undefined {
  const low = edges.find((edge) => edge.low)?.low
  const high = edges.find((edge) => edge.high)?.high
  const known = low ?? high
  if (!known || !('value' in known)) return undefined
  const open: Edge = { typeOf: known.value }
  // NaN sorts below all numbers, but no comparison finds it.
  const least: Edge = typeof known.value === 'number' ? { value: -Infinity, inclusive: true } : open
  if (multikey) return { range: low ? { low, high: open } : { low: least, high: high ?? open }, exact: false }
  const mixed = low && high && 'value' in low && 'value' in high && typeRank(low.value) !== typeRank(high.value)
  const all = edges.length === (low && high ? 2 : 1) && !others
  if (mixed) return { range: { low, high: { typeOf: low.value } }, exact: false }
  return { range: { low: low ?? least, high: high ?? open }, exact: all }
}
