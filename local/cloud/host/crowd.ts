import { tooManyAtOnce } from './fault'

/** How many calls run at this moment, and how many may. */
export class Crowd {
  running = 0
  /** Calls refused since the start, and the most that ever ran together. */
  refused = 0
  most = 0

  /** `limit` is the plan's number of concurrent requests; none means that every call is let in. It may change at any time. */
  constructor(public limit = Infinity) {}

  /** Lets a call in, to be followed by `leave`; throws FunctionFault when the limit is reached. */
  enter(): void {
    if (this.running >= this.limit) {
      this.refused++
      throw tooManyAtOnce()
    }
    this.running++
    this.most = Math.max(this.most, this.running)
  }

  /** Lets in whatever the platform repeats by itself until there is room, as it does for timers and events. */
  enterAnyway(): void {
    this.running++
    this.most = Math.max(this.most, this.running)
  }

  leave(): void {
    this.running--
  }

  /** The figures without the limit. */
  stats() {
    const { running, most, refused } = this
    return { running, most, refused }
  }
}
