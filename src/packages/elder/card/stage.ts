// Where a card stands, by what the cloud has told of it, or by its own words as long as it has told nothing.
import type { Card } from '@core/contract'
import type { CardWords } from '@/parts/card-link'

/**
 * `ask` waits for her word; `in`, `offered`, `waiting` and `asked` are her place, `no` is her word against it;
 * `off` and `over` are the activity's end, `expired` the card's; to a `stranger` it is answered already.
 */
export type Stage = 'ask' | 'in' | 'offered' | 'waiting' | 'asked' | 'no' | 'off' | 'over' | 'expired' | 'stranger'

interface Known {
  card: Card | undefined
  /** Whether the cloud says that this card is over. */
  isExpired: boolean
  words: CardWords | null
  now: number
  /** Shown from Moments, where WeChat tells the cloud of nobody: whoever answered looks like a stranger there. */
  isOnlyRead?: boolean
}

/** What the page is about now. */
export function stageOf({ card, isExpired, words, now, isOnlyRead = false }: Known): Stage {
  const endsAt = card?.facts.endsAt ?? words?.endsAt ?? Infinity
  if (card?.facts.state === 'cancelled') return 'off'
  if (now >= endsAt || card?.facts.state === 'ended') return 'over'
  if (isExpired) return 'expired'
  if (!card) return 'ask'
  if (card.you === 'stranger') return isOnlyRead ? 'ask' : 'stranger'
  if (card.mine) return card.mine.state
  return card.answer === 'no' ? 'no' : 'ask'
}

/** Whether something was said for her, so that the page tells what became of it. */
export const isTold = (stage: Stage) => ['in', 'offered', 'waiting', 'asked', 'no'].includes(stage)
