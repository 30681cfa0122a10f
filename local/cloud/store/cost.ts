import { type PlanUsed } from './explain'

/** What one request did to the store; also summed per invocation and over all. */
export interface Cost {
  docsExamined: number
  keysExamined: number
  writes: number
  /** Queries that looked at far more than they returned because no index fits. */
  scans: Scan[]
  /** How each query was answered; lookups of one stage are summed. */
  plans: PlanUsed[]
  /** Hears of a plan before anything is looked at or written; what it throws refuses the request. */
  onPlan?: (plan: PlanUsed) => void
}

/** Notes a plan; the entry its figures go to, one for equal plans. */
export function notePlan(cost: Cost, plan: PlanUsed): PlanUsed {
  const { collection, shape, index } = plan
  const known = cost.plans.find(
    (other) => other.collection === collection && other.shape === shape && other.index === index,
  )
  if (known) return known
  cost.onPlan?.(plan)
  cost.plans.push(plan)
  return plan
}

/** A query without a fitting index; `shape` has field names and operators, never values. */
export interface Scan {
  collection: string
  shape: string
  docsExamined: number
  returned: number
}

/** Nothing done yet. */
export const noCost = (): Cost => ({ docsExamined: 0, keysExamined: 0, writes: 0, scans: [], plans: [] })
