import { type Rule } from '../faults/rules'
import { suffer } from '../faults/suffer'
import { FunctionFault } from './fault'

/** A call that is cut off so many ms after it began: its instance dies, or its time is up. */
export interface Cut {
  how: 'kill' | 'timeout'
  afterMs: number
}

/** What a mini-program sees of the codes that a call itself can fail with. */
const CODES: Record<string, number> = {
  SYS_ERR: -501001,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
}

/** Runs a call as a rule has it; a call whose answer is lost never ends. */
export async function runUnderRule<T>(rule: Rule, run: (cut?: Cut) => Promise<T>): Promise<T> {
  if (rule.do === 'kill' || rule.do === 'timeout') return run({ how: rule.do, afterMs: rule.ms ?? 0 })
  const outcome = await suffer(rule, () => run(), failed)
  return outcome === 'silence' || outcome === 'death' ? new Promise<T>(() => undefined) : outcome
}

function failed(code: string | number, message: string): never {
  const name = typeof code === 'string' ? code : (Object.keys(CODES).find((key) => CODES[key] === code) ?? 'SYS_ERR')
  throw new FunctionFault(typeof code === 'number' ? code : (CODES[code] ?? -501001), name, `${name}: ${message}`)
}
