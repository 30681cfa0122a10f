import { type QueryPlan } from './plans'
import { type Cost, type Scan } from './store/cost'

/** What was asked of the cloud, by everyone or within one invocation. */
export interface Tally extends Omit<Cost, 'scans' | 'plans' | 'onPlan'> {
  requests: number
  byAction: Record<string, number>
  scans: (Scan & { times: number })[]
  /** How each query of an invocation was answered; those of everyone are kept elsewhere. */
  plans: QueryPlan[]
}

/** A tally of nothing. */
export const newTally = (): Tally => ({
  requests: 0,
  byAction: {},
  docsExamined: 0,
  keysExamined: 0,
  writes: 0,
  scans: [],
  plans: [],
})

/** Counts a request when it arrives. */
export function tallyRequest(tally: Tally, action: string): void {
  tally.requests++
  tally.byAction[action] = (tally.byAction[action] ?? 0) + 1
}

/** Adds what a request cost; equal scans are summed. */
export function tallyCost(tally: Tally, cost: Cost): void {
  tally.docsExamined += cost.docsExamined
  tally.keysExamined += cost.keysExamined
  tally.writes += cost.writes
  for (const scan of cost.scans) {
    const known = tally.scans.find((other) => other.collection === scan.collection && other.shape === scan.shape)
    if (!known) tally.scans.push({ ...scan, times: 1 })
    else {
      known.times++
      known.docsExamined += scan.docsExamined
      known.returned += scan.returned
    }
  }
}
