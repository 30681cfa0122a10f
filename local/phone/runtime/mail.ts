import { type Card, chatOf, FAMILY, type Mail, MOMENTS, NOTICES, type SentCard } from '../post/card'
import type { Message, Templates } from '../post/message'
import type { Person } from '../post/person'
import { tellShell } from './instruments'
import { opening, settings } from './settings'

async function asked<T>(address: string, otherwise: T): Promise<T> {
  try {
    const answer = await fetch(address)
    return answer.ok ? ((await answer.json()) as T) : otherwise
  } catch {
    return otherwise
  }
}

async function told(address: string, body: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined)
  return answer?.ok ?? false
}

const mine = () => `openid=${encodeURIComponent(opening.openid)}`

/** Everyone whose phone can be held. */
export const everyone = () => asked<Person[]>('/people', [])

/** Everyone else. */
export const others = async () => (await everyone()).filter(({ openid }) => openid !== opening.openid)

/** What stands in her chats. */
export const mail = () => asked<Mail>(`/post?${mine()}`, { cards: [], noticesRead: 0 })

/** What the message templates are called. */
export const templates = () => asked<Templates>('/templates', {})

/** The service notifications she has received, oldest first. */
export async function notices(): Promise<Message[]> {
  const answer = await asked<Message[] | { messages?: Message[] }>(`/cloud/wechat/messages?${mine()}`, [])
  return Array.isArray(answer) ? answer : (answer.messages ?? [])
}

/** Sends a card to a person, to the family's chat or to Moments; false when it did not go. */
export async function sendCard(card: Omit<SentCard, 'from'>): Promise<boolean> {
  return !settings.offline && (await told('/post', { from: opening.openid, ...card }))
}

/** Notes that she has looked into a chat. */
export async function lookInto(chat: string, upTo: number): Promise<void> {
  await told('/post/look', { openid: opening.openid, chat, upTo })
  tellShell('looked', {})
}

/** How many cards of a chat she has not seen. */
export const unreadIn = (cards: Card[], chat: string): number =>
  cards.filter((card) => !card.isRead && chatOf(card, opening.openid) === chat).length

/** How much she has not looked at, Moments aside. */
export async function unreadCount(): Promise<number> {
  const [{ cards, noticesRead }, received] = await Promise.all([mail(), notices()])
  const unread = cards.filter((card) => !card.isRead && card.to !== MOMENTS).length
  return unread + Math.max(0, received.length - noticesRead)
}

/** What a chat is called. */
export function chatName(chat: string, people: Person[]): string {
  const names: Record<string, string> = { [FAMILY]: '一家人', [MOMENTS]: '朋友圈', [NOTICES]: '服务通知' }
  return names[chat] ?? people.find(({ openid }) => openid === chat)?.name ?? chat
}
