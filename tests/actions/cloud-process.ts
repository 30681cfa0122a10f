import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Rule } from '../../local/cloud/faults/rules'
import type { CloudStats } from '../../local/cloud/server'
import type { Tally } from '../../local/cloud/tally'

const root = path.resolve(__dirname, '../..')

/** A test calls in a second what a person does in an hour; those of limits set them as they are. */
const unhurried = { FUNCTION_CALLS_PER_MINUTE: '1000000', FUNCTION_NUMBERS_PER_HOUR: '1000000' }

/** What one call cost, as the local cloud counted it, and how its queries were answered. */
export type CallStats = Pick<Tally, 'requests' | 'writes' | 'docsExamined' | 'keysExamined' | 'scans' | 'plans'>

/** What goes wrong with requests of one kind; always, unless a chance is said. */
export type FaultRule = Omit<Rule, 'chance'> & { chance?: number }

/** What goes wrong within one call or timer: its requests (database, storage, WeChat, functions) are counted from 1. */
export interface Faults {
  /** It dies when its n-th write is safe, before it hears of it. */
  killAfterWrites?: number
  /** It dies when its n-th request was carried out, before it hears the answer. */
  killAfterRequests?: number
  /** Requests answered with an error, DATABASE_REQUEST_FAILED unless said; `done`: carried out all the same. */
  fail?: { request: number; code?: string | number; done?: boolean }[]
}

/** The header that asks for faults; a number is that of the writes after which it dies, 0 for none. */
function faultsHeader(faults: number | Faults): Record<string, string> {
  const wanted = typeof faults === 'number' ? (faults > 0 ? { killAfterWrites: faults } : {}) : faults
  return Object.keys(wanted).length ? { 'x-local-faults': JSON.stringify(wanted) } : {}
}

/** WeChat answers one message with an error, with nothing, or the function dies as it asks; it may arrive all the same. */
export interface SendTrouble {
  openid: string
  how: number | 'silence' | 'death'
  arrives?: boolean
}

interface Answered {
  result?: unknown
  errMsg?: string
  stats?: CallStats
}

/** A local cloud in a process of its own, so that it can be killed like one. */
export class CloudProcess {
  private child: ChildProcess | undefined
  private url = ''
  private readonly data = mkdtempSync(path.join(tmpdir(), 'dandelion-'))

  constructor(private readonly options: readonly string[] = []) {}

