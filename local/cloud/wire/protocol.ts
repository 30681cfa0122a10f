import { randomUUID } from 'node:crypto'
import { type IncomingMessage, type ServerResponse } from 'node:http'
import { LOCAL_APPID, type Caller } from '../host/environment'
import { FunctionFault } from '../host/fault'
import { type Host, type Invocation } from '../host/host'
import { type Checks } from '../openapi/checks'
import { answerApi } from '../openapi/open-api'
import { type Messages } from '../openapi/messages'
import { type Troubles } from '../openapi/troubles'
import { noCost } from '../store/cost'
import { CloudFault, invalidParam } from '../store/faults'
import { type Store } from '../store/store'
import { newTally, tallyCost, tallyRequest } from '../tally'
import { databaseActions, type Answer, type Params } from './database'
import { readBody, sendJson } from './http'
import { readMultipart } from './multipart'
import { decodeApiCall, encodeApiAnswer } from './protobuf'
import { type FileStorage } from './storage'

/** What the protocol speaks for. */
export interface Parts {
  store: Store
  host: Host
  files: FileStorage
  messages: Messages
  checks: Checks
  troubles: Troubles
  /** Waits as long as a database request shall take besides. */
  delay: () => Promise<void>
}

/** Answers the requests of the genuine SDK. */
export class Protocol {
  /** Everything asked since the start. */
  readonly tally = newTally()

  constructor(private readonly parts: Parts) {}

  /** Answers one POST of the SDK. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const contentType = request.headers['content-type'] ?? ''
    if (contentType.startsWith('multipart/')) return this.serveApi(body, contentType, request, response)
    const requestId = randomUUID()
    try {
      const params = parse(body)
      const invocation = this.parts.host.invocation(tokenOf(params))
      const answer = await this.act(params, invocation)
      if (invocation && (invocation.isDead || this.parts.host.crashIfDue(invocation))) request.socket.destroy()
      else sendJson(response, { requestId, ...answer })
    } catch (error) {
      sendJson(response, { requestId, ...faultOf(error) })
    }
  }

  private async act(params: Params, invocation: Invocation | undefined): Promise<Answer> {
    const action = String(params.action)
    const tallies = invocation ? [this.tally, invocation.tally] : [this.tally]
    tallies.forEach((tally) => tallyRequest(tally, action))
    const act = databaseActions[action]
    if (act) {
      await this.parts.delay()
      // A function that was killed meanwhile writes nothing any more.
      if (invocation?.isDead) throw new CloudFault('SYS_ERR', 'the function is gone')
      const cost = noCost()
      try {
        return await act(this.parts.store, params, cost)
      } finally {
        tallies.forEach((tally) => tallyCost(tally, cost))
      }
    }
    if (action === 'functions.invokeFunction') return this.invoke(params, invocation)
    const stored = this.parts.files.answer(action, params)
    if (stored) return stored
    throw new CloudFault('INVALID_PARAM', `local cloud does not support the action ${action}`)
  }

  private async invoke(params: Params, invocation: Invocation | undefined): Promise<Answer> {
    const data: unknown = params.request_data ? JSON.parse(String(params.request_data)) : {}
    const caller: Caller = { appId: LOCAL_APPID, source: 'scf', ...callerOf(invocation) }
    const { result } = await this.parts.host.invoke(String(params.function_name), data, caller)
    return { data: { response_data: result } }
  }

  private serveApi(body: Buffer, contentType: string, request: IncomingMessage, response: ServerResponse): void {
    const parts = readMultipart(body, contentType)
    const action = parts.action?.toString('utf8') ?? ''
    const name = parts.apiName?.toString('utf8') ?? ''
    const invocation = this.parts.host.invocation(parts.wxCloudApiToken?.toString('utf8'))
    for (const tally of invocation ? [this.tally, invocation.tally] : [this.tally])
      tallyRequest(tally, `${action} ${name}`)
    if (action !== 'wx.openApi' || !parts.requestData) {
      const fault = invalidParam(`local cloud does not support ${action} ${name}`)
      return sendJson(response, { requestId: randomUUID(), code: fault.code, message: fault.message })
    }
    const answer = answerApi(name, decodeApiCall(parts.requestData), this.parts)
    if (answer === 'silence') return
    if (answer === 'death') {
      if (invocation) this.parts.host.crash(invocation)
      request.socket.destroy()
      return
    }
    response.setHeader('content-type', 'application/octet-stream')
    response.end(encodeApiAnswer(answer))
  }
}

function callerOf(invocation: Invocation | undefined): Partial<Caller> {
  if (!invocation) return {}
  const { openid, appId } = invocation.caller
  return { openid, appId, source: openid ? 'wx_client,scf' : 'scf' }
}

function parse(body: Buffer): Params {
  try {
    return JSON.parse(body.toString('utf8')) as Params
  } catch {
    throw invalidParam('request is not JSON')
  }
}

const tokenOf = (params: Params) => (typeof params.wxCloudApiToken === 'string' ? params.wxCloudApiToken : undefined)

function faultOf(error: unknown): { code: string; message: string } {
  if (error instanceof CloudFault || error instanceof FunctionFault) return { code: error.code, message: error.message }
  // Anything else is a mistake of ours: say so where a developer looks.
  process.stderr.write(`local cloud: ${error instanceof Error ? error.stack : String(error)}\n`)
  return { code: 'SYS_ERR', message: `local cloud failed: ${error instanceof Error ? error.message : String(error)}` }
}
