import { openapi } from './cloud'
import { counted } from './log'
import { messageOf } from './store'
import { verdictOn, type Verdict } from './verdict'

const codeOf = (error: unknown): number => {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'errCode') : undefined
  return typeof code === 'number' ? code : -1
}
const risky = 87014
/** Whoever waits longer for WeChat's word on a text or a message goes on without it, ms. */
const patience = 3_000
const noAnswer = -2
/** WeChat's limit for one check. */
const mostCharacters = 2500

function checkPart(openid: string, content: string): Promise<Verdict> {
  const asked = counted(openapi).security.msgSecCheck({ openid, scene: 2, version: 2, content })
  const heard = asked.then(
    (answer: { result?: { suggest?: string } }): Verdict => verdictOn(answer?.result?.suggest),
    (error: unknown): Verdict =>
      codeOf(error) === risky || messageOf(error).includes(String(risky)) ? 'risky' : 'unchecked',
  )
  return inTime(heard, 'unchecked')
}

/** What WeChat answers, or `late` when it takes longer than we wait. */
function inTime<T>(heard: Promise<T>, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const given = new Promise<T>((resolve) => (timer = setTimeout(resolve, patience, late)))
  return Promise.race([heard, given]).finally(() => clearTimeout(timer))
}

/** WeChat's own services. */
export const wechat = {
  /** The id WeChat gave one of our templates: the function's variable TEMPLATE_<NAME>, or a stand-in without one. */
  templateId: (name: string): string => process.env[`TEMPLATE_${name.toUpperCase()}`] ?? `stand-in-${name}`,

  /** Whether WeChat lets these words of the caller pass; `unchecked` when it did not answer. Empty words are fine. */
  async check(openid: string, words: readonly string[]): Promise<Verdict> {
    const text = words.filter(Boolean).join('\n')
    for (let from = 0; from < text.length; from += mostCharacters) {
      const verdict = await checkPart(openid, text.slice(from, from + mostCharacters))
      if (verdict !== 'fine') return verdict
    }
    return 'fine'
  },

  /**
   * Asks WeChat to look at a picture; its verdict comes later, as an event under the mark answered here. '' when WeChat
   * took nothing on. The person must have used the mini-program in the last two hours.
   */
  async checkPicture(openid: string, mediaUrl: string): Promise<string> {
    try {
      const asked = { mediaUrl, mediaType: 2, version: 2, scene: 4, openid }
      const answer: { traceId?: string; trace_id?: string } = await counted(openapi).security.mediaCheckAsync(asked)
      return answer.traceId ?? answer.trace_id ?? ''
    } catch {
      return ''
    }
  },

  /** The mini-program code that opens a page with `scene` (at most 32 plain letters); null when WeChat made none. */
  async code(scene: string, page: string): Promise<Buffer | null> {
    try {
      const asked = { scene, page: page.replace(/^\//, ''), checkPath: false, width: 430 }
      const answer: { buffer?: Buffer } = await counted(openapi).wxacode.getUnlimited(asked)
      return answer.buffer ?? null
    } catch {
      return null
    }
  },

  /**
   * Sends a subscription message, once; WeChat's error code, 0 when it was sent, 43101 when she no longer allows it, a
   * negative one when nobody knows what became of it.
   */
  async send(openid: string, templateId: string, page: string, fields: Record<string, string>): Promise<number> {
    const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))
    const asked = counted(openapi).subscribeMessage.send({ touser: openid, templateId, page, data })
    return inTime(
      asked.then(() => 0, codeOf),
      noAnswer,
    )
  },
}
export type WeChat = typeof wechat
