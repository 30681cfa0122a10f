import type { ActivityCard } from '@core/contract'
import { View } from '@tarojs/components'
import { go } from '@/device'
import {
  ColourTag,
  SeatWord,
  Sense,
  StateWord,
  awayWords,
  datedMoment,
  nearMoment,
  ourParts,
  ourStart,
  seatState,
  ticketName,
} from '@/parts'
import { Card } from '@/ui'
import { waysOf } from '../detail/way-words'
import { whoWhere } from '../signup/units'
import type { Folded } from './fold-series'
import { LaterRow } from './LaterRow'

/** A sign-up of hers: colour and state, what, when, who goes; a waiting one says how the line stands. */
export function SignupCard({ card, later, now }: Folded & { now: number }) {
  const isOff = card.state === 'cancelled'
  const parts = ourParts(card)
  const first = parts[0]?.mine ?? null
  const isWaiting = parts.length > 0 && parts.every(({ mine }) => mine.state === 'waiting')
  const isAsked = parts.length > 0 && parts.every(({ mine }) => mine.state === 'asked')
  const ahead = (first?.position ?? 1) - 1
  const startsAt = ourStart(card, parts, card.ourUnits)
  const away = isOff ? '' : awayWords(startsAt, card.endsAt, now)
  const when = [nearMoment(startsAt, now), away].filter(Boolean).join(' · ')
  return (
    <Card onTap={() => void go.activity(card.id)} name={ticketName(card, now)}>
      <View className="row between g2">
        <ColourTag colour={card.colour} team={card.teamName} />
        {isWaiting ? (
          <StateWord tone="wa" icon="hourglass">
            {ahead > 0 ? `前面还有 ${ahead} 位` : '您排第一位'}
          </StateWord>
        ) : isOff ? (
          <StateWord tone="i2">不办了</StateWord>
        ) : (
          <SeatWord state={seatState({ ...card, mine: first, ours: [] }, now)} />
        )}
      </View>
      <Sense className="title mt2" text={card.title} />
      <View className="row between g2 small i2 mt1">
        <Sense className="" text={when} />
        {!isOff && (
          <View>
            {waysOf(parts, card, now) ||
              (parts.length > 1 || !card.mine || card.ourUnits
                ? whoWhere(parts, card.ourUnits)
                : isWaiting
                  ? ''
                  : card.placeName)}
          </View>
        )}
      </View>
      {isOff && <View className="small i2 mt1">{card.reason || '有事打给队长'}，座位已经退了</View>}
      {isWaiting && <View className="small i2 mt1">有人退出会自动补上您，开始前都有机会</View>}
      <LaterRow card={card} later={later} />
      {isAsked && <View className="small i2 mt1">{askedWords(card, now)}</View>}
    </Card>
  )
}

const askedWords = ({ drawAt, startsAt }: ActivityCard, now: number) =>
  drawAt === null ? '队长看过就回话，马上告诉您' : `${datedMoment(drawAt, startsAt, now)} 抽签，抽完马上告诉您`
