import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'

/** A subscription message a person received, as the phone shows it. */
export interface Message {
  id: number
  at: number
  openid: string
  templateId: string
  page?: string
  /** Field name to text. */
  data: Record<string, string>
}

type Entry = { consent: { openid: string; templateIds: string[] } } | { message: Message }

/** The message channel: who agreed to which template how often, and what was sent; kept in a file. */
export class Messages {
  private readonly consents = new Map<string, number>()
  private readonly sent: Message[] = []
  private readonly listeners = new Set<(message: Message) => void>()

  constructor(
    private readonly file: string,
    private readonly clock: () => number,
  ) {
    mkdirSync(dirname(file), { recursive: true })
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    // What follows the last line break was not completely written.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
    for (const line of whole.split('\n')) if (line) this.read(line)
  }

  /** One agreement is good for one message of that template. */
  consent(openid: string, templateIds: string[]): void {
    this.keep({ consent: { openid, templateIds } })
  }

  /** Uses up one agreement and keeps the message; false when there is none. */
  deliver(message: Omit<Message, 'id' | 'at'>): boolean {
    if (!this.consents.get(keyOf(message.openid, message.templateId))) return false
    const kept = { ...message, id: this.sent.length + 1, at: this.clock() }
    this.keep({ message: kept })
    for (const listen of this.listeners) listen(kept)
    return true
  }

  /** How many more messages of a template a person will take. */
  left(openid: string, templateId: string): number {
    return this.consents.get(keyOf(openid, templateId)) ?? 0
  }

  /** What a person received, oldest first. */
  received(openid: string): Message[] {
    return this.sent.filter((message) => message.openid === openid)
  }

  /** Everyone who received something, with how many messages, in the order of the first. */
  receivers(): { openid: string; count: number }[] {
    const counts = new Map<string, number>()
    for (const { openid } of this.sent) counts.set(openid, (counts.get(openid) ?? 0) + 1)
    return [...counts].map(([openid, count]) => ({ openid, count }))
  }

  /** Hears of every message from now on; returns the way to stop. */
  listen(listener: (message: Message) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private keep(entry: Entry): void {
    const size = statSync(this.file, { throwIfNoEntry: false })?.size ?? 0
    try {
      appendFileSync(this.file, `${JSON.stringify(entry)}\n`)
    } catch (error) {
      // Half a line would spoil the next one.
      if (existsSync(this.file)) truncateSync(this.file, size)
      throw error
    }
    this.take(entry)
  }

  // A damaged line takes nothing with it but itself: no entry rests on another.
  private read(line: string): void {
    let entry: Entry
    try {
      entry = JSON.parse(line) as Entry
    } catch {
      process.stderr.write(`local cloud: ${this.file} has a damaged line, which is left out\n`)
      return
    }
    this.take(entry)
  }

  private take(entry: Entry): void {
    if ('consent' in entry) {
      for (const templateId of entry.consent.templateIds) this.add(entry.consent.openid, templateId, 1)
    } else {
      this.sent.push(entry.message)
      this.add(entry.message.openid, entry.message.templateId, -1)
    }
  }

  private add(openid: string, templateId: string, count: number): void {
    this.consents.set(keyOf(openid, templateId), this.left(openid, templateId) + count)
  }
}

const keyOf = (openid: string, templateId: string) => `${openid} ${templateId}`
