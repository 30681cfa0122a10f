import type { Card } from '@core/contract'
import { kinWords } from '@core/domain/card'
import { cardPath, wordsIn, type CardWords } from '@/parts/card-link'
import { elderEnd, elderMomentWords, relations } from '@/parts/elder-words'
import { speechParts } from '@/device/speech-parts'
import { stageOf } from '@/packages/elder/card/stage'
import { afterWords, headWords, inviterWords, readWords } from '@/packages/elder/card/words'
import { canGive, cardTitle, sentWords } from '@/packages/activity/give/words'
import { at, now } from './moments'

const words: CardWords = {
  title: '义诊：量血压、测血糖 50%',
  colour: 'orange',
  startsAt: at('2026-11-24T09:30'),
  endsAt: at('2026-11-24T11:00'),
  placeName: '党群服务站',
  contact: { name: '苏桂兰', phone: '000-5201103' },
  as: '女儿',
}

const cardWith = (change: Partial<Card> = {}, facts: Partial<Card['facts']> = {}): Card => ({
  facts: {
    id: 'a',
    title: words.title,
    colour: 'orange',
    teamName: '柳湾义诊队',
    startsAt: words.startsAt,
    endsAt: words.endsAt,
    unit: '',
    place: { id: null, name: '党群服务站', address: '柳湾路 8 号', latitude: null, longitude: null },
    bring: ['带上身份证'],
    contact: words.contact,
    state: 'published',
    reason: '',
    seesHome: true,
    ...facts,
  },
  from: { as: '女儿', name: '文娟' },
  called: '妈妈',
  answer: 'none',
  mine: null,
  canAnswer: true,
  isFull: false,
  you: 'new',
  until: words.endsAt,
  ...change,
})
const seat = { state: 'in', position: null, answerBy: null, since: now, unit: null } as const

describe('the address of a card', () => {
  const query = (path: string) => {
    const pairs = (path.split('?')[1] ?? '').split('&').map((pair) => pair.split('='))
    return (name: string) => decodeURIComponent(pairs.find(([key]) => key === name)?.[1] ?? '')
  }

  test('carries everything the page says by itself, and gives it back', () => {
    const path = cardPath('abc', words)
    expect(query(path)('t')).toBe('abc')
    expect(wordsIn(query(path))).toEqual(words)
  })

  test('without its words, or with words of another kind, there are none', () => {
    const path = cardPath('abc', words)
    expect(wordsIn(query('/page?t=abc'))).toBeNull()
    expect(wordsIn(query(path.replace('k=orange', 'k=pink')))).toBeNull()
    expect(wordsIn(query(path.replace(/&s=\d+/, '&s=soon')))).toBeNull()
  })
})

describe('what is said to an elder', () => {
  test('the day as one says it, and the hour', () => {
    expect(elderMomentWords(at('2026-11-22T16:00'), now)).toBe('今天下午 4 点')
    expect(elderMomentWords(at('2026-11-24T09:30'), now)).toBe('后天上午 9 点半')
    expect(elderMomentWords(at('2026-11-28T09:00'), now)).toBe('周六上午 9 点')
    expect(elderMomentWords(at('2026-12-05T09:00'), now)).toBe('12 月 5 日 上午 9 点')
  })

  test('until when, without saying the morning twice', () => {
    expect(elderEnd(words.startsAt, words.endsAt)).toBe('到 11 点')
    expect(elderEnd(words.startsAt, at('2026-11-24T15:00'))).toBe('到下午 3 点')
    expect(elderEnd(words.startsAt, at('2026-11-25T09:00'))).toBe('')
  })

  test('every word for what one is to her is known to the cloud', () => {
    expect(relations.filter((each) => !kinWords.includes(each))).toEqual([])
  })
})

describe('where a card stands', () => {
  const stage = (card: Card | undefined, change = {}) => stageOf({ card, isExpired: false, words, now, ...change })

  test('it asks by its own words as long as the cloud has said nothing', () => {
    expect(stage(undefined)).toBe('ask')
    expect(stage(undefined, { now: words.endsAt })).toBe('over')
    expect(stage(undefined, { isExpired: true })).toBe('expired')
  })

  test('her place counts, then her word; a seat given back later is asked for anew', () => {
    expect(stage(cardWith({ answer: 'yes', mine: seat }))).toBe('in')
    expect(stage(cardWith({ answer: 'yes', mine: { ...seat, state: 'waiting', position: 2 } }))).toBe('waiting')
    expect(stage(cardWith({ answer: 'no' }))).toBe('no')
    expect(stage(cardWith({ answer: 'yes' }))).toBe('ask')
  })

  test('called off and over come before everything; a stranger learns nothing of her', () => {
    expect(stage(cardWith({ answer: 'yes', mine: seat }, { state: 'cancelled' }))).toBe('off')
    expect(stage(cardWith({}, { state: 'ended' }))).toBe('over')
    const strange = cardWith({ you: 'stranger', called: '', from: { as: '女儿', name: '' } })
    expect(stage(strange)).toBe('stranger')
    // From Moments whoever answered cannot be told from anybody else.
    expect(stage(strange, { isOnlyRead: true })).toBe('ask')
  })
})

