import type { Message, RosterRow } from '@core/contract'
import { wordsFor } from '@/client/words'
import { rosterText } from '@/packages/desk/pages/roster/roster-text'
import { byDay } from '@/packages/me/pages/messages/by-day'
import { checkProfile } from '@/packages/me/pages/profile/profile-form'
import { kept } from '@/packages/me/pages/settings/kept'
import { faceOf } from '@/parts/face'
import { at, cardWith, now } from './moments'

describe('the roster as text', () => {
  const row = (name: string): RosterRow => ({
    personId: name,
    name,
    phone: '13900000000',
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
  })
  test.each([
    ['with the surname alone, as most who read it were not asked', 'masked', '1. 梁*\n2. 欧阳*\n3. 邻居'],
    ['with whole names after a question', 'whole', '1. 梁文娟\n2. 欧阳静\n3. 没写称呼'],
  ] as const)('numbers everyone %s, and has no telephone number', (_how, names, lines) => {
    const text = rosterText(cardWith(), [row('梁文娟'), row('欧阳静'), row('')], now, names)
    expect(text).toContain(lines)
    expect(text).toMatch(/一共 3 位，20 席$/)
    expect(text).not.toContain('139')
  })
  test('without a limit names no seats', () => {
    expect(rosterText(cardWith({ capacity: null }), [row('梁文娟')], now, 'masked')).toMatch(/一共 1 位$/)
  })
})

describe('messages under their days', () => {
  const message = (moment: string): Message => ({
    id: moment,
    kind: 'told',
    about: '',
    title: '',
    body: '',
    at: at(moment),
    page: '',
    read: true,
  })
  test('are today’s, yesterday’s and those of a date', () => {
    const moments = ['2026-11-22T00:00', '2026-11-21T23:59', '2026-11-20T10:00', '2025-12-31T10:00']
    const days = byDay(moments.map(message), now)
    expect(days.map(({ heading }) => heading)).toEqual(['今天', '昨天', '11 月 20 日 · 周五', '2025 年 12 月 31 日'])
  })
  test('a day cut between two blocks goes on', () => {
    const [first, second] = [message('2026-11-22T08:00'), message('2026-11-22T07:00')]
    expect(byDay([first], now, undefined, second)[0]?.goesOn).toEqual({ above: false, below: true })
    expect(byDay([second], now, first, message('2026-11-21T07:00'))[0]?.goesOn).toEqual({ above: true, below: false })
  })
})

describe('trouble in words', () => {
  test.each([
    ['the network is gone', 'offline', true, '网络走神了'],
    ['the cloud is busy and may be asked again', 'fault', true, '这会儿有点忙'],
    ['the cloud failed and may not be asked again', 'fault', false, '这次没有办成'],
    ['the form was not understood', 'bad_input', false, '填的内容有不合适的地方'],
  ] as const)('%s', (_case, kind, safeToRepeat, why) => {
    expect(wordsFor({ ok: false, fault: { kind, safeToRepeat }, trace: 'abc123xyz' })).toMatchObject({
      why,
      code: 'ABC123',
    })
  })
  test('a refusal has no number to read out', () => {
    const words = wordsFor({ ok: false, refusal: { refused: 'activity.over', facts: {} }, trace: 'abc' })
    expect(words).toEqual({ why: '这场活动已经办完了', next: '看看接下来的活动', code: '' })
  })
})

test.each([
  ['梁文娟', '文'],
  ['苏兰', '兰'],
  ['兰', '兰'],
  ['', '我'],
  ['  ', '我'],
])('the face of "%s" is %s', (name, face) => expect(faceOf(name)).toBe(face))

test('a profile needs a name and a community; a number only when it is given, and then a whole one', () => {
  expect(checkProfile({ name: '方晓', communityId: 'liuwan', phone: '' })).toEqual({})
  expect(checkProfile({ name: '方晓', communityId: 'liuwan', phone: null })).toEqual({})
  expect(Object.keys(checkProfile({ name: ' ', communityId: null, phone: '12' }))).toEqual([
    'name',
    'community',
    'phone',
  ])
})

test('all that is kept about a person has a name and a purpose', () => {
  expect(kept.map(({ what }) => what).join()).toMatch(/称呼.*社区.*手机号.*报名.*编号/)
  for (const { why } of kept) expect(why).not.toBe('')
})
