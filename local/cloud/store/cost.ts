/** What one request did to the store; also summed per invocation and over all. */
export interface Cost {
  docsExamined: number
  keysExamined: number
  writes: number
  /** Queries that looked at far more than they returned because no index fits. */
  scans: Scan[]
}

/** A query without a fitting index; `shape` has field names and operators, never values. */
export interface Scan {
  collection: string
  shape: string
  docsExamined: number
  returned: number
}

/** Nothing done yet. */
export const noCost = (): Cost => ({ docsExamined: 0, keysExamined: 0, writes: 0, scans: [] })
