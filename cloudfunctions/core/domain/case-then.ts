// In whose hands a case was before a step, read from the steps alone: what follows from a step may be told much later.
import type { CaseState, Level } from '../contract'
import type { CaseFacts, CaseStepFact } from './case'

/** How a case stood; `units` in their order, the leading one first. */
export interface Then {
  state: CaseState
  level: Level
  helpers: readonly string[]
  units: readonly string[]
  doerId: string
}

const nobody = { helpers: [], units: [], doerId: '' }

function handsAfter(then: Then, step: CaseStepFact): Pick<Then, 'helpers' | 'units' | 'doerId'> {
  if (step.state === 'asked') return nobody
  switch (step.move) {
    case 'offer':
      return nobody
    case 'begin':
    case 'dispatch':
    case 'reopen':
    case 'score':
      return step.state === 'dispatched' ? { ...nobody, units: step.to } : then
    case 'take':
      return { ...then, helpers: [...then.helpers, step.by] }
    case 'giveBack':
      if (step.as !== 'unit') return { ...then, helpers: then.helpers.filter((id) => id !== step.by) }
      return { ...then, units: [...then.units, ...step.to].filter((id) => id !== step.of) }
    case 'overdue':
      // The next professional of a sealed one has it.
      if (step.state !== 'dispatched') return then
      return { ...then, units: [...then.units, ...step.to].filter((id) => id !== step.of) }
    case 'decline':
      return { ...then, units: [...then.units, ...step.to].filter((id) => id !== step.of) }
    case 'settle':
      return { ...nobody, doerId: step.by }
    default:
      return then
  }
}

/** How a case stood before the step of a turn; before its first step nobody had it. */
export function before(kase: Pick<CaseFacts, 'steps' | 'level'>, turn: number): Then {
  const start: Then = { ...nobody, state: 'asked', level: kase.steps[0]?.level ?? kase.level }
  return kase.steps
    .filter((step) => step.turn < turn)
    .reduce((then, step) => ({ ...handsAfter(then, step), state: step.state, level: step.level }), start)
}

/** How it stood right after that step. */
export const after = (kase: Pick<CaseFacts, 'steps' | 'level'>, turn: number): Then => before(kase, turn + 1)
