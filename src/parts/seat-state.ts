import type { ActivityCard } from '@core/contract'
import { ourState } from './our-words'
import { awayWords, nearMoment } from './say-time'

export type Tone = 'ok' | 'wa' | 'i2' | 'i3'

/** What a card says about its seats and about her part in it. */
export interface SeatState {
  kind:
    'mine' | 'offered' | 'waiting' | 'asked' | 'seats' | 'open' | 'full' | 'not-open' | 'closed' | 'on' | 'over' | 'off'
  word: string
  tone: Tone
  /** How full it is, 0 to 1; null where no bar is drawn. */
  share: number | null
}

/** Up to this many seats the word is a warning. */
const few = 5

type Seats = Pick<
  ActivityCard,
  | 'state'
  | 'startsAt'
  | 'endsAt'
  | 'opensAt'
  | 'closesAt'
  | 'capacity'
  | 'seatsLeft'
  | 'waiting'
  | 'taken'
  | 'mine'
  | 'ours'
  | 'drawAt'
  | 'reason'
>

/** The one thing to say about an activity now; her own part goes before the seats. */
export function seatState(card: Seats, now: number): SeatState {
  if (card.state === 'cancelled') {
    return { kind: 'off', word: card.reason ? `不办了 · ${card.reason}` : '不办了', tone: 'i2', share: null }
  }
  if (card.state === 'ended' || now >= card.endsAt) {
    return { kind: 'over', word: `办完了 · ${card.taken} 人报名`, tone: 'i3', share: null }
  }
  const mine = mineState(card)
  if (mine) return mine
  if (card.state === 'closed' || now >= card.closesAt) {
    const isOn = awayWords(card.startsAt, card.endsAt, now) === '正在进行'
    return isOn
      ? { kind: 'on', word: '正在进行', tone: 'i2', share: null }
      : { kind: 'closed', word: '报名截止了', tone: 'i2', share: null }
  }
  if (now < card.opensAt) {
    return { kind: 'not-open', word: `${nearMoment(card.opensAt, now)} 开始报`, tone: 'i2', share: null }
  }
  return freeState(card)
}

const kindOf = { in: 'mine', offered: 'offered', waiting: 'waiting', asked: 'asked' } as const

function mineState(card: Seats): SeatState | null {
  const ours = ourState(card)
  if (!ours) return null
  return { kind: kindOf[ours.state], word: ours.word, tone: ours.state === 'in' ? 'ok' : 'wa', share: null }
}

function freeState({ capacity, seatsLeft, waiting, taken, drawAt }: Seats): SeatState {
  if (typeof drawAt === 'number') {
    return { kind: 'seats', word: capacity === null ? '抽签' : `抽签，${capacity} 席`, tone: 'ok', share: null }
  }
  if (capacity === null || seatsLeft === null) {
    return { kind: 'open', word: taken > 0 ? `${taken} 人报了，不限人数` : '不限人数', tone: 'ok', share: null }
  }
  // The cloud counts a seat that a line waits for as none.
  if (seatsLeft <= 0) {
    return { kind: 'full', word: waiting > 0 ? `已满 · 候补 ${waiting} 人` : '已满，可候补', tone: 'i2', share: 1 }
  }
  const share = Math.min(1, (capacity - seatsLeft) / capacity)
  return { kind: 'seats', word: `余 ${seatsLeft} 席`, tone: seatsLeft <= few ? 'wa' : 'ok', share }
}
