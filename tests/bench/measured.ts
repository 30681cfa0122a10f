/** A table as rows of cells; the first row is its head. */
export type Table = readonly (readonly string[])[]

/** What one part of the benchmark found: its table, its figures for the JSON, and each budget that does not hold. */
export interface Measured {
  table: Table
  figures: unknown
  broken: string[]
}

/** Says on one line how far a part is. */
export type Progress = (doing: string) => void

/** The value in the middle; of an even number of values the upper of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** 1,234 */
export const whole = (value: number) => Math.round(value).toLocaleString('en-US')

/** 1.2 */
export const tenth = (value: number) => value.toFixed(1)

/** 12.3 KB, of 1,024 bytes each. */
export const kilobytes = (bytes: number) => `${tenth(bytes / 1024)} KB`

/** A figure's mark beside its budget. */
export const verdict = (holds: boolean) => (holds ? '✓' : '✗')

/** A table in markdown. */
export function markdown([head = [], ...rows]: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}
