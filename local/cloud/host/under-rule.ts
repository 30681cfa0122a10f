import { nameOf, numberOf } from '../faults/codes'
import { type Rule } from '../faults/rules'
import { suffer } from '../faults/suffer'
import { FunctionFault } from './fault'

/** A call that is cut off so many ms after it began, at 0 before it does anything: its instance dies, or its time is up. */
export interface Cut {
  how: 'kill' | 'timeout'
  afterMs: number
}

/** Runs a call as a rule has it; a call whose answer is lost never ends. */
export async function runUnderRule<T>(rule: Rule, run: (cut?: Cut) => Promise<T>): Promise<T> {
  if (rule.do === 'kill' || rule.do === 'timeout') return run({ how: rule.do, afterMs: rule.ms ?? 0 })
  const outcome = await suffer(rule, () => run(), failed)
  return outcome === 'silence' || outcome === 'death' ? new Promise<T>(() => undefined) : outcome
}

function failed(code: string | number, message: string): never {
  const name = typeof code === 'string' ? code : (nameOf(code) ?? 'SYS_ERR')
  throw new FunctionFault(typeof code === 'number' ? code : numberOf(code), name, `${name}: ${message}`)
}
