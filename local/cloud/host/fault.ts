/** Why a call of a function did not return: the code a mini-program sees, and the one another function sees. */
export class FunctionFault extends Error {
  constructor(
    readonly errCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The function threw, crashed or ran out of memory. */
export const executeFailed = (why: string) =>
  new FunctionFault(-504002, 'FUNCTIONS_EXECUTE_FAIL', `functions execute fail | errMsg: ${why}`)

/** The function took longer than its config.json allows. */
export const timedOut = (seconds: number) =>
  new FunctionFault(-504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`)

/** More calls run at once than the plan allows; nothing of this one was begun. */
export const tooManyAtOnce = () =>
  new FunctionFault(-501004, 'EXCEED_CONCURRENT_REQUEST_LIMIT', 'exceed concurrent request limit')

/** There is no function of that name. */
export const functionNotFound = (name: string) =>
  new FunctionFault(-501000, 'FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
