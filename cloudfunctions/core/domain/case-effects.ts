// What follows from a step: who is told what, what is counted, what is given back. Worked out from the steps alone.
import { isSealed, type CaseFacts, type CaseRules, type CaseStepFact } from './case'
import { countOf, type MonthDeltas } from './case-figures'
import { freesPlace } from './case-order'
import { tellsOf, type Told } from './case-tells'

export type { CaseNotice, Recipient, Told } from './case-tells'
export { caseNotices } from './case-tells'

/** Everything that follows from one step. */
export interface Effects {
  tell: Told[]
  /** Figures by month to be added; what a reopening takes back is of the month in which it had been closed. */
  count: MonthDeltas[]
  /** The day of an order is free for others again. */
  freesDay: boolean
  /** The picture of a prescription goes, now that nobody needs it. */
  forgetsMedicine: boolean
}

const isEnd = (step: CaseStepFact) => step.state === 'resolved' || step.state === 'closed'

/** What follows from one of the steps of a case; the same whenever it is asked, so that a crash can be carried on from. */
export function effectsOf(kase: CaseFacts, step: CaseStepFact, rules: CaseRules): Effects {
  return {
    tell: tellsOf(kase, step, isSealed(rules)),
    count: countOf(kase.steps, step, rules.counts),
    freesDay: freesPlace(kase, step),
    forgetsMedicine: isEnd(step) && kase.pictures.some(({ of }) => of === 'medicine'),
  }
}
