import { plainExtras, type ActivityPage, type Candidate, type Mine, type Unit } from '@core/contract'
import { drawOrder } from '@core/domain/draw'
import { createHash } from 'node:crypto'
import { askingWords, doneWords, isAsking, rulesWords } from '@/packages/activity/detail/words'
import { groupText } from '@/packages/activity/detail/group-text'
import { checkDraw } from '@/packages/activity/draw/check'
import { sha256 } from '@/packages/activity/draw/sha256'
import { mineWords } from '@/packages/activity/draw/words'
import { foldSeries } from '@/packages/activity/mine/fold-series'
import { candidatesOf, needsGuardian, pickableOf } from '@/packages/activity/people/candidates'
import { linesOf } from '@/packages/activity/poster/lines'
import { posterSeats, posterTime } from '@/packages/activity/poster/poster'
import { outcomeWords, ruleWords, skipWords, weekdaysWords, withMonths } from '@/packages/activity/series/words'
import { missingAnswer } from '@/packages/activity/signup/answers'
import { planOf, unitWord } from '@/packages/activity/signup/plan'
import { leftWords, slotRemark, unitGroups, unitName, whoWhere } from '@/packages/activity/signup/units'
import { countOf, ourStart } from '@/parts/our-words'
import { datedMoment } from '@/parts/say-time'
import { at, cardWith, now } from './moments'

const part = (change: Partial<Mine> = {}): Mine => ({
  state: 'in',
  position: null,
  answerBy: null,
  since: 0,
  unit: null,
  ...change,
})
const person = (called: string, change: Partial<Candidate> = {}): Candidate => ({
  id: called,
  name: called,
  called,
  kind: 'elder',
  age: 72,
  mine: null,
  no: null,
  clash: '',
  missed: null,
  ...change,
})
const me = person('我自己', { kind: 'self', name: '梁文娟', age: null })
const mum = person('妈妈')
const lele = person('乐乐', { kind: 'child', age: 8 })
const unitWith = (change: Partial<Unit> = {}): Unit => ({
  id: 'u',
  kind: 'slot',
  name: '9:20',
  capacity: 3,
  startsAt: at('2026-11-28T09:20'),
  endsAt: at('2026-11-28T09:30'),
  role: 'guest',
  skills: '',
  seatsLeft: 3,
  waiting: 0,
  ...change,
})
const page = (change: Partial<ActivityPage> = {}): ActivityPage => ({
  ...cardWith(),
  intro: '',
  place: { id: null, name: '党群服务站', address: '柳湾路 8 号', latitude: null, longitude: null },
  bring: [],
  audience: 'anyone',
  cancelBy: at('2026-11-27T18:00'),
  revision: 1,
  contact: { name: '苏桂兰', phone: '000-5201103' },
  faces: [],
  clashes: [],
  canManage: false,
  ...plainExtras,
  units: [],
  people: [],
  ...change,
})
const plan = (change: Partial<ActivityPage>, picked: Candidate[], unit: Unit | null = null) =>
  planOf({ page: page(change), picked, unit, now })

describe('what a tap on the sheet would do', () => {
  test.each([
    ['nobody is picked', {}, [], '谁去？', undefined, undefined],
    ['one with seats left', {}, [me], '谁去？', '报名', undefined],
    ['three fit exactly', {}, [me, mum, lele], '谁去？', '3 个人一起报名', undefined],
    ['no limit', { capacity: null, seatsLeft: null }, [me, mum], '谁去？', '2 个人一起报名', undefined],
    [
      'two for one seat',
      { seatsLeft: 1 },
      [me, mum],
      '只剩 1 席，你们是 2 个人',
      '2 个人一起候补',
      '只报妈妈一个人，现在就有席',
    ],
    [
      'three for two seats',
      { seatsLeft: 2 },
      [me, mum, lele],
      '只剩 2 席，你们是 3 个人',
      '3 个人一起候补',
      '分开报：妈妈和乐乐先有座，其余候补',
    ],
    ['full, one', { seatsLeft: 0 }, [me], '满了，先排个队？', '排队候补', undefined],
    [
      'full, two',
      { seatsLeft: 0, waiting: 1 },
      [me, mum],
      '满了，先排个队？',
      '2 个人一起候补',
      '分开排，谁先有座谁去',
    ],
    ['full with a line', { seatsLeft: 0, waiting: 2 }, [me], '满了，先排个队？', '排队候补', undefined],
    [
      'more than there will ever be',
      { capacity: 2, seatsLeft: 2 },
      [me, mum, lele],
      '一共 2 席，你们是 3 个人',
      '分开报：妈妈和乐乐先有座，其余候补',
      undefined,
    ],
    ['the leader decides', { approval: true, seatsLeft: 0 }, [me], '谁去？', '报名，等队长同意', undefined],
    [
      'lots are drawn',
      { drawAt: at('2026-11-27T12:00') },
      [me, mum],
      '谁去？',
      '2 个人一起进入抽签',
      '分开抽，各算一签',
    ],
  ])('%s', (_case, change, picked, head, primary, second) => {
    const made = plan(change, picked)
    expect([made.head, made.primary?.label, made.second?.label]).toEqual([head, primary, second])
  })

  test('with posts or slots one is chosen first, and its own seats count', () => {
    const unit = unitWith({ seatsLeft: 0, waiting: 2 })
    expect(plan({ units: [unit] }, [me])).toMatchObject({ primary: null, missing: '先选一个时段' })
    const made = plan({ units: [unit] }, [me], unit)
    expect(made).toMatchObject({ isLine: true, head: '「9:20」满了，先排个队？', room: '前面有 2 人在候补' })
    expect(made.notice?.title).toBe('候补第 3 位')
  })

  test('together means all or none; apart names who has the seats first, never herself before the others', () => {
    expect(plan({}, [me, mum]).primary).toMatchObject({ together: true, people: ['我自己', '妈妈'] })
    expect(plan({ seatsLeft: 1 }, [me, mum]).second).toMatchObject({ together: true, people: ['妈妈'] })
    expect(plan({ seatsLeft: 2 }, [me, mum, lele]).second).toMatchObject({
      together: false,
      people: ['妈妈', '乐乐', '我自己'],
    })
  })
})

