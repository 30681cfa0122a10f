import { readCode } from './codes'

/** What goes wrong within one invocation; its requests and writes are counted from 1. */
export interface CallFaults {
  /** The instance dies when its n-th write is safe, before it hears of it. */
  killAfterWrites?: number
  /** The instance dies when its n-th request was carried out, before it hears the answer. */
  killAfterRequests?: number
  /** Requests that are answered with an error. */
  fail: FailedRequest[]
}

/** The n-th request is answered with an error; `done`: it was carried out all the same. */
export interface FailedRequest {
  request: number
  code: string | number
  done: boolean
}

const ORDINARY = 'DATABASE_REQUEST_FAILED'

/** Reads the faults a test asks for, as JSON; throws one sentence when they make no sense. */
export function readCallFaults(text: string): CallFaults {
  const { killAfterWrites, killAfterRequests, fail = [], ...odd } = objectOf(JSON.parse(text), 'faults')
  const [unknown] = Object.keys(odd)
  if (unknown !== undefined) throw new Error(`faults: unknown property "${unknown}"`)
  if (!Array.isArray(fail)) throw new Error('faults: fail is a list like [{"request": 1}]')
  return {
    killAfterWrites: ordinal(killAfterWrites, 'killAfterWrites'),
    killAfterRequests: ordinal(killAfterRequests, 'killAfterRequests'),
    fail: fail.map(readFailed),
  }
}

function readFailed(value: unknown): FailedRequest {
  const { request, code = ORDINARY, done = false } = objectOf(value, 'faults.fail')
  const count = ordinal(request, 'request')
  if (count === undefined) throw new Error('faults.fail: request is missing')
  return { request: count, code: readCode(code, 'faults.fail', audienceOf(code)), done: done === true }
}

// Which request the n-th will be is not known yet; what looks like the platform's must be one of its numbers.
const audienceOf = (code: unknown) => (typeof code === 'number' && code <= -500_000 ? 'function' : 'openapi')

function ordinal(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined
  if (!Number.isInteger(value) || Number(value) < 1) throw new Error(`faults: ${name} counts from 1`)
  return Number(value)
}

function objectOf(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${where}: expected an object`)
  return value as Record<string, unknown>
}
