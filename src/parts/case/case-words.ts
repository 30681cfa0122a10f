// What a case says of itself in one line: where it stands, by when, and since when. Moments are ms.
import type { CaseCard } from '@core/contract'
import { clockWords, momentOfDay } from '@core/domain/times'
import { daysAway, nearDay } from '../say-time'

const minute = 60_000
const hour = 60 * minute

/** Colour classes a state can have: done, runs out, plain, over, late. */
export type CaseTone = 'ok' | 'wa' | 'i2' | 'i3' | 'no'

/** What a service calls its steps where the usual words do not fit; the `words` of its data file. */
export interface StepWords {
  closed?: string
  doing?: string
  resolved?: string
}

/** Where a case stands: its word, its colour, and how far it is on the way of five. */
export interface Stand {
  word: string
  tone: CaseTone
  /** How many of the five steps lie behind; the next one is now. 5 is all of it; null where the way ended elsewhere. */
  behind: number | null
}

type Standing = Pick<
  CaseCard,
  'state' | 'outcome' | 'level' | 'dueAt' | 'isOverdue' | 'stars' | 'as' | 'seats' | 'project'
>

/** Who looks at what was asked, by its level. */
const lookers = { compound: '网格员', community: '社区', county: '县里' } as const

/** The five steps of every case, as its pips and its trail have them. */
export const wayWords = ['提出', '受理', '在办', '办好', '评价'] as const

/** 今天, 昨天, 11 月 18 日: the day of something that has been. */
export const pastDay = (at: number, now: number) => (daysAway(at, now) === -1 ? '昨天' : nearDay(at, now))

/** Until a deadline: 还有 4 天, 明天 17:00 前, 还有 3 小时; after it: 过了 2 天, 过了 3 小时, 刚到时间. */
export function dueWords(dueAt: number, now: number): string {
  const left = dueAt - now
  const days = daysAway(dueAt, now)
  if (left <= 0) {
    if (days < 0) return `过了 ${-days} 天`
    return left > -hour ? '刚到时间' : `过了 ${Math.floor(-left / hour)} 小时`
  }
  if (days >= 2) return `还有 ${days} 天`
  if (days === 1) return `明天 ${clockWords(dueAt)} 前`
  return left < hour ? `还有 ${Math.max(1, Math.ceil(left / minute))} 分钟` : `还有 ${Math.floor(left / hour)} 小时`
}

/** What stars say in a word. */
export const starWords = (stars: number) => (stars >= 4 ? '满意' : stars === 3 ? '还可以' : '不太满意')

/** Where a case stands, for who looks at it. */
export function standOf(card: Standing, now: number, words: StepWords = {}): Stand {
  const isMine = card.as === 'asker'
  const plain = (word: string, behind: number): Stand => ({ word, tone: 'i2', behind })
  switch (card.state) {
    case 'asked':
      return withDue(plain(`等${lookers[card.level]}看`, 0), card, now)
    case 'waiting':
      return isMine ? { word: '等您补一句', tone: 'wa', behind: 0 } : plain('等提的人补一句', 0)
    case 'open':
      return plain(card.seats ? `等邻居来，还缺 ${card.seats.left} 位` : '等邻居来', 1)
    case 'dispatched':
      return withDue(plain('已派单 · 等回应', 1), { ...card, dueAt: card.isOverdue ? card.dueAt : null }, now)
    case 'doing':
      // Somebody comes on a day: that says more than a deadline.
      if (card.project && !card.isOverdue) {
        const day = nearDay(momentOfDay(card.project.day), now)
        return { word: `${words.doing ?? '约好了'} · ${day}来`, tone: 'wa', behind: 2 }
      }
      return withDue({ word: words.doing ?? '处理中', tone: 'wa', behind: 2 }, card, now)
    case 'resolved':
      return isMine
        ? { word: words.resolved ?? '办好了，等您点头', tone: 'wa', behind: 3 }
        : plain('办好了，等提的人点头', 3)
    case 'followUp':
      return plain('回访中', 4)
    case 'closed':
      return closedStand(card, words)
  }
}

function closedStand({ outcome, stars }: Standing, words: StepWords): Stand {
  switch (outcome) {
    case 'declined':
      return { word: '没能办成', tone: 'i3', behind: null }
    case 'withdrawn':
      return { word: '撤回了', tone: 'i3', behind: null }
    case 'merged':
      return { word: '和另一件合在一起了', tone: 'i3', behind: null }
    case 'unanswered':
      return { word: '没等到回话', tone: 'i3', behind: null }
    default:
      return {
        word: [words.closed ?? '办好了', stars ? starWords(stars) : ''].filter(Boolean).join(' · '),
        tone: 'ok',
        behind: 5,
      }
  }
}

function withDue(stand: Stand, { dueAt, isOverdue }: Pick<Standing, 'dueAt' | 'isOverdue'>, now: number): Stand {
  if (dueAt === null) return isOverdue ? { ...stand, word: `${stand.word} · 过了时间`, tone: 'no' } : stand
  return { ...stand, word: `${stand.word} · ${dueWords(dueAt, now)}`, tone: isOverdue ? 'no' : stand.tone }
}

/** 柳荫里 3 号楼 · 一位邻居 · 11 月 18 日; what the viewer may not know is left out. */
export const fromWords = ({ place, asker, at }: Pick<CaseCard, 'place' | 'asker' | 'at'>, now: number) =>
  [place, asker, pastDay(at, now)].filter(Boolean).join(' · ')

/** The whole card as the screen reader says it. */
export const caseName = (card: CaseCard, now: number, words?: StepWords) =>
  [card.title, card.isUrgent && '着急', fromWords(card, now), standOf(card, now, words).word, card.last]
    .filter(Boolean)
    .join('，')
    .replace(/ · /g, '，')
