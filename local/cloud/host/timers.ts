import { LOCAL_APPID, type Caller } from './environment'
import { functionNotFound } from './fault'
import { firesWithin } from './cron'
import { type Hooks, type Host, type Returned } from './host'

/** Fires the timers of all functions each second, and any of them by hand. */
export class Timers {
  private ticker?: NodeJS.Timeout
  private lastSecond: number

  constructor(
    private readonly host: Host,
    private readonly clock: () => number,
  ) {
    this.lastSecond = Math.floor(clock() / 1000)
  }

  /** Begins to fire by itself. */
  start(): void {
    this.ticker = setInterval(() => this.tick(), 250)
    this.ticker.unref()
  }

  stop(): void {
    clearInterval(this.ticker)
  }

  /** Fires one timer now; throws when the function or the timer is not known. */
  async fire(functionName: string, timerName: string, hooks: Hooks = {}): Promise<Returned> {
    const config = this.host.functions().find((one) => one.name === functionName)
    if (!config?.timers.some((timer) => timer.name === timerName))
      throw functionNotFound(`${functionName}/${timerName}`)
    const caller: Caller = { appId: LOCAL_APPID, source: 'wx_trigger' }
    const event = { Type: 'timer', TriggerName: timerName, Time: new Date(this.clock()).toISOString(), Message: '' }
    return this.host.invoke(functionName, event, caller, hooks)
  }

  // A second is fired twice only when the clock was moved back before it; a timer that missed several fires once.
  private tick(): void {
    const now = Math.floor(this.clock() / 1000)
    const from = Math.min(this.lastSecond + 1, now)
    if (now === this.lastSecond) return
    this.lastSecond = now
    for (const { name, timers } of this.host.functions()) {
      for (const timer of timers) {
        if (firesWithin(timer.cron, from * 1000, now * 1000)) void this.fireQuietly(name, timer.name)
      }
    }
  }

  private async fireQuietly(functionName: string, timerName: string): Promise<void> {
    try {
      await this.fire(functionName, timerName)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      this.host.logs.add(functionName, { level: 'error', requestId: `timer:${timerName}`, text })
    }
  }
}
