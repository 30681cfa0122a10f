import type { ActivityCard } from '@core/contract'
import { TeamShape, ListRow } from '@/ui'
import { go } from '@/device'
import { Sense, lengthWords, listed, nearDay, ourParts, ticketName } from '@/parts'
import { waysOf } from '../detail/way-words'

/** One line of what has been: what, when, and how long it took. */
export function PastRow({ card, now, first }: { card: ActivityCard; now: number; first: boolean }) {
  const isOff = card.state === 'cancelled'
  const parts = ourParts(card)
  const who = waysOf(parts, card, now) || (card.ours.length > 0 ? listed(parts.map(({ called }) => called)) : '')
  const how = isOff ? '没有办成' : lengthWords(card.startsAt, card.endsAt)
  return (
    <ListRow
      first={first}
      lead={<TeamShape colour={card.colour} size={22} />}
      title={<Sense className="" text={card.title} />}
      say={[nearDay(card.startsAt, now), how, who].filter(Boolean).join(' · ')}
      onTap={() => void go.activity(card.id)}
      name={[ticketName(card, now), who].filter(Boolean).join('，')}
    />
  )
}
