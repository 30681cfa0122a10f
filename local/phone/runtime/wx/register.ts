import { ApiFailure } from '../api-failure'
import { record, report, textOf } from '../instruments'

/** Options every asynchronous `wx` API takes. */
export interface ApiOptions {
  success?: (result: unknown) => void
  fail?: (result: unknown) => void
  complete?: (result: unknown) => void
  [name: string]: unknown
}

type Loose = (...args: never[]) => unknown

/** The `wx` object the mini-program sees. It must be complete before app.js runs: Taro lists its keys then. */
export const wx: Record<string, unknown> = {}

/** Names that work here; `canIUse` answers from it. */
export const supported = new Set<string>()

function note(api: string, args: unknown): void {
  let plain: unknown = null
  try {
    plain = JSON.parse(JSON.stringify(args ?? null))
  } catch {
    plain = 'not serialisable'
  }
  record.calls.push({ api, args: plain })
  if (record.calls.length > 1000) record.calls.shift()
}

/**
 * Adds an API with success, fail and complete, or a promise when it gets none of them.
 * `act` throws an `ApiFailure` for what WeChat would refuse; callbacks run in a later task, as in WeChat.
 */
export function asyncApi<O = ApiOptions>(name: string, act: (options: O & ApiOptions) => unknown): void {
  supported.add(name)
  wx[name] = (given?: ApiOptions) => {
    const options = given ?? {}
    note(name, options)
    const hasCallback = Boolean(options.success ?? options.fail ?? options.complete)
    const later = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
    const run = async () => {
      try {
        const result = await act(options as O & ApiOptions)
        await later()
        const answer = { errMsg: `${name}:ok`, ...(result as object | undefined) }
        call(options.success, answer)
        call(options.complete, answer)
        return answer
      } catch (problem) {
        await later()
        const answer = failure(name, problem)
        call(options.fail, answer)
        call(options.complete, answer)
        if (hasCallback) return answer
        throw answer
      }
    }
    const promise = run()
    return hasCallback ? void promise : promise
  }
}

function call(callback: ((result: unknown) => void) | undefined, answer: unknown): void {
  try {
    callback?.(answer)
  } catch (problem) {
    report('error', textOf(problem))
  }
}

function failure(name: string, problem: unknown): { errMsg: string; errCode?: number } {
  if (!(problem instanceof ApiFailure)) {
    report('error', `${name}: ${textOf(problem)}`)
    return { errMsg: `${name}:fail ${textOf(problem)}` }
  }
  const code = problem.errCode === undefined ? {} : { errCode: problem.errCode }
  return { errMsg: problem.message, ...code }
}

/** Adds an API that answers at once. */
export function syncApi(name: string, act: Loose): void {
  supported.add(name)
  wx[name] = (...args: never[]) => {
    if (!/^(get|on|off|can)/.test(name)) note(name, args)
    return act(...args)
  }
}

type Handler = (detail: unknown) => void
const handlers = new Map<string, Set<Handler>>()

/** Adds `onX` and `offX`; `emit(X, …)` calls what was registered. */
export function eventApi(name: string): void {
  const set = new Set<Handler>()
  handlers.set(name, set)
  syncApi(`on${name}`, (handler: Handler) => void set.add(handler))
  syncApi(`off${name}`, (handler?: Handler) => (handler ? void set.delete(handler) : set.clear()))
}

/** Calls every handler of an `onX` API. */
export function emit(name: string, detail?: unknown): void {
  for (const handler of Array.from(handlers.get(name) ?? [])) {
    try {
      handler(detail)
    } catch (problem) {
      report('error', textOf(problem))
    }
  }
}

/** Gives every other API that WeChat has a body that refuses loudly. */
export function refuseTheRest(names: string[]): void {
  for (const name of names) {
    if (name in wx) continue
    const message = `${name}:fail local phone does not support`
    wx[name] = (options?: ApiOptions) => {
      note(name, options)
      if (/^(on|off)[A-Z]/.test(name)) {
        record.warnings.push(message)
        return undefined
      }
      report('unsupported', message)
      if (/Sync$|^create|Manager$|Context$|Task$/.test(name)) throw new Error(message)
      const answer = { errMsg: message }
      setTimeout(() => {
        call(options?.fail, answer)
        call(options?.complete, answer)
      }, 0)
      return (options?.fail ?? options?.complete) ? undefined : Promise.reject(answer)
    }
  }
}
