/** The chat of everyone who is at home in the county: residents and elders. */
export const FAMILY = 'family'

/** Not a chat: what everybody can see. */
export const MOMENTS = 'moments'

/** The chat in which WeChat's service notifications stand. */
export const NOTICES = 'notices'

/** A card on its way: who sends it, and to whom by openid, `FAMILY` or `MOMENTS`. */
export interface SentCard {
  from: string
  to: string
  title: string
  /** Where a tap leads, with its query. */
  path: string
  /** An address that every phone can load. */
  imageUrl?: string
}

/** A card as it stands in a chat. */
export interface Card extends SentCard {
  id: number
  /** ms since 1970. */
  at: number
  isRead: boolean
}

/** Everything that stands in one person's chats. */
export interface Mail {
  /** Oldest first; those she sent herself count as read. */
  cards: Card[]
  /** How many service notifications she has looked at. */
  noticesRead: number
}

/** The chat a card stands in on the phone of `openid`. */
export function chatOf(card: SentCard, openid: string): string {
  if (card.to === FAMILY || card.to === MOMENTS) return card.to
  return card.from === openid ? card.to : card.from
}
