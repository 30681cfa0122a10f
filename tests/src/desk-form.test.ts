import { activityTemplates } from '@core/services'
import { dayOf } from '@core/domain/times'
import { check, wrongOf } from '@/packages/desk/form/check'
import {
  beginningAt,
  deadlineOf,
  deadlineWords,
  deadlines,
  endingAt,
  fromLastTime,
  fromTemplate,
  momentOf,
  nowhere,
  onDay,
  timeOf,
} from '@/packages/desk/form/draft'
import { bringWords, dayWords, previewOf, seatsWords } from '@/packages/desk/form/words'
import { seatState } from '@/parts/seat-state'
import { at, formWith, now } from './moments'

const publisher = { teamId: 't', contact: { name: '苏桂兰', phone: '000-5201103' } }
const days = (n: number) => n * 24 * 3_600_000

describe('a form from a template', () => {
  test.each(activityTemplates.map((template) => [template.id, template] as const))(
    '%s lacks only its place, on a Saturday at least two days ahead',
    (_id, template) => {
      for (let day = 0; day < 7; day += 1) {
        const today = now + days(day)
        const form = fromTemplate(template, publisher, nowhere, today)
        expect(dayWords(form.startsAt)).toContain('周六')
        expect(form.startsAt - today).toBeGreaterThan(days(1))
        expect(form.startsAt - today).toBeLessThan(days(9))
        expect(Object.keys(check(form, today))).toEqual(['place'])
        expect(check({ ...form, place: { ...nowhere, name: '活动室' } }, today)).toEqual({})
      }
    },
  )
})

describe('last time’s form', () => {
  test.each([
    ['last Saturday', '2026-11-21T09:00', '2026-11-28'],
    ['five weeks ago', '2026-10-17T09:00', '2026-11-28'],
    ['tomorrow’s weekday leaves no time for notice', '2026-11-16T09:00', '2026-11-30'],
    ['one that is still to come', '2026-12-05T09:00', '2026-12-12'],
  ])('%s moves to the next same weekday with two days of notice', (_when, startsAt, day) => {
    const last = onDay(formWith(), startsAt.slice(0, 10))
    const next = fromLastTime(last, 'earlier', now)
    expect(dayOf(next.startsAt)).toBe(day)
    expect(timeOf(next.startsAt)).toBe('09:00')
    expect(next.endsAt - next.startsAt).toBe(last.endsAt - last.startsAt)
    expect(next.startsAt - next.cancelBy).toBe(last.startsAt - last.cancelBy)
    expect(check(next, now)).toEqual({})
  })

  test('remembers what it came from', () => {
    expect(fromLastTime(formWith({ template: '' }), 'earlier', now).template).toBe('earlier')
    expect(fromLastTime(formWith(), 'earlier', now).template).toBe('spring-couplets')
  })
})

describe('time of the form', () => {
  test('another day keeps the time of day and moves the deadlines along', () => {
    const moved = onDay(formWith(), '2026-12-05')
    expect(moved).toMatchObject({ startsAt: at('2026-12-05T09:00'), endsAt: at('2026-12-05T11:00') })
    expect(moved.cancelBy).toBe(at('2026-12-04T18:00'))
  })
  test('a later start takes the end with it, past midnight too', () => {
    expect(beginningAt(formWith(), '23:00').endsAt).toBe(at('2026-11-29T01:00'))
  })
  test('an end before the start is said at the time', () => {
    expect(check(endingAt(formWith(), '08:59'), now)).toEqual({ time: '结束时间在开始之前，把结束时间往后调' })
  })
  test('a picker’s time and the moment say the same', () => {
    expect(timeOf(at('2026-11-28T00:05'))).toBe('00:05')
    expect(momentOf('2026-11-28', '00:05')).toBe(at('2026-11-28T00:05'))
  })
})

describe('deadlines', () => {
  const start = at('2026-11-28T09:00')
  test.each(deadlines.map(({ id, words, at: count }) => [id, words, count] as const))(
    '%s is found again by its moment',
    (id, words, count) => {
      expect(deadlineOf(start, count(start))?.id).toBe(id)
      expect(deadlineWords(start, count(start))).toBe(words)
    },
  )
  test.each([
    ['2026-11-28T06:00', '开始前 3 小时'],
    ['2026-11-28T06:30', '11 月 28 日 6:30 前'],
    ['2026-11-27T09:00', '11 月 27 日 9:00 前'],
    ['2026-11-28T10:00', '11 月 28 日 10:00 前'],
  ])('%s is %s', (moment, words) => expect(deadlineWords(start, at(moment))).toBe(words))
})

describe('what is wrong is said where it is put right', () => {
  test.each([
    ['no title', { title: '' }, 'words'],
    ['a title of blanks', { title: '  ' }, 'words'],
    ['no seats', { capacity: 0 }, 'seats'],
    ['half a seat', { capacity: 1.5 }, 'seats'],
    ['nobody to call', { contact: { name: '', phone: '' } }, 'contact'],
    ['nine things to bring', { bring: Array.from({ length: 9 }, () => '水杯') }, 'bring'],
    ['a start that has passed', { startsAt: now }, 'day'],
    ['sign-up beyond the end', { closesAt: at('2026-11-28T11:01') }, 'closes'],
    ['sign-up that closes before it opens', { closesAt: at('2026-11-22T00:00') }, 'closes'],
  ])('%s', (_rule, change, part) => expect(Object.keys(check(formWith(change), now))).toEqual([part]))

  test('a good form has nothing wrong, and one without limit neither', () => {
    expect(check(formWith(), now)).toEqual({})
    expect(check(formWith({ capacity: null }), now)).toEqual({})
  })
  test('an edit may keep a start that has passed, but not move it', () => {
    const begun = formWith({ startsAt: now - 60_000, closesAt: now, endsAt: now + 3_600_000 })
    expect(check(begun, now, now - 60_000)).toEqual({})
    expect(Object.keys(check(begun, now, now - 120_000))).toEqual(['day'])
  })
  test('a refusal that belongs to no part is left to the notice', () => {
    expect(wrongOf({ refused: 'activity.too_many_drafts', facts: {} })).toEqual({})
    expect(wrongOf({ refused: 'content.risky', facts: {} }).words).toContain('换个说法')
  })
})

describe('what is filled in, in words', () => {
  test.each([
    [null, '不限人数'],
    [1, '1 席，满了可候补'],
  ])('%s seats', (capacity, words) => expect(seatsWords(capacity)).toBe(words))
  test('what to bring', () => {
    expect(bringWords([])).toBe('什么都不用带')
    expect(bringWords(['老花镜', '水杯'])).toBe('老花镜、水杯')
  })
  test('the preview is open, with as many seats as are left', () => {
    const team = { id: 't', name: '巧手队', colour: 'yellow', communityId: 'liuwan', role: 'leader' } as const
    const form = formWith({ title: '', place: nowhere, opensAt: now + 1 })
    const card = previewOf(form, team, now, { taken: 5, waiting: 0 })
    expect(card).toMatchObject({ title: '还没起名字', placeName: '还没定地方', seatsLeft: 15 })
    expect(seatState(card, now).word).toBe('余 15 席')
    expect(previewOf(formWith({ capacity: null }), team, now).seatsLeft).toBeNull()
  })
})
