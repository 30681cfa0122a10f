import { type IncomingMessage, type ServerResponse } from 'node:http'
import { type Clock } from '../clock'
import { readCallFaults } from '../faults/call-faults'
import { readFaultPlan, type FaultRules } from '../faults/rules'
import { LOCAL_APPID, type Caller } from '../host/environment'
import { FunctionFault } from '../host/fault'
import { type Hooks, type Host, type Invocation, type Returned } from '../host/host'
import { type Timers } from '../host/timers'
import { type Checks, type Suggestion } from '../openapi/checks'
import { type Messages } from '../openapi/messages'
import { readTroubles, type Troubles } from '../openapi/troubles'
import { type Plans } from '../plans'
import { readJsonObject, sendJson } from './http'
import { requestNames } from './request-names'
import { type FileStorage } from './storage'

/** What the control addresses reach. */
export interface ControlParts {
  host: Host
  timers: Timers
  messages: Messages
  checks: Checks
  troubles: Troubles
  files: FileStorage
  clock: Clock
  plans: Plans
  rules: FaultRules
  stats: () => unknown
}

const OPENID = /^[\w-]{1,64}$/

/** The addresses for phone, tests and developers; false when the path is none of them. */
export async function serveControl(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const [room, name = '', item = ''] = url.pathname.slice(1).split('/').map(decodeURIComponent)
  switch (`${request.method} ${room}`) {
    case 'GET healthz':
      sendJson(response, { ok: true })
      return true
    case 'GET stats':
      sendJson(response, parts.stats())
      return true
    case 'GET logs':
      sendJson(response, { logs: parts.host.logs.read(url.searchParams.get('requestId') ?? undefined) })
      return true
    case 'GET plans':
      sendJson(response, parts.plans.show())
      return true
    case 'POST faults':
      parts.rules.set(readFaultPlan(await readJsonObject(request), requestNames(parts.host.names())))
      sendJson(response, parts.rules.show())
      return true
    case 'GET faults':
      sendJson(response, parts.rules.show())
      return true
    case 'POST functions':
      await callFunction(parts.host, name, request, response)
      return true
    case 'POST timers':
      await answerCall(request, response, (hooks) => parts.timers.fire(name, item, hooks))
      return true
    case 'POST clock':
      await setClock(parts.clock, request, response)
      return true
    case 'GET wechat':
    case 'POST wechat':
      return serveWechat(parts, name, request, response, url)
    default:
      return false
  }
}

async function callFunction(host: Host, name: string, request: IncomingMessage, response: ServerResponse) {
  const { openid, data = {}, appId = LOCAL_APPID } = await readJsonObject(request)
  const isNamed = typeof openid === 'string' && OPENID.test(openid)
  // '' is a page opened in Moments, where WeChat names nobody; leaving it out is a mistake.
  if ((!isNamed && openid !== '') || typeof appId !== 'string' || !OPENID.test(appId)) {
    sendJson(response, {
      errCode: -501007,
      errMsg: "invalid parameters: openid is 1 to 64 letters, digits, _ or -, or ''",
    })
    return
  }
  const caller: Caller = { ...(isNamed && { openid }), appId, source: 'wx_client' }
  await answerCall(request, response, (hooks) => host.invoke(name, data, caller, hooks))
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  call: (hooks: Hooks) => Promise<Returned>,
): Promise<void> {
  const faults = request.headers['x-local-faults']
  const withStats = request.headers['x-local-stats'] !== undefined
  let invocation: Invocation | undefined
  const more = () => ({ requestId: invocation?.requestId, ...(withStats && { stats: invocation?.tally }) })
  try {
    const { result } = await call({
      faults: typeof faults === 'string' ? readCallFaults(faults) : undefined,
      onBegin: (begun) => (invocation = begun),
    })
    sendJson(response, { result: JSON.parse(result) as unknown, ...more() })
  } catch (error) {
    if (!(error instanceof FunctionFault)) throw error
    sendJson(response, { errCode: error.errCode, errMsg: error.message, ...more() })
  }
}

async function setClock(clock: Clock, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { advance = 0, offset = clock.offset, at, ...odd } = await readJsonObject(request)
  const [unknown] = Object.keys(odd)
  if (unknown !== undefined) throw new Error(`clock: unknown property "${unknown}"`)
  const before = at === undefined ? offset : clock.offset + msOf(at) - clock.now()
  const next = msOf(before) + msOf(advance)
  // Beyond 8.64e15 ms no Date is one.
  if (Number.isNaN(new Date(clock.now() - clock.offset + next).getTime()))
    throw new Error('clock: there is no such day')
  clock.offset = next
  sendJson(response, { now: clock.now(), offset: clock.offset })
}

function msOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Error('clock: advance, offset and at are in ms')
  return value
}

async function serveWechat(
  { messages, checks, troubles, files }: ControlParts,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (request.method === 'POST' && name === 'consent') {
    const { openid, templateIds } = await readJsonObject(request)
    const isRight = typeof openid === 'string' && Array.isArray(templateIds)
    if (isRight) messages.consent(openid, templateIds.map(String))
    sendJson(response, isRight ? { ok: true } : { errMsg: 'expected {openid, templateIds: […]}' }, isRight ? 200 : 400)
    return true
  }
  if (request.method === 'GET' && name === 'messages') {
    sendJson(response, { messages: messages.received(url.searchParams.get('openid') ?? '') })
    return true
  }
  if (request.method === 'GET' && name === 'receivers') {
    sendJson(response, { receivers: messages.receivers() })
    return true
  }
  if (request.method === 'POST' && name === 'troubles') {
    troubles.set(readTroubles((await readJsonObject(request)).next))
    sendJson(response, { ok: true })
    return true
  }
  if (name === 'checks') {
    if (request.method === 'POST') await setChecks(checks, request)
    sendJson(response, { pending: checks.pending() })
    return true
  }
  if (request.method === 'GET' && name === 'file') {
    await files.serveId(request, response, url.searchParams.get('fileID') ?? '')
    return true
  }
  if (request.method === 'GET' && name === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': open\n\n')
    const stop = messages.listen((message) => response.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`))
    request.on('close', stop)
    return true
  }
  return false
}

const isSuggestion = (value: unknown): value is Suggestion =>
  value === 'pass' || value === 'review' || value === 'risky'

async function setChecks(checks: Checks, request: IncomingMessage): Promise<void> {
  const { next, hold, textDown } = await readJsonObject(request)
  checks.set({
    next: Array.isArray(next) ? next.filter(isSuggestion) : undefined,
    hold: typeof hold === 'boolean' ? hold : undefined,
    textDown: typeof textDown === 'boolean' ? textDown : undefined,
  })
}