describe('a family that does not fit', () => {
  test('a child never goes alone, and apart is not offered where no adult would go', () => {
    expect(plan({ seatsLeft: 1 }, [me, lele]).second).toMatchObject({ people: ['我自己'] })
    const dudu = person('嘟嘟', { kind: 'child', age: 6 })
    expect(plan({ seatsLeft: 2 }, [me, lele, dudu]).second?.people).toEqual(['乐乐', '我自己', '嘟嘟'])
    expect(plan({ seatsLeft: 1 }, [lele, dudu]).second).toBeNull()
    expect(plan({ seatsLeft: 0 }, [me, lele]).second).toBeNull()
  })
  test('the nearest slot that holds all of them is offered first', () => {
    const slot = (id: string, time: string, seatsLeft: number) =>
      unitWith({ id, name: time, startsAt: at(`2026-11-28T0${time}`), endsAt: null, seatsLeft })
    const units = [slot('a', '9:00', 3), slot('b', '9:10', 1), slot('c', '9:20', 1), slot('d', '9:50', 3)]
    expect(plan({ units }, [me, mum], units[2]).instead).toEqual({ unit: 'a', label: '换 9:00，2 个人都有座' })
    expect(plan({ units }, [me], units[2]).instead).toBeNull()
  })
})

describe('what her own sign-ups say', () => {
  const dumplings = unitWith({ id: 'p', kind: 'post', name: '包饺子', startsAt: null })
  const half = unitWith({ id: 's', name: '9:30', startsAt: at('2026-11-28T09:30') })
  const mineIn = (unit: string) => ({ id: '', called: '我', mine: part({ unit }) })
  const mumIn = (unit: string) => ({ id: 'm', called: '婆婆', mine: part({ unit }) })
  test('who goes where, apart only where they differ; the time is the slot’s', () => {
    expect(whoWhere([mineIn('s'), mumIn('s')], [half])).toBe('我和婆婆 · 9:30')
    expect(whoWhere([mineIn('p'), mumIn('s')], [dumplings, half])).toBe('我：包饺子；婆婆：9:30')
    expect(whoWhere([mumIn('')], undefined)).toBe('婆婆')
    expect(ourStart(cardWith(), [mumIn('s')], [half])).toBe(half.startsAt)
    expect(ourStart(cardWith(), [mumIn('s')])).toBe(cardWith().startsAt)
  })
  test('a series counts once, what is called off not at all', () => {
    const series = { seriesId: 'w' }
    const cards = [cardWith({ id: '1', ...series }), cardWith({ id: '2', ...series }), cardWith({ id: '3' })]
    expect(countOf([...cards, cardWith({ id: '4', state: 'cancelled' })])).toBe(2)
  })
  test('tickets before a draw, people before the leader’s yes', () => {
    const drawn = page({ drawAt: at('2026-11-27T12:00'), asked: 28, taken: 0 })
    expect([isAsking(drawn, now), askingWords(drawn)]).toEqual([true, '28 张签，抽 20 席'])
    expect(askingWords(page({ approval: true, asked: 4, taken: 0 }))).toBe('4 位在等队长同意')
    expect(isAsking(page(), now)).toBe(false)
  })
  test('a deadline on another day than the event has its date', () => {
    expect(datedMoment(at('2026-11-25T20:00'), at('2026-11-28T09:00'), now)).toBe('11 月 25 日周三 20:00')
    expect(datedMoment(at('2026-11-28T08:00'), at('2026-11-28T09:00'), now)).toBe('周六 8:00')
  })
})

