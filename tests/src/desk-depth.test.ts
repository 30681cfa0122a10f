import { daysOf } from '@core/domain/series'
import { check } from '@/packages/desk/form/check'
import { onDay } from '@/packages/desk/form/draft'
import { planOf, type MeetingCard } from '@/packages/desk/form/series-plan'
import { movedBy, newUnitId, slotsIn, slotsOf, unitRemark, unitsWords } from '@/packages/desk/form/units'
import {
  festivalsMet,
  monthLines,
  onWeekdayOf,
  ruleOf,
  weekdaysWords,
  weeklyFrom,
  weeklyOf,
  withDay,
} from '@/packages/desk/form/weekly'
import { questionsWords, roomWords, servesWords, wayWords, whoWords } from '@/packages/desk/form/words'
import { maskedName, rosterText } from '@/packages/desk/pages/roster/roster-text'
import { answersOf, remarkOf, tagsOf } from '@/packages/desk/pages/roster/person-words'
import { plainExtras, type RosterRow, type UnitForm } from '@core/contract'
import { at, cardWith, formWith, now } from './moments'

const post = (change: Partial<UnitForm> = {}): UnitForm => ({
  id: 'u1',
  kind: 'post',
  name: '引导登记',
  capacity: 2,
  startsAt: null,
  endsAt: null,
  role: 'helper',
  skills: '',
  ...change,
})
const plan = { from: at('2026-11-28T09:00'), to: at('2026-11-28T11:00'), every: 10, seats: 3 }

describe('slots made in one go', () => {
  test('one every so many minutes, as many as fit; a rest too short is left over', () => {
    expect(slotsIn(plan)).toBe(12)
    expect(slotsIn({ ...plan, every: 50 })).toBe(2)
    expect(slotsIn({ ...plan, to: plan.from })).toBe(0)
  })
  test('named by their time, each with an id of its own', () => {
    const made = slotsOf(plan, [post()])
    expect(made.map(({ name }) => name).slice(0, 2)).toEqual(['9:00–9:10', '9:10–9:20'])
    expect(new Set(['u1', ...made.map(({ id }) => id)]).size).toBe(13)
    expect(check(formWith({ units: [post(), ...made] }), now)).toEqual({})
  })
  test('never more than an activity may have', () => {
    expect(slotsOf({ ...plan, every: 1 }, [post()])).toHaveLength(39)
  })
  test('ids that people’s seats name are not given again while they stand', () => {
    expect(newUnitId([{ id: 'u2' }])).toBe('u3')
    expect(newUnitId([{ id: 'u1' }, { id: 'u3' }])).toBe('u4')
  })
  test('move along with the activity, and their names with them', () => {
    const form = formWith({ units: slotsOf(plan, []), drawAt: null })
    const moved = onDay(form, '2026-12-05')
    expect(moved.units[0]).toMatchObject({ startsAt: at('2026-12-05T09:00'), name: '9:00–9:10' })
    expect(movedBy(form.units, 3_600_000)[0]?.name).toBe('10:00–10:10')
    expect(movedBy([{ ...plan, ...slotsOf(plan, [])[0], name: '3 号院来领' } as UnitForm], 60_000)[0]?.name).toBe(
      '3 号院来领',
    )
  })
  test('one outside the activity is said at the parts', () => {
    const units = slotsOf({ ...plan, to: at('2026-11-28T12:00') }, [])
    expect(Object.keys(check(formWith({ units }), now))).toEqual(['units'])
  })
})

describe('what is filled in, in words', () => {
  test('parts', () => {
    expect(unitsWords([])).toBe('')
    expect(unitsWords([post(), ...slotsOf(plan, [post()])]).replace(/\u00a0/g, ' ')).toBe(
      '1 个岗位、12 个时段，共 38 席',
    )
    expect(unitRemark(post({ skills: '会用血压计' }))).toBe('要 2 人帮忙 · 会用血压计')
    expect(unitRemark(slotsOf(plan, [])[0] ?? post())).toBe('3 席')
    expect(roomWords(formWith({ units: [post()] }))).toBe('2 席，分开报')
  })
  test.each([
    [{}, '谁都能来'],
    [{ ages: { from: 60, to: null } }, '谁都能来，60 岁以上'],
    [{ audience: 'community' as const, approval: true, perMonth: 2 }, '本社区居民，要您点头，每人每月最多 2 场'],
  ])('who may come %#', (change, words) => expect(whoWords(formWith(change))).toBe(words))
  test.each([
    [{}, '先到先得，现在就能报'],
    [{ drawAt: at('2026-11-27T19:00') }, '11 月 27 日 周五 19:00 抽签，现在就能报'],
    [{ opensAt: at('2026-11-24T08:00') }, '先到先得，11 月 24 日 周二 8:00 开始报'],
  ])('how seats are given %#', (change, words) => expect(wayWords(formWith(change), now)).toBe(words))
  test('questions and hours', () => {
    expect(questionsWords([])).toBe('什么都不问')
    expect(servesWords(formWith())).toBe('不记')
    expect(servesWords(formWith({ serves: true }))).toBe('来的人都记时长')
    expect(servesWords(formWith({ units: [post()] }))).toBe('帮忙的岗位记时长')
    expect(servesWords(formWith({ units: [post({ role: 'guest' })], serves: true }))).toBe('不记')
  })
})

