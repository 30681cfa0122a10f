import fc from 'fast-check'
import {
  burst,
  dueAfterBurst,
  fateOf,
  letterTime,
  overtakenBy,
  standAfter,
} from '../../cloudfunctions/core/domain/outbox'
import { dueAfterQuiet } from '../../cloudfunctions/core/domain/quiet-hours'
import { hourOf } from '../../cloudfunctions/core/domain/times'

const minute = 60_000
const hour = 60 * minute
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const moments = fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => at('2026-09-01T00:00') + minutes * minute)

describe('quiet hours', () => {
  const due = (now: string, startsAt?: string, kind = 'changed') =>
    dueAfterQuiet(at(now), { kind, ...(startsAt && { startsAt: at(startsAt) }) })

  test('from half past nine at night to half past seven WeChat waits for the morning', () => {
    expect(due('2026-09-04T21:29')).toBe(at('2026-09-04T21:29'))
    expect(due('2026-09-04T21:30')).toBe(at('2026-09-05T07:30'))
    expect(due('2026-09-05T00:10')).toBe(at('2026-09-05T07:30'))
    expect(due('2026-09-05T07:29')).toBe(at('2026-09-05T07:30'))
    expect(due('2026-09-05T07:30')).toBe(at('2026-09-05T07:30'))
  })

  test('what starts, or wants an answer, before half past nine that morning does not wait', () => {
    expect(due('2026-09-04T22:00', '2026-09-05T09:29')).toBe(at('2026-09-04T22:00'))
    expect(due('2026-09-04T22:00', '2026-09-05T09:30')).toBe(at('2026-09-05T07:30'))
    expect(due('2026-09-05T01:00', '2026-09-05T09:00')).toBe(at('2026-09-05T01:00'))
  })

  test.each(['answered', 'arrived', 'mistaken', 'left', 'home', 'notArrived', 'missing'])(
    'what somebody does at this moment is told at this moment: %s',
    (kind) => {
      expect(due('2026-09-04T23:00', '2026-09-09T09:00', kind)).toBe(at('2026-09-04T23:00'))
    },
  )

  test('nothing is ever due before now, nor later than ten hours from now, nor within the quiet hours unless it is now', () => {
    fc.assert(
      fc.property(moments, fc.option(moments, { nil: undefined }), (now, startsAt) => {
        const when = dueAfterQuiet(now, { kind: 'changed', startsAt })
        expect(when).toBeGreaterThanOrEqual(now)
        expect(when).toBeLessThanOrEqual(now + 10 * hour)
        if (when !== now) expect(hourOf(when)).toBe(7.5)
        if (when !== now && startsAt !== undefined) expect(startsAt - when).toBeGreaterThanOrEqual(2 * hour)
      }),
    )
  })
})

describe('a burst', () => {
  test('the first change goes at once, a further one when five minutes have passed since the last', () => {
    const now = at('2026-09-04T12:00')
    expect(dueAfterBurst(now, [])).toBe(now)
    expect(dueAfterBurst(now, [now - minute])).toBe(now + 4 * minute)
    expect(dueAfterBurst(now, [now - burst])).toBe(now)
    expect(dueAfterBurst(now, [now - 20 * minute, now - 2 * minute])).toBe(now + 3 * minute)
  })

  test('whatever was sent, two messages are never closer than five minutes, and none waits longer than that', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 * 60 }), { maxLength: 30 }), (gaps) => {
        const sent: number[] = []
        let now = 0
        for (const gap of gaps) {
          now += gap * 1000
          const due = dueAfterBurst(now, sent)
          expect(due - now).toBeLessThanOrEqual(burst)
          if (due === now) sent.push(now)
        }
        sent.slice(1).forEach((each, n) => expect(each - (sent[n] ?? 0)).toBeGreaterThanOrEqual(burst))
      }),
    )
  })

  test('a cancellation overtakes every change, free seat and reminder, a move changes and reminders, any other change changes', () => {
    expect(overtakenBy('cancelled')).toEqual(['changed', 'movedUp', 'admitted', 'reminder'])
    expect(overtakenBy('changed', true)).toEqual(['changed', 'reminder'])
    expect(overtakenBy('changed')).toEqual(['changed'])
    expect(overtakenBy('reminder')).toEqual([])
  })
})

describe('WeChat’s answer', () => {
  test.each([
    [0, 'sent', 'sent'],
    [43101, 'refused', 'open'],
    [47003, 'failed', 'open'],
    [40003, 'failed', 'open'],
    [-1, 'unknown', 'open'],
    [-2, 'unknown', 'open'],
    [-604102, 'unknown', 'open'],
  ] as const)('%i means %s, and she stands as %s', (code, fate, stand) => {
    expect([fateOf(code), standAfter(code)]).toEqual([fate, stand])
  })

  test('only what was sent counts as reached', () => {
    fc.assert(fc.property(fc.integer(), (code) => expect(standAfter(code) === 'sent').toBe(code === 0)))
  })
})

test('a moment in a message is written as WeChat’s time fields want it', () => {
  expect(letterTime(at('2026-09-03T09:05'))).toBe('2026年9月3日 09:05')
})
