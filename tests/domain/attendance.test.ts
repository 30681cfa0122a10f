// Who was there, and when: whatever several phones noted, in whatever order it arrives.
import fc from 'fast-check'
import type { DayStep } from '../../cloudfunctions/core/contract'
import {
  attendanceOf,
  homeAtOf,
  inAtOf,
  isLookedFor,
  isOutAssumed,
  momentOfStep,
  outAtOf,
  roleIn,
  wayOf,
  withNoted,
  type Noted,
} from '../../cloudfunctions/core/domain/attendance'
import { timesOf } from '../../cloudfunctions/core/domain/units'

const minute = 60_000
const hour = 60 * minute
const start = Date.parse('2026-09-05T09:00:00+08:00')
const times = { startsAt: start, endsAt: start + 2 * hour }

describe('the way there and back', () => {
  const was = { ins: [start], outs: [start + hour], homes: [start + 2 * hour, start + 3 * hour] }

  test('was seen home when somebody first said so after she came', () => {
    expect(homeAtOf(was)).toBe(start + 2 * hour)
    expect(homeAtOf({ homes: [start] })).toBeNull()
    expect(homeAtOf({ ...was, undone: start + 4 * hour })).toBeNull()
  })

  test('is as far as the last that somebody noted', () => {
    expect(wayOf({})).toBeNull()
    expect(wayOf({ ins: [start] })).toEqual({ step: 'arrived', at: start })
    expect(wayOf({ ins: [start], outs: [start + hour] })).toEqual({ step: 'left', at: start + hour })
    expect(wayOf(was)).toEqual({ step: 'home', at: start + 2 * hour })
  })

  test('a going that is only assumed is told nobody', () => {
    expect(wayOf({ ins: [start], outAssumed: true })).toEqual({ step: 'arrived', at: start })
  })

  test('whom others entered is looked for, whoever came by herself is not', () => {
    expect(isLookedFor('p1', undefined)).toBe(false)
    expect(isLookedFor('p1', 'p1')).toBe(false)
    expect(isLookedFor('p1', 'p2')).toBe(true)
    expect(isLookedFor('d1', undefined)).toBe(true)
    expect(isLookedFor('g1', 'p2')).toBe(true)
  })
})

describe('a person on the day', () => {
  test('is there from the first time somebody checked her in', () => {
    expect(inAtOf({ ins: [start + 5, start + 2, start + 9] })).toBe(start + 2)
    expect(inAtOf({})).toBeNull()
  })

  test('has left when she was last checked out after she came', () => {
    const row = { ...times, ins: [start], outs: [start - 5, start + hour, start + 2 * hour] }
    expect(outAtOf(row)).toBe(start + 2 * hour)
    expect(outAtOf({ ...times, ins: [start] })).toBeNull()
    expect(outAtOf({ ...times, outs: [start + 1] })).toBeNull()
  })

  test('whose check-in was taken back was not there, until somebody checks her in again', () => {
    const undone = { ...times, ins: [start], outs: [start + 5], undone: start + 10 }
    expect([inAtOf(undone), outAtOf(undone)]).toEqual([null, null])
    expect(inAtOf(withNoted(undone, 'in', start + 20))).toBe(start + 20)
    expect(outAtOf(withNoted(undone, 'in', start + 20))).toBeNull()
  })

  test('whom nobody checked out counts as gone at the planned end', () => {
    const row = { ...times, ins: [start], outAssumed: true }
    expect([outAtOf(row), isOutAssumed(row)]).toEqual([times.endsAt, true])
  })

  test('checked out on a phone that merges later left when that phone says', () => {
    const row = { ...times, ins: [start], outs: [start + hour], outAssumed: true }
    expect([outAtOf(row), isOutAssumed(row)]).toEqual([start + hour, false])
  })

  test('who came after the planned end and was never checked out has no time', () => {
    const late = { ...times, ins: [times.endsAt + 5], outAssumed: true }
    expect(outAtOf(late)).toBe(times.endsAt + 5)
  })

  test('is late from more than ten minutes after the start', () => {
    expect(attendanceOf({ ...times, ins: [start + 10 * minute] })).toBe('came')
    expect(attendanceOf({ ...times, ins: [start + 10 * minute + 1] })).toBe('late')
    expect(attendanceOf(times)).toBe('absent')
  })
})

describe('helpers and guests', () => {
  const kind = { kind: 'post', role: 'helper' } as const
  const unit = { ...kind, id: 'tea', name: '端茶', capacity: 2, skills: '', startsAt: start + hour, endsAt: null }
  test('a post says whether she helps; without one, the activity does', () => {
    const activity = { ...times, units: [unit], serves: false }
    expect([roleIn(activity, 'tea'), roleIn(activity, ''), roleIn({ ...activity, serves: true }, null)]).toEqual([
      'helper',
      'guest',
      'helper',
    ])
  })
  test('a post with its own time is planned for that time', () => {
    const activity = { ...times, units: [unit] }
    expect(timesOf(activity, 'tea')).toEqual({ startsAt: start + hour, endsAt: times.endsAt })
    expect(timesOf(activity, 'gone')).toEqual(times)
  })
})

