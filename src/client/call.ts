import Taro from '@tarojs/taro'
import { answeredBy, type Action, type CommonRefusal, type Refusal, type RefusalCode, type Reply } from '@core/contract'
import type * as v from 'valibot'
import type { Answer, CallFault } from './answer'
import { isCrowded, whenThereIsRoom } from './crowded'

/** How long each function may take, ms. */
const timeLimits = { api: 15_000, cases: 15_000, jobs: 60_000 } as const

type Shape = v.GenericSchema
/** Any action whose shapes and refusals are kept for its caller. */
export type Asked<I extends Shape, O extends Shape, R extends RefusalCode> = Action<I, O, R>

/**
 * Asks the cloud. Answers with data, a refusal or a fault within 15 s (what `jobs` does: 60 s), and never throws. Where
 * the cloud is crowded and lets nobody in, it asks again by itself for some 20 s more, as long as `isWanted`.
 */
export async function call<I extends Shape, O extends Shape, R extends RefusalCode>(
  action: Asked<I, O, R>,
  input: v.InferInput<I>,
  isWanted?: () => boolean,
): Promise<Answer<v.InferOutput<O>, R | CommonRefusal>> {
  const cloudFunction = answeredBy(action.name)
  let result: unknown
  try {
    result = await whenThereIsRoom(async () => {
      const calling = Taro.cloud.callFunction({ name: cloudFunction, data: { action: action.name, input } })
      return (await within(calling, timeLimits[cloudFunction])).result
    }, isWanted)
  } catch (error) {
    return { ok: false, fault: faultOf(error), trace: '' }
  }
  if (!isReply(result)) return { ok: false, fault: { kind: 'fault', safeToRepeat: true }, trace: '' }
  if (result.ok) return { ok: true, data: result.data as v.InferOutput<O> }
  if ('refusal' in result) {
    return { ok: false, refusal: result.refusal as Refusal<R | CommonRefusal>, trace: result.trace }
  }
  return { ok: false, fault: result.fault, trace: result.trace }
}

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Codes of the cloud itself (-501000 and the like) mean that it was reached. */
function faultOf(error: unknown): CallFault {
  if (isCrowded(error)) return { kind: 'busy', safeToRepeat: true }
  const { errCode, errMsg } = (error ?? {}) as { errCode?: number; errMsg?: string }
  const reached = typeof errCode === 'number' && errCode <= -500000 && !/timeout|request:fail/i.test(errMsg ?? '')
  return { kind: reached ? 'fault' : 'offline', safeToRepeat: true }
}

function isReply(value: unknown): value is Reply {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  return value.ok === true ? 'data' in value : 'refusal' in value || 'fault' in value
}

/** Readies the cloud; to be called once at launch, before the first call. */
export function openCloud(): void {
  Taro.cloud.init({ traceUser: false })
}