describe('who could be signed up', () => {
  test('a cloud that knows nobody yet means herself', () => {
    expect(candidatesOf(page({ mine: part() }), undefined)).toMatchObject([{ kind: 'self', mine: { state: 'in' } }])
  })
  test('those who cannot come stand behind the others', () => {
    const no = { refused: 'activity.age', facts: {} }
    const people = [{ ...me, no }, lele]
    expect(candidatesOf(page({ people }), undefined).map(({ id }) => id)).toEqual(['乐乐', '我自己'])
  })
  test.each([
    ['free', mum, { say: '72 岁 · 有消息告诉您', mind: undefined }],
    ['in already', { ...mum, mine: part() }, { cannot: '已报名' }],
    ['has something else then', { ...mum, clash: '七彩假期' }, { mind: '同一时间已报「七彩假期」，时间撞了' }],
    [
      'not of the team, with the way to become one',
      { ...mum, no: { refused: 'activity.members_only', facts: { team: '巧手队' } } },
      { cannot: '限队员', say: '这场只请巧手队的队员参加。先申请加入这支队伍，队长同意后就能报' },
    ],
    [
      'too old, without her name once more',
      { ...mum, no: { refused: 'activity.age', facts: { ages: '6–12 岁', name: '妈妈', contactPhone: '000' } } },
      { cannot: '年龄不合适', say: '这场请6–12 岁的人参加' },
    ],
  ])('%s', (_case, candidate, row) => expect(pickableOf(candidate, null)).toMatchObject(row))
  test.each([
    ['eight', lele, true],
    ['fourteen', { ...lele, age: 14 }, false],
    ['a child of unknown age', { ...lele, age: null }, true],
    ['an elder of unknown age', { ...mum, age: null }, false],
    ['herself', me, false],
  ])('a guardian agrees for %s: %#', (_case, candidate, agrees) => expect(needsGuardian(candidate)).toBe(agrees))
})

describe('posts and slots', () => {
  test.each([
    [unitWith(), '还有 3 席'],
    [unitWith({ role: 'helper', seatsLeft: 1 }), '还差 1 位'],
    [unitWith({ seatsLeft: 0 }), '满了，可候补'],
    [unitWith({ seatsLeft: 0, waiting: 2 }), '满了，2 人候补'],
  ])('what is left %#', (unit, words) => expect(leftWords(unit)).toBe(words))
  test('a slot is called by its time; a yard keeps its name beside it', () => {
    expect([slotRemark(unitWith()), unitName(unitWith({ name: '东院' }))]).toEqual(['', '9:20 东院'])
  })
  test('helpers and guests stand apart; a slot that has begun is gone', () => {
    const helper = unitWith({ id: 'h', kind: 'post', role: 'helper', startsAt: null })
    const begun = unitWith({ id: 'b', startsAt: now - 1 })
    const groups = unitGroups([begun, unitWith(), helper], now)
    expect(groups.map(({ title, slots, posts }) => [title, slots.length, posts.length])).toEqual([
      ['来参加的', 1, 0],
      ['来帮忙的', 0, 1],
    ])
    expect([unitWord([helper]), unitWord([helper, begun])]).toEqual(['岗位', '岗位或时段'])
  })
})

test('a required question is missing without words, without yes, without a number', () => {
  const ask = (id: string, kind: 'text' | 'consent' | 'number', required = true) => ({
    id,
    kind,
    required,
    label: id,
    options: [],
  })
  const questions = [ask('a', 'text'), ask('b', 'consent'), ask('c', 'number'), ask('d', 'text', false)]
  expect(missingAnswer(questions, {})).toEqual(['a', 'b', 'c'])
  expect(missingAnswer(questions, { a: ' ', b: false, c: 0 })).toEqual(['a', 'b'])
})

test.each([
  [[part()], null, '报上了'],
  [[part(), part()], null, '2 个人都报上了'],
  [[part(), part({ state: 'waiting', position: 1 })], null, '报上 1 位，候补 1 位'],
  [[part({ state: 'waiting', position: 3 })], null, '候补第 3 位'],
  [[part({ state: 'asked' })], null, '交给队长了'],
  [[part({ state: 'asked' })], now, '进入抽签了'],
])('a sign-up came to %#', (parts, drawAt, words) => expect(doneWords(parts, drawAt)).toBe(words))

test('who may come is said beforehand', () => {
  expect(rulesWords(page({ ages: { from: 60, to: null }, perMonth: 2, serves: true }))).toEqual([
    '请 60 岁以上的来',
    '一个人一个月最多报本队 2 场，名额留给更多邻居',
    '来帮忙的记志愿服务时长，签到签退为准',
  ])
})

