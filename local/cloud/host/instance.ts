import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { executeFailed, timedOut, type FunctionFault } from './fault'
import { type FunctionConfig } from './function-config'

/** What is handed to an instance for one call. */
export interface Call {
  event: unknown
  context: Record<string, unknown> & { request_id: string; environ: string }
  /** Ms by which the function's clock is ahead of the real one. */
  offset: number
}

/** One line a function wrote. */
export interface LogLine {
  level: string
  requestId: string
  text: string
}

/** What V8 made of the files of a function. */
type Compiled = Map<string, SharedArrayBuffer>

/** By index.js and its version; the instances of a function start with what its first one compiled. */
const compiledOf = new Map<string, { version: number; compiled: Compiled }>()

type Message =
  | { kind: 'ready' }
  | { kind: 'broken' | 'failed'; message: string }
  | { kind: 'done'; result: string }
  | { kind: 'compiled'; compiled: Compiled }
  | ({ kind: 'log' } & LogLine)

/** One warm copy of a function in its own thread, with its own globals and environment; one call at a time. */
export class Instance {
  /** Resolves to the ms its start took; rejects when the function cannot be loaded. */
  readonly ready: Promise<number>
  isDead = false
  private readonly worker: Worker
  private settle?: (outcome: string | FunctionFault) => void

  constructor(
    readonly config: FunctionConfig,
    env: Record<string, string>,
    private readonly onLog: (line: LogLine) => void,
  ) {
    const startedAt = performance.now()
    const known = compiledOf.get(config.file)
    const compiled = known?.version === config.version ? known.compiled : undefined
    this.worker = new Worker(join(__dirname, 'worker.cjs'), {
      env,
      // Otherwise each instance would load the TypeScript compiler this process was started with.
      execArgv: [],
      workerData: { file: config.file, compiled },
      resourceLimits: { maxOldGenerationSizeMb: config.memoryMb },
    })
    this.ready = new Promise((resolve, reject) => {
      this.settle = (outcome) =>
        typeof outcome === 'string' ? resolve(performance.now() - startedAt) : reject(outcome)
    })
    this.worker.on('message', (message: Message) => this.hear(message))
    this.worker.on('error', (error: NodeJS.ErrnoException) => this.die(reasonOf(error, config)))
    this.worker.on('exit', () => this.die('the function exited unexpectedly'))
  }

  /** Runs one call to its JSON result; the instance is dead after a timeout or crash. */
  call(call: Call): Promise<string> {
    return new Promise((resolve, reject) => {
      const { timeoutSeconds } = this.config
      const timer = setTimeout(() => this.kill(timedOut(timeoutSeconds)), timeoutSeconds * 1000)
      this.settle = (outcome) => {
        clearTimeout(timer)
        if (typeof outcome === 'string') resolve(outcome)
        else reject(outcome)
      }
      this.worker.postMessage(call)
    })
  }

  /** Ends the thread at once, wherever it is; the running call fails with the given fault. */
  kill(fault: FunctionFault = executeFailed('the function exited unexpectedly')): void {
    this.isDead = true
    void this.worker.terminate()
    this.finish(fault)
  }

  private hear(message: Message): void {
    if (message.kind === 'log') this.onLog(message)
    else if (message.kind === 'ready') this.finish('ready')
    else if (message.kind === 'done') this.finish(message.result)
    else if (message.kind === 'compiled')
      compiledOf.set(this.config.file, { version: this.config.version, compiled: message.compiled })
    else if (message.kind === 'failed') this.finish(executeFailed(message.message))
    else this.kill(executeFailed(message.message))
  }

  private die(why: string): void {
    this.isDead = true
    this.finish(executeFailed(why))
  }

  private finish(outcome: string | FunctionFault): void {
    const settle = this.settle
    this.settle = undefined
    settle?.(outcome)
  }
}

function reasonOf(error: NodeJS.ErrnoException, config: FunctionConfig): string {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return `memory limit of ${config.memoryMb} MB exceeded`
  return error.stack ?? error.message
}
