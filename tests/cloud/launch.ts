import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../local/cloud/server'
import { newTally, type Tally } from '../../local/cloud/tally'
import { isRemote, Remote, suiteName } from './remote'
import { type Sdk } from './sdk'

/** Functions the tests deploy. */
export const FIXTURES = join(__dirname, 'fixtures')

/** The answer of `POST /functions/…`. */
export interface CallAnswer {
  result?: unknown
  errCode?: number
  errMsg?: string
  requestId?: string
  stats?: Tally
}

/** A failure inside the function, as its code would have seen it. */
export class SdkError extends Error {
  constructor(
    readonly errCode: number | undefined,
    message: string,
  ) {
    super(message)
  }
}

/** A fresh, empty folder that `removeFolders` takes away. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []

/** Removes what `freshFolder` made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Starts a local cloud with the test functions on a fresh folder; with `REMOTE=1` it is a real environment. */
export async function launch(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  if (isRemote) return remoteCloud(options)
  return startLocalCloud({ dataDir: freshFolder(), functionsDir: FIXTURES, pushedTo: 'jobs', fsync: false, ...options })
}

const remotes = new Map<string, Remote>()

// Stands in for the handle of a local cloud; whatever a real environment has not got says so when it is touched.
async function remoteCloud({ collections = {} }: Partial<LocalCloudOptions>): Promise<LocalCloud> {
  const remote = await Remote.open(collections, process.env, suiteName())
  const url = `remote:${remote.prefix}`
  remotes.set(url, remote)
  const handle = { url, close: () => remote.close() } as LocalCloud
  return new Proxy(handle, {
    get(target, key) {
      // A promise asks what it resolves to whether it is one, too.
      if (key in target || key === 'then') return Reflect.get(target, key) as unknown
      throw new Error(`A real environment has no ${String(key)}; such a test belongs to localTest.`)
    },
  })
}

type Body = () => Promise<void>

/** `test` for what only the local cloud can show; against a real environment it is skipped and says why. */
export const localTest = (why: string) => (name: string, body: Body) =>
  isRemote ? test.skip(`${name} (skipped: ${why})`, body) : test(name, body)

/** `test` for what needs indexes, which are made by hand in a real environment: `SCRATCH_INDEXES=1` says they are. */
export const indexTest = (name: string, body: Body) =>
  isRemote && !process.env.SCRATCH_INDEXES
    ? test.skip(`${name} (skipped: indexes are made by hand)`, body)
    : test(name, body)

/** Calls a function over HTTP as a given person. */
export async function call(
  url: string,
  name: string,
  body: { openid?: string; data?: unknown },
  headers: Record<string, string> = {},
): Promise<CallAnswer> {
  const response = await fetch(`${url}/functions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return (await response.json()) as CallAnswer
}

/** Runs code inside the probe function with the genuine SDK; it can use nothing but its two arguments. */
export async function run<T, G = undefined>(
  cloud: { url: string },
  code: (sdk: Sdk, given: G) => Promise<T> | T,
  given?: G,
): Promise<T> {
  return (await runWithStats(cloud, code, given)).value
}

/** Like `run`, with what it cost; a real environment does not say, its figures are all 0. */
export async function runWithStats<T, G = undefined>(
  cloud: { url: string },
  code: (sdk: Sdk, given: G) => Promise<T> | T,
  given?: G,
): Promise<{ value: T; stats: Tally }> {
  const remote = remotes.get(cloud.url)
  if (remote) {
    const outcome = await remote.run(code.toString(), given)
    if (outcome.error) throw new SdkError(outcome.error.errCode, outcome.error.message)
    return { value: outcome.value as T, stats: newTally() }
  }
  const body = { openid: 'oProbe', data: { code: code.toString(), given } }
  const answer = await call(cloud.url, 'probe', body, { 'x-local-stats': '1' })
  if (answer.errCode !== undefined) throw new SdkError(answer.errCode, answer.errMsg ?? '')
  const { value, error } = answer.result as { value: T; error?: { errCode?: number; message: string } }
  if (error) throw new SdkError(error.errCode, error.message)
  return { value, stats: answer.stats as Tally }
}

/** A collection declaration with no index. */
export const plain = { indexes: [] }
