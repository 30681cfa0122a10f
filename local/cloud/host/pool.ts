import { executeFailed, FunctionFault } from './fault'
import { type FunctionConfig } from './function-config'
import { Instance, type Call, type LogLine } from './instance'

/** A call that waits for, or runs in, an instance. */
interface Job {
  call: Call
  onStart: (instance: Instance) => void
  resolve: (result: string) => void
  reject: (error: unknown) => void
}

/** The instances of one function: grows while calls wait, up to a limit, and keeps idle ones warm. */
export class Pool {
  calls = 0
  readonly coldStartsMs: number[] = []
  private readonly instances = new Set<Instance>()
  private readonly idle: Instance[] = []
  private readonly queue: Job[] = []
  private booting = 0

  constructor(
    private config: FunctionConfig,
    private readonly limit: number,
    private readonly env: () => Record<string, string>,
    private readonly onLog: (line: LogLine) => void,
  ) {}

  get size(): number {
    return this.instances.size
  }

  /** Runs a call as soon as an instance is free; the JSON result. What `onStart` throws fails the call unbegun. */
  run(call: Call, onStart: (instance: Instance) => void): Promise<string> {
    this.calls++
    return new Promise((resolve, reject) => {
      this.queue.push({ call, onStart, resolve, reject })
      this.pump()
    })
  }

  /** Takes over a newly built function; instances of the old one serve no further calls. */
  update(config: FunctionConfig): void {
    if (config.version === this.config.version) return
    this.config = config
    for (const instance of this.idle.splice(0)) this.discard(instance)
  }

  /** Ends all instances; waiting calls fail. */
  close(): void {
    const fault = executeFailed('the local cloud is closing')
    for (const job of this.queue.splice(0)) job.reject(fault)
    for (const instance of this.instances) instance.kill(fault)
    this.instances.clear()
  }

  private pump(): void {
    while (this.queue.length) {
      const instance = this.idle.pop()
      if (!instance) break
      if (instance.isDead) this.discard(instance)
      else void this.serve(instance, this.queue.shift() as Job)
    }
    while (this.queue.length > this.booting && this.instances.size < this.limit) void this.boot()
  }

  private async boot(): Promise<void> {
    this.booting++
    const instance = new Instance(this.config, this.env(), this.onLog)
    this.instances.add(instance)
    try {
      this.coldStartsMs.push(Math.round(await instance.ready))
      this.booting--
      this.release(instance)
    } catch (error) {
      this.booting--
      this.discard(instance)
      this.queue.shift()?.reject(error)
      this.pump()
    }
  }

  private async serve(instance: Instance, job: Job): Promise<void> {
    try {
      job.onStart(instance)
      job.resolve(await instance.call(job.call))
    } catch (error) {
      job.reject(error instanceof FunctionFault ? error : executeFailed(String(error)))
    }
    this.release(instance)
  }

  private release(instance: Instance): void {
    const isOld = instance.config.version !== this.config.version
    if (instance.isDead || isOld) this.discard(instance)
    else this.idle.push(instance)
    this.pump()
  }

  private discard(instance: Instance): void {
    this.instances.delete(instance)
    if (!instance.isDead) instance.kill()
  }
}
