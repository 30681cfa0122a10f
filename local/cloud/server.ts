import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { Clock } from './clock'
import { type Crowd } from './host/crowd'
import { FaultRules, type FaultPlan } from './faults/rules'
import { LOCAL_APPID } from './host/environment'
import { Host } from './host/host'
import { Timers } from './host/timers'
import { Checks } from './openapi/checks'
import { Messages } from './openapi/messages'
import { Troubles } from './openapi/troubles'
import { Plans } from './plans'
import { readDefinitions, type CollectionDefinitions } from './store/index-definitions'
import { Store } from './store/store'
import { serveControl } from './wire/control'
import { isLocal, sendJson } from './wire/http'
import { serveLooking } from './wire/looking'
import { Protocol } from './wire/protocol'
import { FileStorage } from './wire/storage'

/** How to start a local cloud; only the data folder is needed. */
export interface LocalCloudOptions {
  /** Documents, files and lock are kept here. */
  dataDir: string
  /** Compiled functions, each a folder with index.js and config.json; none means no functions. */
  functionsDir?: string
  /** The declaration of collections and indexes; none means no collections until they are created. */
  indexesFile?: string
  /** Collections and indexes given as data instead of a file. */
  collections?: CollectionDefinitions
  /** 0 takes any free port. */
  port?: number
  /** Ms since 1970; decides server dates, transaction expiry, timers and the functions' own clock. */
  clock?: () => number
  /** Least and most ms that each database request takes besides. */
  latency?: [min: number, max: number]
  /** False skips fdatasync; then a power cut (not a kill) may lose the last moments. */
  fsync?: boolean
  /** Fire timers by themselves; by hand they can always be fired. */
  timers?: boolean
  /** Most instances of one function. */
  maxInstances?: number
  /** Most calls of all functions at once, as the plan allows; more are refused (-501004). None means no limit. */
  concurrent?: number
  /** The function that message push is set to in WeChat's console; none means that nobody takes events. */
  pushedTo?: string
  /** Print what functions log. */
  printLogs?: boolean
  /** Refuse functions' queries without an index or a limit (-502001) instead of warning of them. */
  strict?: boolean
  /** What goes wrong from the start; `POST /faults` changes it. */
  faults?: FaultPlan
  /** Hears of each kind of dangerous query once; stderr when not said. */
  warn?: (sentence: string) => void
}

