/** The platform's errors that `wx-server-sdk` knows; it shows every other one as -501001. */
const known: Record<string, number> = {
  SYS_ERR: -501001,
  SERVER_TIMEOUT: -501002,
  EXCEED_REQUEST_LIMIT: -501003,
  EXCEED_CONCURRENT_REQUEST_LIMIT: -501004,
  // Spelt as the SDK spells it.
  INVALIID_ENV: -501005,
  INVALID_COMMON_PARAM: -501006,
  INVALID_PARAM: -501007,
  INVALID_REQUEST_SOURCE: -501008,
  RESOURCE_NOT_INITIAL: -501009,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_INVALID_OPERRATOR: -502002,
  DATABASE_PERMISSION_DENIED: -502003,
  DATABASE_COLLECTION_EXCEED_LIMIT: -502004,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
}

/** What only who calls a function from outside sees as a number of its own. */
const ofCalls: Record<string, number> = {
  FUNCTION_NOT_FOUND: -501000,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
}

/** Errors of transactions, which have no number. */
const nameless = ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL']

/** Who is to see an error: a mini-program's call, a function that asks WeChat's own APIs, or one that asks the cloud. */
export type Audience = 'caller' | 'openapi' | 'function'

/** The number of an error that a mini-program sees; names without one are -501001. */
export const numberOf = (name: string): number => known[name] ?? ofCalls[name] ?? -501001

/** The name of an error that a function sees as this number; undefined when there is none. */
export const nameOf = (number: number, numbers = { ...known, ...ofCalls }): string | undefined =>
  Object.keys(numbers).find((name) => numbers[name] === number)

/** Reads the code of an error that is asked for; throws one sentence when whoever is to see it could not. */
export function readCode(code: unknown, where: string, audience: Audience): string | number {
  if (typeof code === 'string') {
    if (Object.hasOwn(known, code) || Object.hasOwn(ofCalls, code) || nameless.includes(code)) return code
    throw new Error(`${where}: the platform has no error called ${code}`)
  }
  if (!Number.isInteger(code)) throw new Error(`${where}: code is a name such as "SYS_ERR" or a whole number`)
  const number = Number(code)
  const isShown = audience === 'openapi' || nameOf(number, audience === 'caller' ? undefined : known) !== undefined
  if (!isShown) throw new Error(`${where}: no ${audience === 'caller' ? 'call' : 'request'} fails with ${number}`)
  return number
}
