import { record } from '../instruments'
import { opening, settings } from '../settings'
import { type ApiOptions, supported, wx } from './register'

interface CallOptions extends ApiOptions {
  name: string
  data?: unknown
}

interface CloudAnswer {
  result?: unknown
  errCode?: number
  errMsg?: string
}

class CloudFailure extends Error {
  readonly errCode: number
  readonly errMsg: string

  constructor(errCode: number, message: string) {
    super(message)
    this.errCode = errCode
    this.errMsg = message
  }
}

let pending = 0

/** How many calls of the cloud have no answer yet. */
export function pendingCalls(): number {
  return pending
}

const LATENCY = { offline: 300 }

async function callFunction({
  name,
  data,
}: CallOptions): Promise<{ result: unknown; errMsg: string; requestID: string }> {
  const api = 'cloud.callFunction'
  if (settings.offline) {
    await new Promise((resolve) => setTimeout(resolve, LATENCY.offline))
    throw new CloudFailure(-404011, `${api}:fail Error: request:fail net::ERR_INTERNET_DISCONNECTED`)
  }
  let answer: CloudAnswer
  try {
    const response = await fetch(`/cloud/functions/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: opening.openid, data: data ?? {} }),
    })
    answer = (await response.json()) as CloudAnswer
  } catch (problem) {
    throw new CloudFailure(-404011, `${api}:fail Error: request:fail ${String(problem)}`)
  }
  if (answer.errCode || !('result' in answer)) {
    throw new CloudFailure(answer.errCode ?? -504002, `${api}:fail ${answer.errMsg ?? 'unknown'}`)
  }
  const requestID = Math.random().toString(36).slice(2)
  return { result: answer.result, errMsg: `${api}:ok`, requestID }
}

function refuse(name: string) {
  return () => Promise.reject(new CloudFailure(-1, `cloud.${name}:fail local phone does not support`))
}

/** `wx.cloud`: functions go to the local cloud as the person who holds the phone. */
export function cloudApis(): void {
  supported.add('cloud')
  wx.cloud = {
    DYNAMIC_CURRENT_ENV: 'dynamic',
    init: () => undefined,
    callFunction(options: CallOptions) {
      record.calls.push({ api: 'cloud.callFunction', args: { name: options.name, data: options.data ?? null } })
      pending += 1
      const promise = callFunction(options).finally(() => (pending -= 1))
      if (!options.success && !options.fail && !options.complete) return promise
      promise.then(
        (answer) => {
          options.success?.(answer)
          options.complete?.(answer)
        },
        (problem: unknown) => {
          options.fail?.(problem)
          options.complete?.(problem)
        },
      )
      return undefined
    },
    uploadFile: refuse('uploadFile'),
    downloadFile: refuse('downloadFile'),
    getTempFileURL: refuse('getTempFileURL'),
    deleteFile: refuse('deleteFile'),
    database() {
      throw new CloudFailure(-1, 'cloud.database:fail local phone does not support')
    },
  }
}