/** A running local cloud. */
export interface LocalCloud {
  url: string
  port: number
  clock: Clock
  store: Store
  /** The calls that run now; its limit can be moved. */
  crowd: Crowd
  /** Everything counted since the start. */
  stats: () => CloudStats
  /** Answers one HTTP request, for embedding in another server; false when the path is not the cloud's. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
  close: () => Promise<void>
}

/** Figures as `GET /stats` shows them. */
export type CloudStats = Protocol['tally'] & {
  store: ReturnType<Store['stats']>
  functions: ReturnType<Host['stats']>
  crowd: ReturnType<Crowd['stats']>
  memory: NodeJS.MemoryUsage
}

const LONGEST_LAST_REQUEST_MS = 1000

/** Starts a local cloud on loopback; rejects with one clear sentence when it cannot. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const clock = new Clock(options.clock)
  const dataDir = resolve(options.dataDir)
  const definitions = options.collections ?? (options.indexesFile ? readDefinitions(options.indexesFile) : {})
  const fsync = options.fsync ?? true
  const store = Store.open({ folder: join(dataDir, 'database'), definitions, clock: clock.now, fsync })
  if (store.recovery.sentence) process.stderr.write(`local cloud: ${store.recovery.sentence}\n`)
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const rules = new FaultRules()
  if (options.faults) rules.set(options.faults)
  const host = new Host({
    functionsDir: options.functionsDir && resolve(options.functionsDir),
    maxInstances: options.maxInstances ?? 8,
    concurrent: options.concurrent,
    rules,
    clock: clock.now,
    url,
    printLogs: options.printLogs ?? false,
  })
  const files = new FileStorage(join(dataDir, 'files'), url, clock.now)
  const messages = new Messages(join(dataDir, 'wechat.ndjson'), clock.now)
  const timers = new Timers(host, clock.now)
  const checks = new Checks((event) => push(host, options.pushedTo, event), clock.now)
  const troubles = new Troubles()
  const plans = new Plans(
    options.strict ?? false,
    options.warn ?? ((sentence) => process.stderr.write(`${sentence}\n`)),
  )
  const delay = delayOf(options.latency)
  const protocol = new Protocol({ store, host, files, messages, checks, troubles, plans, rules, delay })
  const stats = (): CloudStats => ({
    ...protocol.tally,
    store: store.stats(),
    functions: host.stats(),
    crowd: host.crowd.stats(),
    memory: process.memoryUsage(),
  })

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (!isLocal(request)) {
      sendJson(response, { errMsg: 'the local cloud answers this machine only' }, 403)
      return true
    }
    const address = new URL(request.url ?? '/', 'http://localhost')
    if (address.pathname.startsWith('/admin') && request.method === 'POST') {
      await protocol.serve(request, response)
      return true
    }
    if (address.pathname.startsWith('/files/') && ['GET', 'HEAD', 'PUT'].includes(request.method ?? '')) {
      await files.serve(request, response, address)
      return true
    }
    if (serveLooking({ store, host, files, clock }, request, response, address)) return true
    return serveControl(
      { host, timers, messages, checks, troubles, files, clock, plans, rules, stats },
      request,
      response,
      address,
    )
  }

  const underWay = new Set<Promise<unknown>>()
  const handle: LocalCloud['handle'] = (request, response) => {
    const served = serve(request, response)
    underWay.add(served)
    const end = () => void underWay.delete(served)
    served.then(end, end)
    return served
  }

  const server = createServer((request, response) => void answer(handle, request, response))
  // Longer than the SDK keeps its sockets, so that none is closed under a request.
  server.keepAliveTimeout = 30_000
  server.requestTimeout = 0
  try {
    await listen(server, options.port ?? 0)
  } catch (error) {
    await store.close()
    throw error
  }
  if (options.timers) timers.start()

  const close = async () => {
    timers.stop()
    checks.stop()
    host.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    // One that waits for a transaction is not waited for: what it then writes is refused.
    let patience: NodeJS.Timeout | undefined
    const impatient = new Promise((go) => (patience = setTimeout(go, LONGEST_LAST_REQUEST_MS)))
    await Promise.race([Promise.allSettled(underWay), impatient])
    clearTimeout(patience)
    await store.close()
  }
  return {
    url: url(),
    port: (server.address() as AddressInfo).port,
    clock,
    store,
    crowd: host.crowd,
    stats,
    handle,
    close,
  }
}

/** Hands an event of WeChat to a function; that nobody takes it, or that it fails, stands in the logs. */
async function push(host: Host, name: string | undefined, event: Record<string, unknown>): Promise<void> {
  try {
    if (name === undefined) throw new Error('no function is set to take message push')
    await host.invoke(name, event, { appId: LOCAL_APPID, source: 'wx_unknown' })
  } catch (error) {
    const text = `${String(event.Event)} was not taken: ${error instanceof Error ? error.message : String(error)}`
    host.logs.add(name ?? '', { level: 'error', requestId: 'push', text })
  }
}

async function answer(handle: LocalCloud['handle'], request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (!(await handle(request, response))) sendJson(response, { errMsg: 'no such address' }, 404)
  } catch (error) {
    if (response.headersSent) response.destroy()
    else sendJson(response, { errMsg: error instanceof Error ? error.message : String(error) }, 400)
  }
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      failed(taken ? new Error(`Port ${port} is taken; stop what uses it or choose another.`) : error)
    })
    server.listen(port, '127.0.0.1', () => done())
  })
}

function delayOf(latency: [min: number, max: number] | undefined): () => Promise<void> {
  if (!latency) return () => Promise.resolve()
  const [min, max] = latency
  return () => new Promise((done) => setTimeout(done, min + Math.random() * (max - min)))
}
