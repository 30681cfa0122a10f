import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { answeredBy, type Reply } from '../../cloudfunctions/core/contract'
import type { Crowd } from '../../local/cloud/host/crowd'
import { demoPeople } from '../../local/demo'
import { startStack, type Stack, type StackOptions } from '../../local/stack'
import { launchBrowser, openPhone, type Phone, type PhoneOpening } from './harness'
import { openTable, type TableOfPhones, type TableOpening } from './table'

const root = path.resolve(__dirname, '../..')

/** Sunday morning in UTC+8: the day on which every phone test happens. */
export const morning = Date.parse('2026-11-22T08:20:00+08:00')

/** The whole product in a folder of its own: dist/weapp, dist/cloudfunctions, local cloud, demo county, phone. */
export class App {
  private phones: Phone[] = []

  private constructor(
    private stack: Stack,
    private readonly browser: Browser,
    private readonly folder: string,
    private readonly started: number,
  ) {}

  /** Where the phone is served. */
  get url(): string {
    return this.stack.url
  }

  /** The calls that run in the cloud; a limit of 0 turns every phone away. */
  get crowd(): Crowd {
    return this.stack.cloud.crowd
  }

  /** What the cloud's clock shows: it went on since the morning, by as much as tests took and moved it. */
  now(): number {
    return this.stack.cloud.clock.now()
  }

  /** Starts everything on a free port, on the morning of the tests. */
  static async start(): Promise<App> {
    // A test taps faster than a person.
    process.env.FUNCTION_CALLS_PER_MINUTE ??= '1000000'
    const folder = await madeCounty()
    const started = Date.now()
    const stack = await startStack(stackIn(folder, started))
    return new App(stack, await launchBrowser(), folder, started)
  }

  /** A phone in the hand of someone of the cast, by name. */
  async phone(name: string, opening: Partial<PhoneOpening> = {}): Promise<Phone> {
    const phone = await openPhone({
      url: this.url,
      as: openidOf(name),
      browser: this.browser,
      now: morning,
      ...opening,
    })
    this.phones.push(phone)
    return phone
  }

  /** The table of phones, one in the hand of each of these people of the cast. */
  async table(names: string[], opening: Partial<TableOpening> = {}): Promise<TableOfPhones> {
    const people = names.map((name) => ({ name, openid: openidOf(name) }))
    const table = await openTable({ url: this.url, people, browser: this.browser, now: morning, ...opening })
    this.phones.push(...table.phones)
    return table
  }

  /** Calls an action as someone of the cast, beside the phone. */
  async call<T>(name: string, action: string, input: object): Promise<T> {
    const by = answeredBy(action)
    const answer = await fetch(`${this.stack.cloud.url}/functions/${by}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: openidOf(name), data: { action, input } }),
    })
    const { result } = (await answer.json()) as { result: Reply<T> }
    if (!result.ok) throw new Error(`${action} was not done: ${JSON.stringify(result)}`)
    return result.data
  }

  /** Fires the timer of a function once, as the platform does every minute. */
  async timer(name: 'timer' | 'jobs' = 'timer'): Promise<void> {
    const answer = await fetch(`${this.stack.cloud.url}/timers/${name}/every-minute`, { method: 'POST' })
    if (!answer.ok) throw new Error(`the timer did not run: ${await answer.text()}`)
  }

  /** Moves the cloud's clock ahead, and that of its functions; phones keep theirs. */
  async advance(ms: number): Promise<void> {
    const body = JSON.stringify({ advance: ms })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${this.stack.cloud.url}/clock`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`the clock did not move: ${await answer.text()}`)
  }

  /** Sets fields of a document behind the back of the actions. */
  async set(collectionName: string, _id: string, fields: object): Promise<void> {
    const how = { queryType: 'WHERE', multi: false, merge: true, upsert: false }
    const [query, data] = [JSON.stringify({ _id }), JSON.stringify({ $set: fields })]
    const body = JSON.stringify({
      action: 'database.modifyDocument',
      envName: 'local-env',
      collectionName,
      query,
      data,
      ...how,
    })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${this.stack.cloud.url}/admin`, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`${_id} was not set: ${await answer.text()}`)
  }

  /** Errors that any phone opened so far has shown, and closes them. */
  async closePhones(): Promise<string[]> {
    const errors: string[] = []
    for (const phone of this.phones)
      errors.push(...(await phone.errors()).map((error) => `${error.kind}: ${error.message}`))
    for (const phone of this.phones) await phone.close()
    this.phones = []
    return errors
  }

  /** Closes the cloud and the phone's server, and starts them again on what they kept. */
  async restart(): Promise<void> {
    await this.stack.close()
    this.stack = await startStack(stackIn(this.folder, this.started))
  }

  async stop(): Promise<void> {
    await this.browser.close()
    await this.stack.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/**
 * A folder of its own with the demo county in it. Making it takes seconds, so it is made once for all tests, as long as
 * nothing changes of which it is made (config/build-for-tests.cjs says what).
 */
async function madeCounty(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'dandelion-app-'))
  const made = process.env.MADE_COUNTY
  if (!made) return folder
  if (existsSync(made)) {
    cpSync(made, folder, { recursive: true })
    return folder
  }
  const stack = await startStack({ ...stackIn(folder, 0), clock: () => morning })
  await stack.close()
  keepCounty(folder, made)
  return folder
}

/** Keeps a county for the tests to come, whole or not at all, also when two keep it at once; older ones go. */
function keepCounty(folder: string, made: string): void {
  const { dir, base } = path.parse(made)
  mkdirSync(dir, { recursive: true })
  for (const old of readdirSync(dir))
    if (!old.startsWith(base)) rmSync(path.join(dir, old), { recursive: true, force: true })
  const keeping = `${made}-${process.pid}`
  cpSync(folder, keeping, { recursive: true })
  try {
    renameSync(keeping, made)
  } catch (error) {
    rmSync(keeping, { recursive: true, force: true })
    // Another suite was there first.
    if (!existsSync(made)) throw error
  }
}

const stackIn = (dataDir: string, started: number): StackOptions => ({
  dataDir,
  weapp: path.join(root, 'dist/weapp'),
  functions: path.join(root, 'dist/cloudfunctions'),
  port: 0,
  strict: true,
  fsync: false,
  clock: () => morning + (Date.now() - started),
})

function openidOf(name: string): string {
  const person = demoPeople.find((each) => each.name === name)
  if (!person) throw new Error(`nobody called ${name} in the cast`)
  return person.openid
}
