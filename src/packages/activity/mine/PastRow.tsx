import type { ActivityCard } from '@core/contract'
import { TeamShape, ListRow } from '@/ui'
import { go } from '@/device'
import { Sense, lengthWords, nearDay, ticketName } from '@/parts'

/** One line of what has been: what, when, and how long it took. */
export function PastRow({ card, now, first }: { card: ActivityCard; now: number; first: boolean }) {
  const isOff = card.state === 'cancelled'
  return (
    <ListRow
      first={first}
      lead={<TeamShape colour={card.colour} size={22} />}
      title={<Sense className="" text={card.title} />}
      say={[nearDay(card.startsAt, now), isOff ? '没有办成' : lengthWords(card.startsAt, card.endsAt)].join(' · ')}
      onTap={() => void go.activity(card.id)}
      name={ticketName(card, now)}
    />
  )
}
