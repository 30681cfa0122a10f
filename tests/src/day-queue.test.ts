// The queue of a leader's phone: what it shows before the cloud knows, and what is left once the cloud has answered.
import type { DayRow } from '@core/contract'
import { homeAtOf, inAtOf, momentOfStep, outAtOf, withNoted, type Noted } from '@core/domain/attendance'
import {
  aboutWhom,
  afterMerge,
  momentOf,
  peopleNow,
  readyToSend,
  withStep,
  type NotedStep,
} from '@core/domain/day-queue'
import fc from 'fast-check'
import { rowOf, stepOf } from './day-people'
import { now } from './moments'

const minute = 60_000
const nobodySkewed = 0

describe('what the phone shows before the cloud knows', () => {
  test('a tap checks her in at once, at the moment of the tap, and waits to be merged', () => {
    const [he, xu] = peopleNow([rowOf('he'), rowOf('xu')], [stepOf('1', { personId: 'he', at: now })], nobodySkewed)
    expect(he).toMatchObject({ inAt: now, isPending: true })
    expect(xu).toMatchObject({ inAt: null, isPending: false })
  })

  test('a second tap takes it back, a third checks her in anew', () => {
    const steps = [
      stepOf('1', { personId: 'he', at: now }),
      stepOf('2', { personId: 'he', at: now + 1, kind: 'undo' }),
      stepOf('3', { personId: 'he', at: now + 2 }),
    ]
    expect(peopleNow([rowOf('he')], steps.slice(0, 2), nobodySkewed)[0]).toMatchObject({ inAt: null })
    expect(peopleNow([rowOf('he')], steps, nobodySkewed)[0]).toMatchObject({ inAt: now + 2 })
  })

  test('the first time stands where the other leader was earlier', () => {
    const row = rowOf('he', { inAt: now - minute })
    expect(peopleNow([row], [stepOf('1', { personId: 'he', at: now })], nobodySkewed)[0]?.inAt).toBe(now - minute)
  })

  test('a phone whose clock is five minutes slow shows the cloud’s time', () => {
    const steps = [stepOf('1', { personId: 'he', at: now })]
    expect(peopleNow([rowOf('he')], steps, 5 * minute)[0]?.inAt).toBe(now + 5 * minute)
  })

  test('a going that was only assumed gives way to one that was seen', () => {
    const row = rowOf('he', { inAt: now, outAt: now + 60 * minute, outAssumed: true })
    const out = stepOf('1', { personId: 'he', at: now + 30 * minute, kind: 'out' })
    expect(peopleNow([row], [], nobodySkewed)[0]?.outAt).toBe(now + 60 * minute)
    expect(peopleNow([row], [out], nobodySkewed)[0]?.outAt).toBe(now + 30 * minute)
  })

  test('a walk-in stands below the roster with her name, and can be checked out before she has an id', () => {
    const steps = [
      stepOf('1', { name: '王大爷', via: 'walkIn', at: now }),
      stepOf('2', { of: '1', kind: 'out', at: now + minute }),
    ]
    const people = peopleNow([rowOf('he')], steps, nobodySkewed)
    expect(people).toHaveLength(2)
    expect(people[1]).toMatchObject({ id: '1', inAt: now, outAt: now + minute, row: { name: '王大爷' } })
  })

  test('seen home stands with her, also while it waits to be merged; whoever was not there was not seen home', () => {
    const row = rowOf('he', { inAt: now, outAt: now + minute })
    const home = stepOf('1', { personId: 'he', at: now + 20 * minute, kind: 'home' })
    expect(peopleNow([row], [home], nobodySkewed)[0]).toMatchObject({ homeAt: now + 20 * minute, isPending: true })
    expect(peopleNow([rowOf('he')], [home], nobodySkewed)[0]?.homeAt).toBeNull()
    const undo = stepOf('2', { personId: 'he', at: now + 21 * minute, kind: 'undo' })
    expect(peopleNow([row], [home, undo], nobodySkewed)[0]).toMatchObject({ inAt: null, homeAt: null })
  })

  test('two steps about one person never share a moment', () => {
    const steps = [stepOf('1', { personId: 'he', at: now })]
    expect(momentOf(steps, 'he', now)).toBe(now + 1)
    expect(momentOf(steps, 'he', now - minute)).toBe(now + 1)
    expect(momentOf(steps, 'xu', now)).toBe(now)
  })
})