describe('a weekly series', () => {
  const friday = at('2026-12-04T16:30')
  const weekly = weeklyFrom(friday)
  test('is for eight weeks on the day it begins, without public holidays', () => {
    expect(weekdaysWords(weekly.weekdays)).toBe('每周五')
    expect(ruleOf(weekly, '2026-12-04')).toEqual({
      weekdays: [5],
      from: '2026-12-04',
      to: '2027-01-22',
      skip: ['2027-01-01'],
    })
    expect(daysOf(ruleOf(weekly, '2026-12-04'))).toHaveLength(7)
  })
  test('names the festivals that it meets; a lunar one that is no day off is held', () => {
    expect(festivalsMet(weekly, '2026-12-04')).toEqual([
      { day: '2027-01-01', name: '元旦', isOut: true },
      { day: '2027-01-15', name: '腊八节', isOut: false },
    ])
  })
  test('a holiday can be held, and any other day left out, and back', () => {
    const held = withDay(weekly, '2027-01-01', false)
    expect(ruleOf(held, '2026-12-04').skip).toEqual([])
    const out = withDay(held, '2026-12-18', true)
    expect(ruleOf(out, '2026-12-04').skip).toEqual(['2026-12-18'])
    expect(ruleOf(withDay(out, '2026-12-18', false), '2026-12-04').skip).toEqual([])
  })
  test('a rule read back gives the same rule', () => {
    const rule = ruleOf(withDay(withDay(weekly, '2027-01-01', false), '2026-12-18', true), '2026-12-04')
    expect(ruleOf(weeklyOf(rule), rule.from)).toEqual(rule)
  })
  test('another first day takes the one weekday along, and joins several', () => {
    expect(onWeekdayOf(weekly, at('2026-12-02T09:00')).weekdays).toEqual([3])
    expect(onWeekdayOf({ ...weekly, weekdays: [1, 5] }, at('2026-12-02T09:00')).weekdays).toEqual([1, 5, 3])
  })
  test('its days are told by month', () => {
    expect(monthLines(['2027-01-08', '2026-12-11', '2026-12-04']).map((line) => line.replace(/\u00a0/g, ' '))).toEqual([
      '12 月：4、11 日',
      '2027 年 1 月：8 日',
    ])
  })
  test('an edit says beforehand what follows, what stays, what is new and what is called off', () => {
    const meeting = (day: string, change: Partial<MeetingCard> = {}): MeetingCard => ({
      ...cardWith({ id: day, startsAt: at(`${day}T16:30`), taken: 4 }),
      isChanged: false,
      ...change,
    })
    const cards = [meeting('2026-12-04'), meeting('2026-12-11', { isChanged: true }), meeting('2026-12-18')]
    const rule = { weekdays: [5], from: '2026-12-04', to: '2026-12-11', skip: [] }
    expect(planOf(cards, rule, '2026-12-04', now)).toEqual({
      changed: [{ from: '2026-12-04', to: '2026-12-04' }],
      kept: ['2026-12-11'],
      added: [],
      calledOff: [{ day: '2026-12-18', people: 4 }],
    })
  })
})

describe('the roster', () => {
  const row = (change: Partial<RosterRow> = {}): RosterRow => ({
    personId: 'p1',
    name: '何玉珍',
    phone: '',
    state: 'in',
    position: null,
    since: now,
    kind: 'account',
    age: null,
    unit: null,
    party: [],
    broughtBy: '',
    answers: {},
    missed: null,
    ...change,
  })
  const form = { questions: [], units: [{ ...post(), seatsLeft: 1, waiting: 0 }] }
  test('says who has no phone, who is a child, and with whom she comes', () => {
    expect(tagsOf(row({ kind: 'elder' })).map(({ words }) => words)).toEqual(['没有手机'])
    expect(tagsOf(row({ kind: 'child', state: 'waiting', position: 3 })).map(({ words }) => words)).toEqual([
      '孩子',
      '候补第 3 位',
    ])
    expect(remarkOf(row({ kind: 'elder', age: 72, broughtBy: '梁文娟', unit: 'u1', party: ['乐乐'] }), form)).toBe(
      '72 岁 · 梁文娟代报 · 引导登记 · 和乐乐一起',
    )
    expect(remarkOf(row({ kind: 'guest', broughtBy: '苏桂兰' }), form)).toBe('')
  })
  test('shows the answers that were given', () => {
    const questions = [
      { id: 'q1', kind: 'text' as const, label: '谁来接', options: [], required: false },
      { id: 'q2', kind: 'consent' as const, label: '同意拍照', options: [], required: false },
      { id: 'q3', kind: 'number' as const, label: '几个孩子', options: [], required: false },
    ]
    expect(answersOf(row({ answers: { q1: '', q2: true, q3: 0 } }), { ...form, questions })).toEqual([
      { label: '同意拍照', said: '同意' },
      { label: '几个孩子', said: '0' },
    ])
  })
  test('as 接龙 has surnames alone, of two characters too, unless whole names are asked for; never a number', () => {
    expect(['何玉珍', '欧阳国栋', '', '阿'].map(maskedName)).toEqual(['何*', '欧阳*', '邻居', '阿*'])
    const text = rosterText(cardWith(), [{ name: '何玉珍' }, { name: '' }], now, 'masked')
    expect(text).toContain('#接龙\n修一修：小家电和拉链\n')
    expect(text).toContain('1. 何*\n2. 邻居\n')
    expect(rosterText(cardWith(), [{ name: '何玉珍' }], now, 'whole')).toContain('1. 何玉珍')
  })
})

test('an activity of the plain kind has nothing special to say', () => {
  expect(check(formWith(plainExtras), now)).toEqual({})
})
