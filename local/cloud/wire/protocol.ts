import { randomUUID } from 'node:crypto'
import { type IncomingMessage, type ServerResponse } from 'node:http'
import { type FailedRequest } from '../faults/call-faults'
import { nameOf } from '../faults/codes'
import { type FaultRules } from '../faults/rules'
import { quietly, suffer, type Lost } from '../faults/suffer'
import { LOCAL_APPID, type Caller } from '../host/environment'
import { FunctionFault } from '../host/fault'
import { type Host, type Invocation } from '../host/host'
import { type Checks } from '../openapi/checks'
import { answerApi } from '../openapi/open-api'
import { type Messages } from '../openapi/messages'
import { type Troubles } from '../openapi/troubles'
import { askingOf, type Plans } from '../plans'
import { noCost } from '../store/cost'
import { CloudFault, invalidParam } from '../store/faults'
import { type Store } from '../store/store'
import { newTally, tallyCost, tallyRequest } from '../tally'
import { databaseActions, type Answer, type DatabaseAction, type Params } from './database'
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
  plans: Plans
  rules: FaultRules
  /** Waits as long as a database request shall take besides. */
  delay: () => Promise<void>
}

/** A request of the SDK: what for, of whom, and how it is carried out. */
interface Asked {
  action: string
  invocation?: Invocation
  carry: () => Promise<Outcome> | Outcome
  /** The transaction it belongs to; a conflict ends it. */
  transactionId?: string
}

/** What comes of a request: an answer, none at all, or the end of whoever asked. */
type Outcome = Answer | Buffer | Lost

/** Answers the requests of the genuine SDK. */
export class Protocol {
  /** Everything asked since the start. */
  readonly tally = newTally()

  constructor(private readonly parts: Parts) {}

  /** Answers one POST of the SDK. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let asked: Asked | undefined
    const body = await readBody(request)
    const contentType = request.headers['content-type'] ?? ''
    const requestId = randomUUID()
    try {
      asked = contentType.startsWith('multipart/') ? this.readApi(body, contentType) : this.readPlain(body)
      const outcome = await this.pass(asked)
      if (outcome === 'silence') return
      if (outcome === 'death' || asked.invocation?.isDead) request.socket.destroy()
      else if (Buffer.isBuffer(outcome)) response.setHeader('content-type', 'application/octet-stream').end(outcome)
      else sendJson(response, { requestId, ...outcome })
    } catch (error) {
      if (asked?.invocation?.isDead) request.socket.destroy()
      else sendJson(response, { requestId, ...faultOf(error) })
    }
  }

  // Counts a request and lets it meet what a test wants to go wrong with it.
  private async pass(asked: Asked): Promise<Outcome> {
    const { action, invocation, carry } = asked
    for (const tally of this.talliesOf(invocation)) tallyRequest(tally, action)
    // Only what functions ask goes wrong: tests and developers look on undisturbed.
    if (!invocation) return carry()
    // A function that was killed meanwhile does nothing any more.
    if (invocation.isDead) return 'death'
    const { faults, tally } = invocation
    const count = tally.requests
    const failed = faults?.fail.find((each) => each.request === count)
    try {
      const rule = failed ? undefined : this.parts.rules.strike(action.replace(/^wx\.openApi /, 'openapi '))
      const outcome = failed
        ? await this.fail(asked, failed)
        : await suffer(rule, carry, (code, message) => this.failedWith(asked, code, message))
      if (outcome === 'death') this.parts.host.crash(invocation)
      return outcome
    } finally {
      const { killAfterWrites = Infinity, killAfterRequests } = faults ?? {}
      if (count === killAfterRequests || tally.writes >= killAfterWrites) this.parts.host.crash(invocation)
    }
  }

  // Whatever became of a request that was carried out, its asker hears the error.
  private async fail(asked: Asked, { code, done }: FailedRequest): Promise<Outcome> {
    const outcome = done ? await quietly(asked.carry) : undefined
    return outcome === 'death' ? outcome : this.failedWith(asked, code, 'as a test asked for')
  }

  private readPlain(body: Buffer): Asked {
    const params = parse(body)
    const invocation = this.parts.host.invocation(tokenOf(params))
    const action = String(params.action)
    const transactionId = typeof params.transactionId === 'string' ? params.transactionId : undefined
    return { action, invocation, transactionId, carry: () => this.act(action, params, invocation) }
  }

  private async act(action: string, params: Params, invocation: Invocation | undefined): Promise<Answer> {
    const act = databaseActions[action]
    if (act) {
      await this.parts.delay()
      if (invocation?.isDead) throw new CloudFault('SYS_ERR', 'the function is gone')
      return this.actOnStore(act, action, params, invocation)
    }
    if (action === 'functions.invokeFunction') return this.invoke(params, invocation)
    const stored = this.parts.files.answer(action, params)
    if (stored) return stored
    throw new CloudFault('INVALID_PARAM', `local cloud does not support the action ${action}`)
  }

  // Only functions are judged by their plans: tests and developers may look at everything.
  private async actOnStore(act: DatabaseAction, action: string, params: Params, invocation?: Invocation) {
    const { store, plans } = this.parts
    const cost = noCost()
    const asking = askingOf(action, params)
    if (invocation) cost.onPlan = (plan) => plans.judge(asking, plan, cost.plans.length > 0)
    try {
      return await act(store, params, cost)
    } finally {
      for (const tally of this.talliesOf(invocation)) tallyCost(tally, cost)
      if (invocation) invocation.tally.plans.push(...plans.note(asking, cost.plans))
    }
  }

  private async invoke(params: Params, invocation: Invocation | undefined): Promise<Answer> {
    const data: unknown = params.request_data ? JSON.parse(String(params.request_data)) : {}
    const caller: Caller = { appId: LOCAL_APPID, source: 'scf', ...callerOf(invocation) }
    const { result } = await this.parts.host.invoke(String(params.function_name), data, caller)
    return { data: { response_data: result } }
  }

  private readApi(body: Buffer, contentType: string): Asked {
    const parts = readMultipart(body, contentType)
    const kind = parts.action?.toString('utf8') ?? ''
    const name = parts.apiName?.toString('utf8') ?? ''
    const action = `${kind} ${name}`
    const invocation = this.parts.host.invocation(parts.wxCloudApiToken?.toString('utf8'))
    const carry = () => {
      if (kind !== 'wx.openApi' || !parts.requestData) throw invalidParam(`local cloud does not support ${action}`)
      const answer = answerApi(name, decodeApiCall(parts.requestData), this.parts)
      return typeof answer === 'string' ? answer : encodeApiAnswer(answer)
    }
    return { action, invocation, carry }
  }

  // WeChat's own APIs answer with a number, all others with the name of a code; a conflict ends its transaction.
  private failedWith({ action, transactionId }: Asked, code: string | number, message: string): Outcome {
    if (code === 'DATABASE_TRANSACTION_CONFLICT' && transactionId) this.parts.store.abort(transactionId)
    if (typeof code === 'string') throw new CloudFault(code, message)
    if (!action.startsWith('wx.openApi')) {
      throw new CloudFault(
        nameOf(code) ?? 'SYS_ERR',
        nameOf(code) ? message : `${code} is an error of WeChat's own APIs`,
      )
    }
    const body = Buffer.from(JSON.stringify({ errcode: code, errmsg: message }))
    return encodeApiAnswer({ body, contentType: 'application/json; charset=utf-8' })
  }

  private talliesOf = (invocation?: Invocation) => (invocation ? [this.tally, invocation.tally] : [this.tally])
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