  /** Starts it, or starts it again on the same data. */
  async start(): Promise<void> {
    if (process.env.BUILD_FAILED) throw new Error(process.env.BUILD_FAILED)
    // A copy of its own: a build that goes on beside the tests does not change what runs here.
    const functions = path.join(this.data, 'functions')
    if (!existsSync(functions)) cpSync(path.join(root, 'dist/cloudfunctions'), functions, { recursive: true })
    const project = ['--indexes', 'cloudfunctions/core/ports/collections.json', '--pushed-to', 'jobs', '--strict']
    const where = ['--port', '0', '--data', this.data, '--functions', functions, ...project]
    const main = ['dist/local-cloud/host/main.js', ...where]
    const env = { ...unhurried, ...process.env }
    const how = { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] } satisfies SpawnOptions
    const child = spawn(process.execPath, [...main, ...this.options], how)
    this.child = child
    const complaint: string[] = []
    child.stderr?.on('data', (text) => complaint.push(String(text)))
    const port = await new Promise<number>((ready, failed) => {
      child.stdout?.on('data', (text) => {
        const line = /\{"port":(\d+)\}/.exec(String(text))
        if (line) ready(Number(line[1]))
      })
      child.once('exit', () => failed(new Error(complaint.join('') || 'the local cloud ended')))
    })
    this.url = `http://127.0.0.1:${port}`
  }

  /** Kills it without a word, as a power cut would. */
  async kill(): Promise<void> {
    const child = this.child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await gone
  }

  /** Ends it and throws its data away. */
  async end(): Promise<void> {
    await this.kill()
    rmSync(this.data, { recursive: true, force: true })
  }

  /** Calls a function as a person; rejects when the instance died on the way. */
  async invoke(
    name: string,
    openid: string,
    data: unknown,
    faults: number | Faults = 0,
  ): Promise<{ result: unknown; stats: CallStats }> {
    const headers = { 'x-local-stats': '1', ...faultsHeader(faults) }
    const answered = (await this.post(`functions/${name}`, { openid, data }, headers)) as Answered
    if (answered.errMsg !== undefined || !answered.stats) throw new Error(answered.errMsg ?? 'no figures')
    return { result: answered.result, stats: answered.stats }
  }

  /** Fires a timer now; rejects when the instance died on the way. */
  async fire(name: string, trigger: string, faults: number | Faults = 0): Promise<unknown> {
    const answered = (await this.post(`timers/${name}/${trigger}`, {}, faultsHeader(faults))) as Answered
    if (answered.errMsg !== undefined) throw new Error(answered.errMsg)
    return answered.result
  }

  /** Fires a timer now and says what that cost. */
  async costOf(name: string, trigger: string): Promise<CallStats> {
    const answered = (await this.post(`timers/${name}/${trigger}`, {}, { 'x-local-stats': '1' })) as Answered
    if (!answered.stats) throw new Error(answered.errMsg ?? 'no figures')
    return answered.stats
  }

  /** Moves the cloud's clock, and that of its functions, ahead. */
  async advance(ms: number): Promise<void> {
    await this.post('clock', { advance: ms })
  }

  /** A person allows one message of each of these templates, as WeChat's own dialog would note it. */
  async allow(openid: string, templateIds: readonly string[]): Promise<void> {
    await this.post('wechat/consent', { openid, templateIds })
  }

  /** What goes wrong with the next subscription messages, each with one of its person. */
  async troubles(next: readonly SendTrouble[]): Promise<void> {
    await this.post('wechat/troubles', { next })
  }

  /** The subscription messages a person received from WeChat. */
  async received(openid: string): Promise<{ templateId: string; page: string; data: Record<string, string> }[]> {
    const response = await fetch(`${this.url}/wechat/messages?openid=${openid}`)
    const { messages } = (await response.json()) as { messages: never[] }
    return messages
  }

  /** Keeps a file as a phone's upload does; answers its id. */
  async keepFile(path: string, content: string): Promise<string> {
    await fetch(`${this.url}/files/${path}`, { method: 'PUT', body: content })
    return `cloud://local-env.local-bucket/${path}`
  }

  /** Whether a file is there. */
  async hasFile(fileID: string): Promise<boolean> {
    const response = await fetch(`${this.url}/wechat/file?fileID=${encodeURIComponent(fileID)}`)
    await response.arrayBuffer()
    return response.ok
  }

  /** Tells WeChat's checks of content what to answer next, and whether to wait; the pictures they hold. */
  async checks(settings: {
    next?: string[]
    hold?: boolean
    textDown?: boolean
  }): Promise<{ traceId: string; mediaUrl: string }[]> {
    const { pending } = (await this.post('wechat/checks', settings)) as {
      pending: { traceId: string; mediaUrl: string }[]
    }
    return pending
  }

  /** What the cloud counted since its start, and its memory. */
  async figures(): Promise<CloudStats> {
    const response = await fetch(`${this.url}/stats`)
    return (await response.json()) as CloudStats
  }

  /** What goes wrong from now on, by rules such as `{on: 'openapi *', do: 'error'}`; none ends it. */
  async faults(rules: readonly FaultRule[], seed = 1): Promise<void> {
    await this.post('faults', { seed, rules })
  }

  /** What the functions wrote to their log, as one text. */
  async log(): Promise<string> {
    const response = await fetch(`${this.url}/logs`)
    return response.text()
  }

  /** One action of the database protocol, as the SDK would send it. */
  async database(action: string, params: Record<string, unknown>): Promise<Record<string, unknown>> {
    const answered = await this.post('admin', { action: `database.${action}`, envName: 'local-env', ...params })
    const { data, message } = answered as { data?: Record<string, unknown>; message?: string }
    if (!data) throw new Error(message ?? 'no data')
    return data
  }

  private async post(address: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await fetch(`${this.url}/${address}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return response.json()
  }
}