describe('a phone’s clock', () => {
  const opensAt = start - hour
  test('that is right within a minute stays as it is, so that sending again changes nothing', () => {
    const at = start + 5
    for (const off of [-minute, -1, 0, 1, 20_000, minute]) {
      expect(momentOfStep(at, { sentAt: start + hour - off, now: start + hour, opensAt })).toBe(at)
    }
  })
  test('that is off by more is set right to the whole minute', () => {
    const skew = 7 * minute
    const sentAt = start + hour - skew
    expect(momentOfStep(start - skew, { sentAt, now: start + hour, opensAt })).toBe(start)
    expect(momentOfStep(start - skew, { sentAt: sentAt - 20_000, now: start + hour, opensAt })).toBe(start)
  })
  test('checks nobody in before check-in opened, or in the future', () => {
    const now = start + hour
    expect(momentOfStep(1, { sentAt: now, now, opensAt })).toBe(opensAt)
    expect(momentOfStep(now + hour, { sentAt: now, now, opensAt })).toBe(now + minute)
  })
})

/** Two leaders' phones, each with a clock of its own, noting what truly happened at the door. */
interface Happened {
  who: number
  kind: DayStep['kind']
  /** Milliseconds after check-in opened. */
  at: number
  phone: 0 | 1
}

const people = 500
const happened = fc.record<Happened>({
  who: fc.integer({ min: 0, max: people - 1 }),
  kind: fc.constantFrom('in', 'in', 'in', 'in', 'out', 'undo'),
  at: fc.integer({ min: 0, max: 3 * hour }),
  phone: fc.constantFrom(0, 1),
})
const minutesOff = fc.constantFrom(-12, -7, -5, -3, -2, 0, 2, 3, 5, 7, 12)
const skews = fc.tuple(...[0, 1].map(() => minutesOff.map((minutes) => minutes * minute)))

/** What the rules say when everything is known, with true times. */
function truly(events: readonly Happened[], who: number) {
  const of = (kind: DayStep['kind']) =>
    events.filter((each) => each.who === who && each.kind === kind).map(({ at }) => at)
  const undone = Math.max(-1, ...of('undo'))
  const ins = of('in').filter((at) => at > undone)
  const inAt = ins.length > 0 ? Math.min(...ins) : null
  const outs = inAt === null ? [] : of('out').filter((at) => at > inAt)
  return { inAt, outAt: outs.length > 0 ? Math.max(...outs) : null }
}

describe('two phones without network', () => {
  const opensAt = start - hour
  const now = start + 5 * hour

  test('merged in any order, with repetitions and wrong clocks: each person once, the first time kept', () => {
    fc.assert(
      fc.property(
        fc.array(happened, { minLength: 50, maxLength: 1200 }),
        skews,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (events, [first = 0, second = 0], chance) => {
          const draw = () => Number(chance.next().value)
          const sent = events.flatMap((event) => {
            const skew = event.phone === 0 ? first : second
            const step = { ...event, shown: opensAt + event.at + skew, sentAt: now + skew }
            return draw() < 0.3 ? [step, { ...step, sentAt: step.sentAt - draw() * 20_000 }] : [step]
          })
          const shuffled = sent.map((step) => [draw(), step] as const).sort(([a], [b]) => a - b)
          const rows = new Map<number, Noted>()
          for (const [, { who, kind, shown, sentAt }] of shuffled) {
            const at = momentOfStep(shown, { sentAt, now, opensAt })
            rows.set(who, withNoted(rows.get(who) ?? {}, kind, at))
          }
          for (const [who, row] of rows) {
            const { inAt, outAt } = truly(events, who)
            expect(inAtOf(row)).toBe(inAt === null ? null : opensAt + inAt)
            expect(outAtOf({ ...row, endsAt: 0 })).toBe(outAt === null ? null : opensAt + outAt)
          }
        },
      ),
      { numRuns: 200, seed: 3 },
    )
  })

  test('with clocks off by anything and a slow network, each is there, and her time is right within a minute and what the network took', () => {
    const seconds = fc.integer({ min: -900_000, max: 900_000 })
    const slowest = 15_000
    const latency = fc.integer({ min: 0, max: slowest })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 * hour }), seconds, latency), { minLength: 1 }),
        (ins) => {
          const merged = ins.reduce<Noted>((row, [at, skew, late]) => {
            const sent = { sentAt: now - late + skew, now, opensAt }
            return withNoted(row, 'in', momentOfStep(opensAt + at + skew, sent))
          }, {})
          const first = opensAt + Math.min(...ins.map(([at]) => at))
          expect(Math.abs((inAtOf(merged) ?? 0) - first)).toBeLessThanOrEqual(minute + slowest)
        },
      ),
    )
  })
})