describe('the words of the page', () => {
  test('who invites is named once the cloud has told it', () => {
    expect(inviterWords(words, undefined)).toBe('女儿')
    expect(inviterWords(words, cardWith())).toBe('女儿文娟')
    expect(inviterWords({ ...words, as: '' }, undefined)).toBe('家里人')
  })

  test('what became of it, and who knows', () => {
    const seated = cardWith({ answer: 'yes', mine: seat, you: 'hand' })
    expect(headWords('in', seated)).toBe('好，给您留了座')
    expect(afterWords('in', words, seated)).toEqual(['文娟已经知道了', '结束了有人送您到家'])
    const waiting = cardWith({ mine: { ...seat, state: 'waiting', position: 3 } })
    expect(headWords('waiting', waiting)).toBe('排在候补第 3 位')
    expect(afterWords('waiting', words, waiting)).toEqual(['文娟已经知道了', '有人退出，就给您补上'])
    expect(headWords('no', cardWith({ answer: 'no' }))).toBe('知道了，这次不去')
  })

  test('who keeps her reads of her, never that the seat is her own', () => {
    const kept = (change: Partial<Card>) => cardWith({ you: 'keeper', answer: 'yes', mine: seat, ...change })
    expect(headWords('in', kept({}))).toBe('妈妈去，留了座')
    expect(headWords('in', kept({ answer: 'none' }))).toBe('给妈妈报上名了')
    expect(headWords('offered', kept({}))).toBe('有座了，妈妈还去吗')
    expect(headWords('waiting', kept({ mine: { ...seat, state: 'waiting', position: 3 } }))).toBe('妈妈排在候补第 3 位')
    expect(headWords('no', kept({ answer: 'no', mine: null }))).toBe('妈妈这次不去')
    expect(headWords('over', kept({}))).toBe('这场办完了')
    for (const stage of ['in', 'offered', 'waiting'] as const)
      expect(headWords(stage, kept({})) + afterWords(stage, words, kept({})).join()).not.toContain('您')
    expect(readWords('ask', words, kept({ answer: 'none', mine: null }), now)).toContain('请妈妈去')
  })

  test('read aloud: who, what, when, where, what to bring, and how to say yes', () => {
    const said = readWords('ask', words, cardWith(), now)
    for (const part of [
      '女儿文娟请您去',
      '量血压',
      '后天上午 9 点半',
      '党群服务站',
      '带上身份证',
      '点「我去」',
      '苏桂兰',
    ])
      expect(said).toContain(part)
    expect(readWords('ask', words, { ...cardWith(), isFull: true }, now)).toContain('座满了，点「我去」先排队')
    expect(readWords('off', words, cardWith({}, { state: 'cancelled', reason: '下大雨' }), now)).toContain('下大雨')
  })
})

describe('a voice takes only so much at a time', () => {
  test('text is broken behind sentences, then behind commas, and nothing is lost', () => {
    const text = '第一句话。第二句话，比较长，还有一截。第三句。'
    for (const most of [6, 10, 14, 100]) {
      const parts = speechParts(text, most)
      expect(parts.join('')).toBe(text)
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(most)
    }
    expect(speechParts(text, 14)[0]).toBe('第一句话。')
    expect(speechParts('', 10)).toEqual([])
  })
})

describe('the family’s side', () => {
  test('what became of a card, in a few words', () => {
    expect(sentWords({ answer: 'none', openedAt: null })).toBe('卡片还没点开')
    expect(sentWords({ answer: 'none', openedAt: now })).toBe('看过了，还没回话')
    expect(sentWords({ answer: 'yes', openedAt: now })).toBe('说去')
    expect(sentWords({ answer: 'no', openedAt: now })).toBe('说这次不去')
  })

  test('the title in the chat names what one is to her, and nobody', () => {
    expect(cardTitle('写春联', '女儿')).toBe('女儿请您去「写春联」')
    expect(cardTitle('写春联', '')).toBe('家里人请您去「写春联」')
  })

  test('a card is for those whom the caller may sign up; not for children, not for herself', () => {
    const keeper = { id: 'p', name: '', as: '女儿', since: now, isMe: true, isSelf: false }
    const allowed = [{ ...keeper, may: { signUp: true, told: true } }]
    const refused = [{ ...keeper, may: { signUp: false, told: true } }]
    expect(canGive({ kind: 'elder', isSelf: false, keepers: allowed })).toBe(true)
    expect(canGive({ kind: 'elder', isSelf: false, keepers: refused })).toBe(false)
    expect(canGive({ kind: 'child', isSelf: false, keepers: allowed })).toBe(false)
    expect(canGive({ kind: 'elder', isSelf: true, keepers: allowed })).toBe(false)
  })
})
