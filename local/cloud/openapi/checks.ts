import { randomUUID } from 'node:crypto'

/** What WeChat thinks of words or a picture. */
export type Suggestion = 'pass' | 'review' | 'risky'

/** A picture that is being checked. */
export interface MediaCheck {
  traceId: string
  mediaUrl: string
  openid: string
}

/** What a test can set: the verdicts of the next pictures in order, whether they are held back, and a text check that fails. */
export interface CheckSettings {
  next?: Suggestion[]
  hold?: boolean
  textDown?: boolean
}

/** Hands WeChat's event to the function that message push is set to. */
type Push = (event: Record<string, unknown>) => Promise<void>

const LABELS: Record<Suggestion, number> = { pass: 100, review: 20002, risky: 20002 }
/** How long the platform takes here; in truth up to half an hour. */
const WAIT_MS = 300

/** WeChat's checks of content: words at once, pictures later by an event. */
export class Checks {
  textDown = false
  private readonly waiting: MediaCheck[] = []
  private readonly timers = new Set<NodeJS.Timeout>()
  private verdicts: Suggestion[] = []
  private isHeld = false

  constructor(
    private readonly push: Push,
    private readonly clock: () => number,
  ) {}

  /** Takes a picture in; the verdict comes as an event. */
  begin(mediaUrl: string, openid: string): string {
    const check = { traceId: randomUUID(), mediaUrl, openid }
    this.waiting.push(check)
    if (!this.isHeld) this.later()
    return check.traceId
  }

  /** Pictures without a verdict, oldest first. */
  pending(): MediaCheck[] {
    return [...this.waiting]
  }

  /** Changes what it is told; letting go answers everything that was held back. */
  set({ next, hold, textDown }: CheckSettings): void {
    if (next) this.verdicts = [...next]
    if (textDown !== undefined) this.textDown = textDown
    if (hold !== undefined) this.isHeld = hold
    if (hold === false) for (const _check of this.waiting) this.later()
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer)
  }

  private later(): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      const check = this.isHeld ? undefined : this.waiting.shift()
      if (check) void this.finish(check)
    }, WAIT_MS)
    timer.unref()
    this.timers.add(timer)
  }

  private async finish({ traceId, mediaUrl, openid }: MediaCheck): Promise<void> {
    const suggest = this.verdicts.shift() ?? 'pass'
    const label = LABELS[suggest]
    const verdict = (await canBeFetched(mediaUrl))
      ? {
          errcode: 0,
          errmsg: 'ok',
          result: { suggest, label },
          detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
        }
      : { errcode: -1008, errmsg: 'download media fail' }
    await this.push({
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(this.clock() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      trace_id: traceId,
      version: 2,
      ...verdict,
    })
  }
}

/** WeChat fetches the picture itself: an address that has run out is no picture. Others' addresses are believed. */
async function canBeFetched(address: string): Promise<boolean> {
  if (!/^http:\/\/127\.0\.0\.1[:/]/.test(address)) return address.startsWith('https://')
  try {
    return (await fetch(encodeURI(decodeURI(address)), { method: 'HEAD' })).ok
  } catch {
    return false
  }
}
