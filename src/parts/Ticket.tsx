import { colourWords, type ActivityCard } from '@core/contract'
import { clockWords } from '@core/domain/times'
import { Text, View } from '@tarojs/components'
import { Icon, TeamShape } from '@/ui'
import { SeatBar } from './SeatBar'
import { Sense } from './Sense'
import { lengthWords, nearDay, nearMoment } from './say-time'
import { seatState } from './seat-state'

interface TicketProps {
  card: ActivityCard
  now: number
  onTap?: () => void
  /** Names the community beside the place, where lists hold several. */
  withCommunity?: boolean
  /** Names the day in the stub, where lists have no headings of days. */
  withDay?: boolean
}

/** What the screen reader says of a ticket. */
export function ticketName(card: ActivityCard, now: number): string {
  const when = nearMoment(card.startsAt, now)
  return [colourWords[card.colour].name, card.title, when, card.placeName, seatState(card, now).word].join('，')
}

/** The activity card: time on a stub in the colour's tint, then what, where, and how many seats. */
export function Ticket({ card, now, onTap, withCommunity, withDay }: TicketProps) {
  const place = withCommunity ? `${card.communityName} · ${card.placeName}` : card.placeName
  return (
    <View
      className="card ticket"
      hoverClass={onTap ? 'pressed' : 'none'}
      onClick={onTap}
      aria-role={onTap ? 'button' : 'note'}
      aria-label={ticketName(card, now)}
    >
      <View className={`stub tint--${card.colour}`}>
        <TeamShape colour={card.colour} />
        {withDay && <View className="caption b">{nearDay(card.startsAt, now)}</View>}
        <View className="stub__time">{clockWords(card.startsAt)}</View>
        <View className="caption">{lengthWords(card.startsAt, card.endsAt)}</View>
      </View>
      <View className="ticket__b">
        <View className={`caption b one ink--${card.colour}`}>
          {colourWords[card.colour].name}
          <Text className="ticket__team"> · {card.teamName}</Text>
        </View>
        <Sense className="ticket__t" text={card.title} />
        <View className="row g2 small i2 mt1">
          <Icon name="pin" size={17} tone="i3" />
          <Sense className="one" text={place} />
        </View>
        <View className="ticket__foot">
          <SeatBar colour={card.colour} state={seatState(card, now)} />
        </View>
      </View>
    </View>
  )
}
