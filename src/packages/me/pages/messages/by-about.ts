import type { Message } from '@core/contract'

/** Messages about one thing: the latest, and those before it, latest first. `at` is that of the latest. */
export interface Group {
  /** Stays the same while messages are added. */
  id: string
  at: number
  latest: Message
  earlier: Message[]
  /** How many of them nobody has read. */
  unread: number
}

/**
 * Messages by what they are about, the group with the latest message first. `messages` come latest first, in pages:
 * an older one joins its group however late it is fetched. What is about nothing in particular stands alone.
 */
export function byAbout(messages: readonly Message[]): Group[] {
  const groups: Group[] = []
  const known = new Map<string, Group>()
  for (const message of messages) {
    const group = message.about ? known.get(message.about) : undefined
    const unread = message.read ? 0 : 1
    if (group) {
      group.earlier.push(message)
      group.unread += unread
      continue
    }
    const first: Group = { id: message.about || message.id, at: message.at, latest: message, earlier: [], unread }
    groups.push(first)
    if (message.about) known.set(message.about, first)
  }
  return groups
}
