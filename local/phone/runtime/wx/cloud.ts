import { endingOf, keepFile, readSource, tempPath } from '../file-store'
import { record, tellShell } from '../instruments'
import { opening, settings } from '../settings'
import { busy } from './busy'
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

const LATENCY = { offline: 300 }

/** Fails as every question to the cloud does without a network. */
async function needNetwork(api: string): Promise<void> {
  if (!settings.offline) return
  await new Promise((resolve) => setTimeout(resolve, LATENCY.offline))
  throw new CloudFailure(-404011, `${api}:fail Error: request:fail net::ERR_INTERNET_DISCONNECTED`)
}

async function callFunction({
  name,
  data,
}: CallOptions): Promise<{ result: unknown; errMsg: string; requestID: string }> {
  const api = 'cloud.callFunction'
  await needNetwork(api)
  let answer: CloudAnswer
  try {
    const response = await fetch(`/cloud/functions/${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: opening.caller, data: data ?? {} }),
    })
    answer = (await response.json()) as CloudAnswer
  } catch (problem) {
    throw new CloudFailure(-404011, `${api}:fail Error: request:fail ${String(problem)}`)
  }
  if (answer.errCode || !('result' in answer)) {
    throw new CloudFailure(answer.errCode ?? -504002, `${api}:fail ${answer.errMsg ?? 'unknown'}`)
  }
  tellShell('called', { name, data, result: answer.result })
  const requestID = Math.random().toString(36).slice(2)
  return { result: answer.result, errMsg: `${api}:ok`, requestID }
}

interface FileOptions extends ApiOptions {
  cloudPath?: string
  filePath?: string
  fileID?: string
}

const STORAGE = 'cloud://local-env.local-bucket/'

async function uploadFile({ cloudPath = '', filePath = '' }: FileOptions) {
  const api = 'cloud.uploadFile'
  record.calls.push({ api, args: { cloudPath, filePath } })
  await needNetwork(api)
  const body = await readSource(filePath)
  if (!body) throw new CloudFailure(-1, `${api}:fail file not found`)
  const address = cloudPath.split('/').map(encodeURIComponent).join('/')
  const answer = await fetch(`/cloud/files/${address}`, { method: 'PUT', body })
  if (!answer.ok) throw new CloudFailure(-403003, `${api}:fail ${await answer.text()}`)
  return { fileID: STORAGE + cloudPath, statusCode: 204, errMsg: `${api}:ok` }
}

async function downloadFile({ fileID = '' }: FileOptions) {
  const api = 'cloud.downloadFile'
  await needNetwork(api)
  const bytes = await readSource(fileID)
  if (!bytes) throw new CloudFailure(-403003, `${api}:fail file not exists`)
  const tempFilePath = tempPath(endingOf(fileID) || 'bin')
  keepFile(tempFilePath, bytes)
  return { tempFilePath, statusCode: 200, errMsg: `${api}:ok` }
}

/** Answers by callbacks when there are any, else by a promise. */
function answering<T>(options: ApiOptions, work: Promise<T>): Promise<T> | undefined {
  const promise = busy(work)
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
      return answering(options, callFunction(options))
    },
    uploadFile: (options: FileOptions) => answering(options, uploadFile(options)),
    downloadFile: (options: FileOptions) => answering(options, downloadFile(options)),
    getTempFileURL: refuse('getTempFileURL'),
    deleteFile: refuse('deleteFile'),
    database() {
      throw new CloudFailure(-1, 'cloud.database:fail local phone does not support')
    },
  }
}
