import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../local/cloud/server'
import { type Tally } from '../../local/cloud/tally'
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

/** Starts a local cloud with the test functions on a fresh folder. */
export function launch(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  return startLocalCloud({ dataDir: freshFolder(), functionsDir: FIXTURES, pushedTo: 'jobs', fsync: false, ...options })
}

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

/** Like `run`, with what it cost. */
export async function runWithStats<T, G = undefined>(
  cloud: { url: string },
  code: (sdk: Sdk, given: G) => Promise<T> | T,
  given?: G,
): Promise<{ value: T; stats: Tally }> {
  const body = { openid: 'oProbe', data: { code: code.toString(), given } }
  const answer = await call(cloud.url, 'probe', body, { 'x-local-stats': '1' })
  if (answer.errCode !== undefined) throw new SdkError(answer.errCode, answer.errMsg ?? '')
  const { value, error } = answer.result as { value: T; error?: { errCode?: number; message: string } }
  if (error) throw new SdkError(error.errCode, error.message)
  return { value, stats: answer.stats as Tally }
}

/** A collection declaration with no index. */
export const plain = { indexes: [] }
