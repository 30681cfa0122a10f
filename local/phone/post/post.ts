import { type Card, chatOf, FAMILY, type Mail, MOMENTS, NOTICES, type SentCard } from './card'
import type { Person } from './person'

const KEPT = 300

/** Who is at home in the county, and so in the family's chat; without roles everyone is. */
const isFamily = ({ role }: Person) => role === undefined || role === '居民' || role === '老人'

/** What people send each other from phone to phone; kept while the phones are served. */
export class Post {
  private cards: Omit<Card, 'isRead'>[] = []
  private count = 0
  /** By `openid chat`: the last card she has seen there, or how many notifications. */
  private readonly read = new Map<string, number>()

  constructor(private readonly people: () => Promise<Person[]>) {}

  /** Takes a card and answers with it and with those whose phones it reaches. */
  async send(sent: SentCard, at: number): Promise<{ card: Card; reached: string[] }> {
    this.count += 1
    const card = { ...sent, id: this.count, at }
    this.cards = [...this.cards, card].slice(-KEPT)
    const people = await this.people()
    const reached = people.filter((person) => this.reaches(card, person)).map(({ openid }) => openid)
    return { card: { ...card, isRead: false }, reached }
  }

  /** What stands in the chats of a person. */
  async mailOf(openid: string): Promise<Mail> {
    const person = (await this.people()).find((each) => each.openid === openid) ?? { openid, name: '' }
    const cards = this.cards
      .filter((card) => card.from === openid || card.to === MOMENTS || this.reaches(card, person))
      .map((card) => ({ ...card, isRead: card.from === openid || card.id <= this.seen(openid, chatOf(card, openid)) }))
    return { cards, noticesRead: this.seen(openid, NOTICES) }
  }

  /** She has looked into a chat, up to a card's number or a number of notifications. */
  look(openid: string, chat: string, upTo: number): void {
    this.read.set(`${openid} ${chat}`, Math.max(upTo, this.seen(openid, chat)))
  }

  private seen(openid: string, chat: string): number {
    return this.read.get(`${openid} ${chat}`) ?? 0
  }

  private reaches({ from, to }: SentCard, person: Person): boolean {
    if (person.openid === from) return false
    return to === person.openid || (to === FAMILY && isFamily(person))
  }
}
