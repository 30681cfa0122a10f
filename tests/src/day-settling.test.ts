import {
  decided,
  mostFor,
  moved,
  offered,
  ownOf,
  sumOf,
  sumWords,
  timesWords,
  withAttendance,
} from '@/packages/day/settling/decisions'
import { rowOf } from './day-people'
import { at } from './moments'

const startsAt = at('2026-11-22T09:00')
const helper = { role: 'helper', planned: 120 } as const

describe('what is offered to the leader', () => {
  test('who came in time came, who came more than ten minutes after the start came late, who did not is absent', () => {
    expect(offered(rowOf('a', { inAt: startsAt + 10 * 60_000 }), startsAt).attendance).toBe('came')
    expect(offered(rowOf('a', { inAt: startsAt + 11 * 60_000 }), startsAt).attendance).toBe('late')
    expect(offered(rowOf('a'), startsAt).attendance).toBe('absent')
  })

  test('hours by the rule, else as planned; none for those who are helped', () => {
    expect(offered(rowOf('a', { ...helper, inAt: startsAt, actual: 105 }), startsAt).minutes).toBe(105)
    expect(offered(rowOf('a', { ...helper, inAt: startsAt }), startsAt).minutes).toBe(120)
    expect(offered(rowOf('a', { inAt: startsAt }), startsAt).minutes).toBe(0)
  })

  test('what was confirmed stays as it is', () => {
    const row = rowOf('a', { ...helper, inAt: startsAt, actual: 105, attendance: 'late', confirmed: 90 })
    expect(offered(row, startsAt)).toEqual({ attendance: 'late', minutes: 90 })
  })
})

test('whoever has a slot of her own is late by the start of the slot', () => {
  const row = rowOf('a', { unit: 'ten', inAt: startsAt + 60 * 60_000 })
  const units = [{ id: 'ten', startsAt: startsAt + 60 * 60_000 }]
  expect(decided([row], {}, { startsAt, units })[0]?.decision.attendance).toBe('came')
  expect(decided([row], {}, { startsAt, units: [] })[0]?.decision.attendance).toBe('late')
})

test('who was not there has no hours, and gets hers back when she was after all', () => {
  const row = rowOf('a', { ...helper, inAt: startsAt, actual: 105 })
  const came = offered(row, startsAt)
  const excused = withAttendance(row, came, 'excused')
  expect(excused).toEqual({ attendance: 'excused', minutes: 0 })
  expect(withAttendance(row, excused, 'came')).toEqual({ attendance: 'came', minutes: 105 })
})

test('hours move in quarters, and neither below none nor above a day', () => {
  expect(moved(105, 1)).toBe(120)
  expect(moved(0, -1)).toBe(0)
  expect(moved(24 * 60, 1)).toBe(24 * 60)
  expect(mostFor(rowOf('a', helper))).toBe(180)
  expect(moved(180, 1, 180)).toBe(180)
})

test('the sum counts hours of helpers who were there, with what the leader changed', () => {
  const rows = [
    rowOf('a', { ...helper, inAt: startsAt, actual: 105 }),
    rowOf('b', { ...helper }),
    rowOf('c', { inAt: startsAt }),
    rowOf('d', { state: 'waiting' }),
  ]
  const all = decided(rows, { b: { attendance: 'came', minutes: 60 } }, { startsAt, units: [] })
  expect(all).toHaveLength(3)
  expect(sumOf(all)).toEqual({ came: 3, late: 0, absent: 0, helpers: 2, minutes: 165, own: 0 })
  expect(sumWords(sumOf(all))).toBe('3 位来了，其中 2 位志愿者，一共 2.75 小时')
})

test('hours of her own wait for a second person, but not what another confirmed', () => {
  const own = (change: Parameters<typeof rowOf>[1]) =>
    ownOf(decided([rowOf('a', { ...helper, inAt: startsAt, actual: 105, ...change })], {}, { startsAt, units: [] })[0]!)
  expect(own({ isMe: true })).toBe(105)
  expect(own({ isMe: true, attendance: 'came', confirmed: 0, asked: 90 })).toBe(90)
  expect(own({ isMe: true, attendance: 'came', confirmed: 90 })).toBe(0)
  expect(own({ isMe: false })).toBe(0)
})

test('times are said as check-in knows them', () => {
  expect(timesWords(rowOf('a'))).toBe('没有签到')
  expect(timesWords(rowOf('a', { inAt: startsAt, outAt: startsAt + 3_600_000 }))).toBe('9:00 到 · 10:00 走')
  expect(timesWords(rowOf('a', { inAt: startsAt, outAt: startsAt + 1, outAssumed: true }))).toContain('没签退')
})