test('the words for the group chat say what, when, where, how many and whom to call', () => {
  expect(groupText(page({ mine: part(), bring: ['带杯子'] }), now)).toBe(
    [
      '【修理队】修一修：小家电和拉链',
      '时间：11 月 28 日 周六 9:00–11:00',
      '地点：党群服务站，柳湾路 8 号',
      '名额：余 3 席',
      '请留意：带杯子',
      '微信里搜「七彩蒲公英」报名；没有智能手机，打给苏桂兰 000-5201103 也一样',
    ].join('\n'),
  )
})

describe('a series in words', () => {
  const rule = { weekdays: [4, 2], from: '2026-11-24', to: '2027-01-28', skip: ['2027-01-01', '2026-11-03'] }
  test('its days, its span, and what is left out from today on', () => {
    expect(ruleWords(rule)).toBe('每周二、四，11 月 24 日到 2027 年 1 月 28 日')
    expect(skipWords(rule, now)).toBe('1 月 1 日元旦不办')
    expect([weekdaysWords([1, 2, 3, 4, 5]), weekdaysWords([7, 6, 5, 4, 3, 2, 1])]).toEqual(['周一到周五', '每天'])
  })
  test('months are headings, with their year when it is another one', () => {
    const days = ['2026-11-24T09:00', '2026-11-26T09:00', '2026-12-01T09:00', '2027-01-05T09:00']
    const items = days.map((day) => ({ startsAt: at(day) }))
    expect(withMonths(items, now).map(({ heading }) => heading)).toEqual(['11 月', '', '12 月', '2027 年 1 月'])
  })
  test('what a sign-up to all of it came to', () => {
    const items = [part(), part(), part({ state: 'waiting' }), null].map((mine) => ({ mine, refused: '' }))
    expect(outcomeWords(items)).toBe('报上 2 场，候补 1 场，1 场没报上')
    expect(outcomeWords([])).toBe('没有可以报的了')
  })
  test('her sign-ups show the next of it, and how many follow; what is called off stands for itself', () => {
    const one = (id: string, change: Partial<ActivityPage> = {}) => cardWith({ id, seriesId: 's', ...change })
    const rows = foldSeries([one('1'), cardWith({ id: 'x' }), one('2'), one('3', { state: 'cancelled' }), one('4')])
    expect(rows.map(({ card, later }) => [card.id, later])).toEqual([
      ['1', 2],
      ['x', 0],
      ['3', 0],
    ])
  })
})

describe('a draw that anyone can check', () => {
  const seed = 'k7f3'
  const promise = createHash('sha256').update(seed).digest('hex')
  const said = { seed, commitment: promise, tickets: 9, order: drawOrder(9, seed) }
  test.each(['', 'abc', '种子'.repeat(50), 'a'.repeat(64)])('a fingerprint is SHA-256: %#', (text) =>
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex')),
  )
  test('the seed promised gives the order said', () => {
    expect(checkDraw(said)).toEqual({ keepsPromise: true, isSameOrder: true })
  })
  test('another seed, or another order, is found out', () => {
    expect(checkDraw({ ...said, seed: 'k7f4' })).toMatchObject({ keepsPromise: false })
    expect(checkDraw({ ...said, order: [...said.order].reverse() })).toMatchObject({ isSameOrder: false })
  })
  test('her ticket, and as which it was drawn', () => {
    expect(mineWords({ seed: null, order: [], mine: 7 })).toBe('您是 7 号签。')
    expect(mineWords({ seed, order: [3, 7], mine: 7 })).toBe('您是 7 号签，第 2 个抽到。')
    expect(mineWords({ seed, order: [3, 7], mine: null })).toBe('')
  })
})

describe('the poster', () => {
  const width = (text: string) => text.length
  test('breaks behind a mark where there is one, never before one', () => {
    expect(linesOf('巧手插花：用蔬菜做一束花', 8, 2, width)).toEqual(['巧手插花：', '用蔬菜做一束花'])
    expect(linesOf('一二三四五六七八，九', 8, 2, width)).toEqual(['一二三四五六七', '八，九'])
  })
  test('ends in … what does not fit', () => {
    expect(linesOf('一二三四五六七八九十一二三四五六七', 8, 2, width)).toEqual(['一二三四五六七八', '九十一二三四五…'])
  })
  test('names day, hours and seats', () => {
    expect(posterTime(page())).toBe('11 月 28 日 周六 9:00–11:00')
    expect(posterSeats(page({ audience: 'community' }))).toBe('20 席 · 请柳湾社区的居民来')
    expect(posterSeats(page({ drawAt: now, capacity: null }))).toBe('不限人数 · 谁都可以来')
  })
})
