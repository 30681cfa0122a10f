export type Verdict = 'fine' | 'risky' | 'unchecked'

/** What WeChat's advice on words means for us: only `pass` lets them through; advice we do not know is no advice. */
export function verdictOn(suggest: unknown): Verdict {
  if (suggest === 'pass') return 'fine'
  return suggest === 'risky' || suggest === 'review' ? 'risky' : 'unchecked'
}