describe('what is sent', () => {
  const walkIn = stepOf('1', { name: '王大爷', via: 'walkIn', at: now })
  const hers = stepOf('2', { of: '1', kind: 'undo', at: now + 1 })

  test('a walk-in taken back before she was ever sent leaves nothing behind', () => {
    expect(withStep([walkIn], hers)).toEqual([])
  })

  test('a walk-in who may have been sent is taken back once she has an id', () => {
    const steps = withStep([{ ...walkIn, isSent: true }], hers)
    expect(readyToSend(steps, 50).map(({ key }) => key)).toEqual(['1'])
    const merged = afterMerge([], steps, [{ key: '1', outcome: 'done', row: rowOf('g1', { inAt: now }) }])
    expect(readyToSend(merged.steps, 50)).toMatchObject([{ key: '2', personId: 'g1', kind: 'undo' }])
    expect(peopleNow(merged.rows, merged.steps, nobodySkewed)).toMatchObject([{ id: 'g1', inAt: null }])
  })

  test('at most fifty at a time, the oldest first', () => {
    const steps = Array.from({ length: 120 }, (_, n) => stepOf(String(n), { personId: `p${n}`, at: now + n }))
    expect(readyToSend(steps, 50).map(({ key }) => key)).toEqual(Array.from({ length: 50 }, (_, n) => String(n)))
  })
})

describe('what the cloud answered', () => {
  test('merged steps go, those it did not hear of stay', () => {
    const steps = [stepOf('1', { personId: 'he', at: now }), stepOf('2', { personId: 'xu', at: now })]
    const row = rowOf('he', { inAt: now })
    const merged = afterMerge([rowOf('he'), rowOf('xu')], steps, [{ key: '1', outcome: 'done', row }])
    expect(merged.steps.map(({ key }) => key)).toEqual(['2'])
    expect(merged.rows[0]).toBe(row)
  })

  test('a pass that was none is told with the name of whose row it was', () => {
    const steps = [stepOf('1', { personId: 'he', at: now, via: 'pass' })]
    const merged = afterMerge([rowOf('he', { name: '何玉珍' })], steps, [{ key: '1', outcome: 'forged', row: null }])
    expect(merged.notTaken).toEqual([{ key: '1', name: '何玉珍', why: 'forged' }])
    expect(peopleNow(merged.rows, merged.steps, nobodySkewed)[0]?.inAt).toBeNull()
  })
})

describe('two phones and a cloud', () => {
  const people = ['a', 'b', 'c']
  type Cloud = Map<string, Noted>
  const rowsOf = (cloud: Cloud): DayRow[] =>
    people.map((id) => {
      const noted = cloud.get(id) ?? {}
      const outAt = outAtOf({ ...noted, endsAt: 0 })
      return rowOf(id, { inAt: inAtOf(noted), outAt, homeAt: homeAtOf(noted) })
    })
  const mergeInto = (cloud: Cloud, steps: readonly NotedStep[], off: number) =>
    steps.map((step) => {
      const id = aboutWhom(step)
      const at = momentOfStep(step.at, { sentAt: step.at, now: step.at - off, opensAt: 0 })
      cloud.set(id, withNoted(cloud.get(id) ?? {}, step.kind, at))
      return { key: step.key, outcome: 'done' as const, row: rowsOf(cloud).find((row) => row.personId === id) ?? null }
    })

  const taps = fc.array(
    fc.record({
      phone: fc.constantFrom(0, 1),
      who: fc.constantFrom(...people),
      kind: fc.constantFrom('in' as const, 'out' as const, 'undo' as const, 'home' as const),
      later: fc.integer({ min: 0, max: 20 * minute }),
      /** Whether the phone has a network right after, and whether the answer gets lost. */
      sends: fc.boolean(),
      isLost: fc.boolean(),
    }),
    { maxLength: 40 },
  )

  /** Minutes a phone’s clock is off; a single one counts as the network’s. */
  const wrongClock = fc.constantFrom(0, 2, 5, 9, -2, -5, -9)

  test('come to the same, each person once, whichever was first and whatever got lost', () => {
    fc.assert(
      fc.property(taps, fc.tuple(wrongClock, wrongClock), (all, minutesOff) => {
        const cloud: Cloud = new Map()
        const phones = minutesOff.map((off) => ({ off: off * minute, rows: rowsOf(cloud), steps: [] as NotedStep[] }))
        const everything: { id: string; kind: NotedStep['kind']; at: number }[] = []
        let clock = now
        all.forEach(({ phone: which, who, kind, later, sends, isLost }, index) => {
          const phone = phones[which]
          if (!phone) return
          clock += later
          const at = momentOf(phone.steps, who, clock + phone.off)
          phone.steps = withStep(phone.steps, stepOf(`s${index}`, { personId: who, kind, at }))
          everything.push({ id: who, kind, at: at - phone.off })
          if (!sends) return
          const results = mergeInto(cloud, phone.steps, phone.off)
          if (!isLost) Object.assign(phone, afterMerge(phone.rows, phone.steps, results))
        })
        for (const phone of phones) {
          Object.assign(phone, afterMerge(phone.rows, phone.steps, mergeInto(cloud, phone.steps, phone.off)))
          expect(phone.steps).toEqual([])
        }
        // Fetched anew, both phones show what all taps together mean.
        const meant: Cloud = new Map()
        for (const { id, kind, at } of everything) meant.set(id, withNoted(meant.get(id) ?? {}, kind, at))
        expect(rowsOf(cloud)).toEqual(rowsOf(meant))
      }),
      { numRuns: 300 },
    )
  })
})
