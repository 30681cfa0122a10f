import { colourWords, type ActivityCard } from '@core/contract'
import { View } from '@tarojs/components'
import { BigButton, TeamShape } from '@/ui'
import { Sense } from './Sense'
import { StateWord } from './StateWord'
import { spokenHour } from './say-time'
import { seatState, type SeatState } from './seat-state'
import { ticketName } from './Ticket'

interface CareTicketProps {
  card: ActivityCard
  now: number
  onTap: () => void
  /** 我去, where there is a seat or a line to stand in. */
  onGo: () => void
}

const canGo = (state: SeatState) => ['seats', 'open', 'full'].includes(state.kind)

/** The words of a state as one says them to an elder: 还有 3 座. */
function spoken(state: SeatState, card: ActivityCard): string {
  if (state.kind === 'mine') return '您报上了'
  if (state.kind === 'seats') return `还有 ${card.seatsLeft} 座`
  if (state.kind === 'full') return '满了，可以排队'
  return state.word
}

/** The activity card of care mode: the hour as it is spoken, few words, one large button. */
export function CareTicket({ card, now, onTap, onGo }: CareTicketProps) {
  const state = seatState(card, now)
  const word = (
    <StateWord tone={state.tone} icon={state.kind === 'mine' ? 'check' : undefined}>
      {spoken(state, card)}
    </StateWord>
  )
  return (
    <View
      className="card card--bare"
      hoverClass="pressed"
      onClick={onTap}
      aria-role="button"
      aria-label={ticketName(card, now)}
    >
      <View className={`care__band tint--${card.colour}`}>
        <View className="care__hour">{spokenHour(card.startsAt)}</View>
        <View className="row g2 b">
          <TeamShape colour={card.colour} />
          {colourWords[card.colour].short}
        </View>
      </View>
      <View className="care__b">
        <Sense className="care__t" text={card.title} />
        <View className="i2 mt1">{card.placeName}</View>
        {canGo(state) ? (
          <View className="care__act mt3">
            <BigButton grow onTap={onGo} name={`我去，${card.title}`}>
              我去
            </BigButton>
            {word}
          </View>
        ) : (
          <View className="care__state mt3">{word}</View>
        )}
      </View>
    </View>
  )
}
