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

/** The message channel: who agreed to which template how often, and what was sent. */
export class Messages {
  private readonly consents = new Map<string, number>()
  private readonly sent: Message[] = []
  private readonly listeners = new Set<(message: Message) => void>()

  constructor(private readonly clock: () => number) {}

  /** One agreement is good for one message of that template. */
  consent(openid: string, templateIds: string[]): void {
    for (const template of templateIds) {
      const key = `${openid} ${template}`
      this.consents.set(key, (this.consents.get(key) ?? 0) + 1)
    }
  }

  /** Uses up one agreement and keeps the message; false when there is none. */
  deliver(message: Omit<Message, 'id' | 'at'>): boolean {
    const key = `${message.openid} ${message.templateId}`
    const left = this.consents.get(key) ?? 0
    if (left < 1) return false
    this.consents.set(key, left - 1)
    const kept = { ...message, id: this.sent.length + 1, at: this.clock() }
    this.sent.push(kept)
    for (const listen of this.listeners) listen(kept)
    return true
  }

  /** What a person received, oldest first. */
  received(openid: string): Message[] {
    return this.sent.filter((message) => message.openid === openid)
  }

  /** Hears of every message from now on; returns the way to stop. */
  listen(listener: (message: Message) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
