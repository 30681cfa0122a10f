import type { Mine } from '@core/contract'
import { seatState } from '@/parts/seat-state'
import { at, cardWith, now } from './moments'

const mine = (change: Partial<Mine>): Mine => ({
  state: 'in',
  position: null,
  answerBy: null,
  since: 0,
  unit: null,
  ...change,
})
const start = at('2026-11-28T09:00')
const end = at('2026-11-28T11:00')

test.each([
  ['seats are left', {}, now, '余 3 席', 'wa', 0.85],
  ['six seats are no warning yet', { seatsLeft: 6, taken: 14 }, now, '余 6 席', 'ok', 0.7],
  ['nobody has come yet', { seatsLeft: 20, taken: 0 }, now, '余 20 席', 'ok', 0],
  ['exactly full', { seatsLeft: 0, taken: 20 }, now, '已满，可候补', 'i2', 1],
  ['a line stands', { seatsLeft: 0, taken: 20, waiting: 4 }, now, '已满 · 候补 4 人', 'i2', 1],
  ['one post has a line, others have seats', { seatsLeft: 6, taken: 14, waiting: 1 }, now, '余 6 席', 'ok', 0.7],
  ['fewer seats than people', { capacity: 10, seatsLeft: -7 }, now, '已满，可候补', 'i2', 1],
  ['no limit', { capacity: null, seatsLeft: null, taken: 9 }, now, '9 人报了，不限人数', 'ok', null],
  ['no limit, nobody yet', { capacity: null, seatsLeft: null, taken: 0 }, now, '不限人数', 'ok', null],
  ['not open yet', { opensAt: at('2026-11-23T08:00') }, now, '明天 8:00 开始报', 'i2', null],
  ['open from its very minute on', { opensAt: now }, now, '余 3 席', 'wa', 0.85],
  ['closed by its leader', { state: 'closed' as const }, now, '报名截止了', 'i2', null],
  ['past its deadline', { closesAt: now }, now, '报名截止了', 'i2', null],
  ['begun', {}, start, '正在进行', 'i2', null],
  ['over from its end on', {}, end, '办完了 · 17 人报名', 'i3', null],
  ['called off', { state: 'cancelled' as const, reason: '下雨' }, now, '不办了 · 下雨', 'i2', null],
  ['called off without a word', { state: 'cancelled' as const }, now, '不办了', 'i2', null],
] as const)('%s', (_rule, change, moment, word, tone, share) => {
  expect(seatState(cardWith(change), moment)).toMatchObject({ word, tone, share })
})

describe('her own part goes before the seats', () => {
  test.each([
    ['in', mine({}), '已报名', 'mine'],
    ['offered', mine({ state: 'offered', answerBy: now }), '有座了，等您回话', 'offered'],
    ['waiting in a place', mine({ state: 'waiting', position: 2 }), '候补第 2 位', 'waiting'],
    ['waiting, place unknown', mine({ state: 'waiting' }), '候补中', 'waiting'],
  ])('%s', (_part, part, word, kind) => {
    expect(seatState(cardWith({ mine: part, seatsLeft: 0 }), now)).toMatchObject({ word, kind, share: null })
    expect(seatState(cardWith({ mine: part, state: 'closed' }), now).kind).toBe(kind)
  })

  test('but not before the end or the calling off', () => {
    expect(seatState(cardWith({ mine: mine({}) }), end).kind).toBe('over')
    expect(seatState(cardWith({ mine: mine({}), state: 'cancelled' }), now).kind).toBe('off')
  })
})

describe('her family stands on the card with her', () => {
  const ours = (called: string, change: Partial<Mine> = {}) => ({ id: called, called, mine: mine(change) })
  test.each([
    ['both of them in', { mine: mine({}), ours: [ours('乐乐')] }, '已报名 · 我和乐乐', 'mine'],
    ['only her mother in', { ours: [ours('妈妈')] }, '已报名 · 妈妈', 'mine'],
    ['three in', { mine: mine({}), ours: [ours('妈妈'), ours('乐乐')] }, '已报名 · 我、妈妈和乐乐', 'mine'],
    [
      'one in, one waiting',
      { mine: mine({ state: 'waiting', position: 1 }), ours: [ours('妈妈')] },
      '已报名 · 妈妈',
      'mine',
    ],
    [
      'a seat kept for an answer',
      { ours: [ours('妈妈', { state: 'offered' }), ours('乐乐')] },
      '有座了，等您回话',
      'offered',
    ],
    ['waiting for the leader', { mine: mine({ state: 'asked' }) }, '等队长同意', 'asked'],
    ['waiting for the lot', { mine: mine({ state: 'asked' }), drawAt: end }, '等抽签', 'asked'],
  ] as const)('%s', (_case, change, word, kind) => {
    const card = cardWith(change as Partial<Parameters<typeof cardWith>[0] & object>)
    expect(seatState(card, now)).toMatchObject({ word, kind, share: null })
  })
  test('a draw by lot says so instead of counting seats', () => {
    expect(seatState(cardWith({ drawAt: end }), now)).toMatchObject({ word: '抽签，20 席', kind: 'seats', share: null })
  })
})
