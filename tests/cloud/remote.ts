import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import { type CollectionDefinitions } from '../../local/cloud/store/index-definitions'

/** True when the suite shall run against a real environment: `REMOTE=1`. */
export const isRemote = Boolean(process.env.REMOTE)

const NEEDED = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']

/** What the code of a test came to. */
export interface Outcome {
  value?: unknown
  error?: { errCode?: number; message: string }
}

interface Answer extends Outcome {
  id: number
}

/** Scratch collections in a real environment, and a process that runs code on them with the genuine SDK. */
export class Remote {
  private waiting = new Map<number, (answer: Outcome) => void>()
  private asked = 0

  private constructor(
    private readonly runner: ChildProcess,
    private readonly names: string[],
    readonly prefix: string,
  ) {
    runner.on('message', ({ id, ...outcome }: Answer) => {
      this.waiting.get(id)?.(outcome)
      this.waiting.delete(id)
    })
  }

  /**
   * Makes the collections, empty, under the prefix. The SDK makes no indexes: those needed are named on stderr. Rejects
   * with one sentence when `env` lacks a credential.
   */
  static async open(collections: CollectionDefinitions, env: NodeJS.ProcessEnv, suite: string): Promise<Remote> {
    const lacking = NEEDED.filter((name) => !env[name])
    if (lacking.length) {
      throw new Error(`REMOTE=1 runs against a real environment and needs ${lacking.join(', ')} in the environment.`)
    }
    const prefix = `${env.SCRATCH_PREFIX || `s${randomBytes(3).toString('hex')}_`}${suite}_`
    const runner = fork(join(__dirname, 'remote-runner.cjs'), {
      // What the SDK copies from its environment, where a function would find its own.
      env: { ...env, TCB_CONTEXT_KEYS: 'TCB_ENV', SCRATCH_COLLECTIONS: prefix },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [],
    })
    const remote = new Remote(runner, Object.keys(collections), prefix)
    for (const [name, { indexes }] of Object.entries(collections)) {
      await remote.make(name)
      for (const index of indexes) {
        const fields = index.fields.map(([path, direction]) => `${path}: ${direction}`).join(', ')
        process.stderr.write(`by hand: ${prefix}${name} needs the ${index.unique ? 'unique ' : ''}index {${fields}}\n`)
      }
    }
    return remote
  }

  /** Runs code as the probe function would. */
  run(code: string, given?: unknown): Promise<Outcome> {
    const id = this.asked++
    return new Promise((done) => {
      this.waiting.set(id, done)
      this.runner.send({ id, code, given })
    })
  }

  /** Empties the collections, which is as much as the SDK can take back, and ends the process. */
  async close(): Promise<void> {
    for (const name of this.names) await this.empty(name)
    this.runner.kill()
  }

  private async make(name: string): Promise<void> {
    const { error } = await this.run('async ({ db }, name) => void (await db.createCollection(name))', name)
    if (error && !/exist/i.test(error.message)) {
      this.runner.kill()
      throw new Error(`The collection ${this.prefix}${name} cannot be made: ${error.message}`)
    }
    await this.empty(name)
  }

  private async empty(name: string): Promise<void> {
    const code = 'async ({ db, _ }, name) => void (await db.collection(name).where({ _id: _.exists(true) }).remove())'
    await this.run(code, name)
  }
}

/** The name of the running suite, as a part of its collections' names. */
export const suiteName = () => basename(expect.getState().testPath ?? 'suite').split('.')[0] ?? 'suite'
