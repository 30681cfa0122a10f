import { sentence } from '@core/contract'
import type { Trouble } from './answer'

/** How a person reads trouble: what happened, what next, and a short code to read out on the phone. */
export interface TroubleWords {
  why: string
  next: string
  code: string
}

/** The words for trouble of any kind, in one or two calm sentences. */
export function wordsFor(trouble: Trouble): TroubleWords {
  if (trouble.refusal) return { ...sentence(trouble.refusal), code: '' }
  const code = trouble.trace.slice(0, 6).toUpperCase()
  switch (trouble.fault.kind) {
    case 'offline':
      return { why: '网络走神了', next: '再试一次就好，不会重复占座', code }
    case 'busy':
      return { why: '这会儿人很多', next: '过一两分钟再试一次就好，不会重复占座', code }
    case 'bad_input':
      return { why: '填的内容有不合适的地方', next: '看一看有没有漏填或太长的', code }
    case 'fault':
      return trouble.fault.safeToRepeat
        ? { why: '这会儿有点忙', next: '再试一次就好，不会重复占座', code }
        : { why: '这次没有办成', next: '过一会儿再试；着急的话打给社区，报上编号', code }
  }
}
