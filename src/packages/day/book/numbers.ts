import type { DayRow } from '@core/contract'

/**
 * Rows of an answer whose numbers are held back for a while, with those that this phone knows: the leader may need them
 * at the door. Rows that have their number stay as they are.
 */
export function withNumbersOf(known: readonly DayRow[], rows: readonly DayRow[]): DayRow[] {
  const numbers = new Map(known.map(({ personId, phone }) => [personId, phone]))
  return rows.map((row) => (row.phone === '' ? { ...row, phone: numbers.get(row.personId) ?? '' } : row))
}
