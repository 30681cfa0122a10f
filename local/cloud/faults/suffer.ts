import { CloudFault } from '../store/faults'
import { type Rule } from './rules'

/** What comes of a request instead of an answer: nothing at all, or the end of whoever asked. */
export type Lost = 'silence' | 'death'

const TOLD = 'as a fault rule asked for'

/** Carries a request out as a rule has it; `failed` makes the answer of an error. */
export async function suffer<T>(
  rule: Rule | undefined,
  carry: () => Promise<T> | T,
  failed: (code: string | number, message: string) => T,
): Promise<T | Lost> {
  switch (rule?.do) {
    case undefined:
      return carry()
    case 'delay':
      await pause(rule.ms ?? 0)
      return carry()
    case 'drop':
      return 'silence'
    case 'lose':
      await quietly(carry)
      return 'silence'
    case 'duplicate': {
      const answer = await carry()
      await quietly(carry)
      return answer
    }
    case 'error':
      return failed(rule.code ?? 'SYS_ERR', TOLD)
    case 'timeout':
      await pause(rule.ms ?? 0)
      throw new CloudFault('SERVER_TIMEOUT', TOLD)
    case 'kill':
      return 'death'
  }
}

/** Waits so many ms. */
export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Carries a request out of which nobody hears how it ended: what came of it, undefined when it failed. */
export async function quietly<T>(carry: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await carry()
  } catch {
    // An answer that is lost is lost with its error.
    return undefined
  }
}
