import { randomBytes, randomUUID } from 'node:crypto'
import { type CallFaults } from '../faults/call-faults'
import { type FaultRules } from '../faults/rules'
import { newTally, type Tally } from '../tally'
import { Crowd } from './crowd'
import { environOf, instanceEnv, type Caller } from './environment'
import { executeFailed, functionNotFound, timedOut, type FunctionFault } from './fault'
import { functionNames, readFunction, type FunctionConfig } from './function-config'
import { type Instance } from './instance'
import { LogRing } from './logs'
import { Pool } from './pool'
import { runUnderRule, type Cut } from './under-rule'

/** A running call, found again by the token its requests carry. */
export interface Invocation {
  token: string
  requestId: string
  functionName: string
  caller: Caller
  tally: Tally
  /** What goes wrong with it, for tests. */
  faults?: CallFaults
  instance?: Instance
  /** Set when it was killed; whatever it still sends is ignored. */
  isDead: boolean
}

/** What a call returned, as JSON text. */
export interface Returned {
  result: string
  requestId: string
  tally: Tally
}

/** What a caller may want besides the result. */
export interface Hooks {
  /** What goes wrong within the call. */
  faults?: CallFaults
  /** Hears of the invocation before it runs, to know its request id and tally even when it fails. */
  onBegin?: (invocation: Invocation) => void
}

/** How the host runs functions. */
export interface HostOptions {
  functionsDir?: string
  /** Most instances of one function. */
  maxInstances: number
  /** Most calls of all functions at once; more are refused. */
  concurrent?: number
  /** What goes wrong with calls. */
  rules?: FaultRules
  clock: () => number
  /** Base address that functions shall talk to. */
  url: () => string
  /** Prints what functions log to the console as well. */
  printLogs: boolean
}

/** Runs the functions of a folder, each in a pool of instances. */
export class Host {
  readonly logs: LogRing
  readonly crowd: Crowd
  private readonly pools = new Map<string, Pool>()
  private readonly running = new Map<string, Invocation>()

  constructor(private readonly options: HostOptions) {
    this.logs = new LogRing(options.printLogs)
    this.crowd = new Crowd(options.concurrent)
  }

  /** Calls a function, as the fault rules have it; throws FunctionFault. */
  async invoke(name: string, data: unknown, caller: Caller, hooks: Hooks = {}): Promise<Returned> {
    const rule = this.options.rules?.strike(`function ${name}`)
    if (!rule) return this.run(name, data, caller, hooks)
    return runUnderRule(rule, (cut) => this.run(name, data, caller, hooks, cut))
  }

  private async run(name: string, data: unknown, caller: Caller, hooks: Hooks, cut?: Cut): Promise<Returned> {
    const { functionsDir } = this.options
    const config = functionsDir && readFunction(functionsDir, name)
    if (!config) throw functionNotFound(name)
    if (isRepeatedByPlatform(caller)) this.crowd.enterAnyway()
    else this.crowd.enter()
    const invocation: Invocation = {
      token: randomBytes(16).toString('hex'),
      requestId: randomUUID(),
      functionName: name,
      caller,
      tally: newTally(),
      faults: hooks.faults,
      isDead: false,
    }
    hooks.onBegin?.(invocation)
    this.running.set(invocation.token, invocation)
    let scissors: NodeJS.Timeout | undefined
    try {
      const result = await this.pool(config).run(this.callOf(config, invocation, data), (instance) => {
        invocation.instance = instance
        // A timer, however short, would let a quick function finish.
        if (cut?.afterMs === 0) throw this.cutOff(invocation, instance, cut)
        if (cut) scissors = setTimeout(() => this.cutOff(invocation, instance, cut), cut.afterMs)
      })
      return { result, requestId: invocation.requestId, tally: invocation.tally }
    } catch (error) {
      invocation.isDead = Boolean(invocation.instance?.isDead)
      throw error
    } finally {
      clearTimeout(scissors)
      this.crowd.leave()
      this.retire(invocation)
    }
  }

  /** The invocation whose requests carry this token. */
  invocation(token: string | undefined): Invocation | undefined {
    return token === undefined ? undefined : this.running.get(token)
  }

  /** Kills the instance of an invocation, which writes nothing any more. */
  crash(invocation: Invocation): void {
    invocation.isDead = true
    invocation.instance?.kill()
  }

  private cutOff(invocation: Invocation, instance: Instance, { how, afterMs }: Cut): FunctionFault {
    const seconds = afterMs / 1000 || instance.config.timeoutSeconds
    const fault = how === 'kill' ? executeFailed('the function exited unexpectedly') : timedOut(seconds)
    invocation.isDead = true
    instance.kill(fault)
    return fault
  }

  /** The names of all folders that may be functions. */
  names(): string[] {
    const { functionsDir } = this.options
    return functionsDir ? functionNames(functionsDir) : []
  }

  /** Every function of the folder. */
  functions(): FunctionConfig[] {
    const { functionsDir } = this.options
    return functionsDir ? this.names().flatMap((name) => readFunction(functionsDir, name) ?? []) : []
  }

  /** Calls, instances and cold starts by function. */
  stats() {
    return Object.fromEntries(
      [...this.pools].map(([name, { calls, size, coldStartsMs }]) => [name, { calls, instances: size, coldStartsMs }]),
    )
  }

  /** Ends everything that runs. */
  close(): void {
    for (const pool of this.pools.values()) pool.close()
  }

  private pool(config: FunctionConfig): Pool {
    const known = this.pools.get(config.name)
    known?.update(config)
    if (known) return known
    const env = () => instanceEnv(config, this.options.url())
    const made = new Pool(config, this.options.maxInstances, env, (line) => this.logs.add(config.name, line))
    this.pools.set(config.name, made)
    return made
  }

  private callOf(config: FunctionConfig, invocation: Invocation, data: unknown) {
    const { caller, token, requestId } = invocation
    const isPlain = typeof data === 'object' && data !== null && !Array.isArray(data)
    const event =
      caller.openid && isPlain ? { ...data, userInfo: { appId: caller.appId, openId: caller.openid } } : data
    return {
      event,
      offset: Math.round(this.options.clock() - Date.now()),
      context: {
        request_id: requestId,
        function_name: config.name,
        function_version: '$LATEST',
        memory_limit_in_mb: config.memoryMb,
        time_limit_in_ms: config.timeoutSeconds * 1000,
        environ: environOf(caller, token),
      },
    }
  }

  // Late requests of a finished call are still attributed for a while, as work a function forgot to await goes on.
  private retire(invocation: Invocation): void {
    setTimeout(() => this.running.delete(invocation.token), 5000).unref()
  }
}

const isRepeatedByPlatform = ({ source }: Caller) => source === 'wx_trigger' || source === 'wx_unknown'
