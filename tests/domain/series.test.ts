import fc from 'fast-check'
import { plainExtras, type ActivityForm } from '../../cloudfunctions/core/contract'
import {
  daysOf,
  daysProblem,
  meetingForm,
  planEdit,
  seatRegulars,
  type Meeting,
  type Regular,
} from '../../cloudfunctions/core/domain/series'
import { clockWords, dayOf } from '../../cloudfunctions/core/domain/times'

const rule = (changes = {}) => ({
  weekdays: [3],
  from: '2026-11-25',
  to: '2026-12-30',
  skip: [] as string[],
  ...changes,
})
const at = (text: string) => Date.parse(`${text}:00+08:00`)

describe('the days of a rule', () => {
  test('are its weekdays from the first day to the last, both possible', () => {
    expect(daysOf(rule())).toEqual(['2026-11-25', '2026-12-02', '2026-12-09', '2026-12-16', '2026-12-23', '2026-12-30'])
    expect(daysOf(rule({ weekdays: [7, 1], to: '2026-12-01' }))).toEqual(['2026-11-29', '2026-11-30'])
  })

  test('leave out what is left out', () => {
    expect(daysOf(rule({ skip: ['2026-12-09', '2026-12-25'] }))).toHaveLength(5)
    expect(daysOf(rule({ skip: ['2026-12-09'] }))).not.toContain('2026-12-09')
  })

  test('none is too few, more than sixty are too many', () => {
    expect(daysProblem(daysOf(rule({ to: '2026-11-24' })))?.refused).toBe('series.no_meeting')
    expect(daysProblem(daysOf(rule({ to: '2028-12-31' })))?.refused).toBe('series.too_many')
    expect(daysProblem(daysOf(rule()))).toBeNull()
  })
})

test('the form of another meeting keeps its distances, sign-up opens for all at once', () => {
  const startsAt = at('2026-11-25T16:30')
  const form: ActivityForm = {
    ...{ teamId: 't', template: '', title: '四点半', intro: '', bring: [], capacity: 3, audience: 'anyone' as const },
    ...{ place: { id: null, name: '站', address: '', latitude: null, longitude: null } },
    ...{ startsAt, endsAt: startsAt + 5_400_000, opensAt: 7, closesAt: startsAt, cancelBy: startsAt - 7_200_000 },
    ...{ contact: { name: '苏', phone: '000-5201101' }, ...plainExtras },
    units: [{ id: 'u', kind: 'slot', name: '一', capacity: 1, startsAt, endsAt: null, role: 'guest', skills: '' }],
  }
  const other = meetingForm(form, '2026-12-09')
  expect([dayOf(other.startsAt), clockWords(other.startsAt), clockWords(other.cancelBy)]).toEqual([
    '2026-12-09',
    '16:30',
    '14:30',
  ])
  expect(other).toMatchObject({ opensAt: 7, endsAt: other.startsAt + 5_400_000, closesAt: other.startsAt })
  expect(other.units[0]).toMatchObject({ startsAt: other.startsAt, endsAt: null })
  expect(meetingForm(other, '2026-11-25')).toEqual(form)
})

const meeting = (id: string, day: string, isOwn = false): Meeting => ({ id, day, isOwn, startsAt: at(`${day}T16:30`) })
const begun = (now: string) => (each: Meeting) => each.startsAt <= at(`${now}T00:00`)
const weekly = ['25', '02', '09', '16'].map((date, n) => meeting(`m${n}`, `2026-1${date === '25' ? 1 : 2}-${date}`))

describe('an edit of the rule', () => {
  test('a day left out calls off its meeting, and moves nobody else', () => {
    const days = daysOf(rule({ skip: ['2026-12-02'], to: '2026-12-16' }))
    expect(planEdit(weekly, days, '2026-11-25', begun('2026-11-01'))).toMatchObject({ callOff: ['m1'], add: [] })
  })

  test('another weekday moves the meetings in their order, with their people', () => {
    const days = daysOf(rule({ weekdays: [4], to: '2026-12-17' }))
    const { follow, add, callOff } = planEdit(weekly, days, '2026-12-01', begun('2026-11-26'))
    expect(follow).toEqual([
      { id: 'm1', day: '2026-12-03' },
      { id: 'm2', day: '2026-12-10' },
      { id: 'm3', day: '2026-12-17' },
    ])
    expect([add, callOff]).toEqual([[], []])
  })

  test('a later end adds meetings, an earlier one calls the last ones off', () => {
    const longer = planEdit(weekly, daysOf(rule({ to: '2026-12-30' })), '2026-11-25', begun('2026-11-01'))
    expect([longer.add, longer.callOff]).toEqual([['2026-12-23', '2026-12-30'], []])
    const shorter = planEdit(weekly, daysOf(rule({ to: '2026-12-02' })), '2026-11-25', begun('2026-11-01'))
    expect([shorter.add, shorter.callOff]).toEqual([[], ['m2', 'm3']])
  })

  test('one that was changed or called off by itself stands for its week', () => {
    const changed = weekly.map((each) => (each.id === 'm2' ? { ...each, isOwn: true } : each))
    const plan = planEdit(changed, daysOf(rule({ weekdays: [4], to: '2026-12-17' })), '2026-12-01', begun('2026-11-26'))
    expect(plan.keep).toEqual([{ id: 'm2', day: '2026-12-10' }])
    expect(plan.follow.map(({ day }) => day)).toEqual(['2026-12-03', '2026-12-17'])
    expect(plan.add).toEqual([])
  })
})

/** A series as people know it: each meeting with its day, and who signed up for it. */
type Held = Meeting & { people: string[]; isOff: boolean }

/** What the plan does, said as plainly as possible. */
function after(held: readonly Held[], plan: ReturnType<typeof planEdit>): Held[] {
  const moved = held.map((each) => {
    const day = [...plan.follow, ...plan.keep].find(({ id }) => id === each.id)?.day
    if (plan.callOff.includes(each.id)) return { ...each, isOff: true, day: '' }
    if (day === undefined || day === '') return each
    return each.isOwn ? { ...each, day } : { ...each, day, startsAt: at(`${day}T16:30`) }
  })
  const added = plan.add.map((day) => ({ ...meeting(`new ${day}`, day), people: [], isOff: false }))
  return [...moved, ...added]
}

const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 })
const days = Array.from({ length: 56 }, (_, n) => dayOf(at('2026-11-02T12:00') + n * 86_400_000))
const someDay = fc.constantFrom(...days)
const someRule = fc.record({
  weekdays,
  from: fc.constant('2026-11-02'),
  to: someDay,
  skip: fc.uniqueArray(someDay, { maxLength: 6 }),
})

describe('whatever is edited', () => {
  const given = fc.record({
    before: someRule,
    next: someRule,
    then: someRule,
    fromDay: someDay,
    today: someDay,
    own: fc.array(fc.nat(40), { maxLength: 6 }),
    half: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
  })
  const heldBy = (days: readonly string[], own: readonly number[]): Held[] =>
    days.map((day, n) => ({ ...meeting(`m${n}`, day, own.includes(n)), people: [`p${n}`], isOff: false }))

  test('past and changed meetings survive, people stay with their meeting, and the days are those of the rule', () => {
    fc.assert(
      fc.property(given, ({ before, next, fromDay, today, own }) => {
        const hasBegun = begun(today)
        const held = heldBy(daysOf(before), own)
        const wanted = daysOf(next).filter((day) => !hasBegun(meeting('', day)))
        const result = after(held, planEdit(held, wanted, fromDay, hasBegun))
        for (const each of held) {
          const now = result.find(({ id }) => id === each.id)
          expect(now?.people).toEqual(each.people)
          const isFixed = hasBegun(each) || each.day < fromDay || each.isOwn
          if (isFixed) expect(now).toMatchObject({ startsAt: each.startsAt, isOff: false })
        }
        const live = result.filter((each) => !each.isOff && !hasBegun(each))
        const ruled = wanted.filter((day) => day >= fromDay)
        // Every day of the rule has exactly one meeting that stands for it.
        for (const day of ruled) expect(live.filter((each) => each.day === day)).toHaveLength(1)
        // Whatever else is there was changed by itself, or comes before the edit.
        for (const each of live) {
          const isKept = each.isOwn || each.day < fromDay
          expect(isKept || ruled.includes(each.day)).toBe(true)
          if (!isKept) expect(next.skip).not.toContain(each.day)
        }
        const fewer = live.filter((each) => each.day >= fromDay && ruled.includes(each.day)).length
        expect(fewer).toBe(ruled.length)
      }),
      { numRuns: 500 },
    )
  })

  test('nothing is called off while the rule has a day left for it', () => {
    fc.assert(
      fc.property(given, ({ before, next, fromDay, today, own }) => {
        const hasBegun = begun(today)
        const wanted = daysOf(next).filter((day) => !hasBegun(meeting('', day)))
        const { add, callOff } = planEdit(heldBy(daysOf(before), own), wanted, fromDay, hasBegun)
        expect(add.length === 0 || callOff.length === 0).toBe(true)
      }),
    )
  })

  test('done again, or after any part of it was done, it comes to the same', () => {
    fc.assert(
      fc.property(given, ({ before, next, then, fromDay, today, own, half }) => {
        const hasBegun = begun(today)
        const first = daysOf(next).filter((day) => !hasBegun(meeting('', day)))
        const held = after(heldBy(daysOf(before), own), planEdit(heldBy(daysOf(before), own), first, fromDay, hasBegun))
        const wanted = daysOf(then).filter((day) => !hasBegun(meeting('', day)))
        const plan = planEdit(held, wanted, fromDay, hasBegun)
        const whole = after(held, plan)
        const done = (list: Held[]) => list.map(({ id, day, startsAt, isOff }) => [id, day, startsAt, isOff])
        expect(planEdit(whole, wanted, fromDay, hasBegun)).toMatchObject({ add: [], callOff: [] })
        const part = <T>(list: T[]) => list.filter((_, n) => half[n])
        const cut = after(held, {
          follow: part(plan.follow),
          keep: part(plan.keep),
          add: part(plan.add),
          callOff: part(plan.callOff),
        })
        const rest = after(cut, planEdit(cut, wanted, fromDay, hasBegun))
        expect(done(rest).sort()).toEqual(done(whole).sort())
      }),
      { numRuns: 500 },
    )
  })
})

describe('regulars in a new meeting', () => {
  const alone = (id: string): Regular => ({ id, unit: null, party: [] })
  const pair = ['b', 'c'].map((id): Regular => ({ id, unit: null, party: ['b', 'c'] }))
  const seatedIn = (regulars: readonly Regular[], seatsLeft: number, isAsking = false) =>
    seatRegulars(regulars, { seatsLeft, units: [], isAsking })

  test('those who signed up together have seats together, or wait side by side while who fits goes in', () => {
    expect(seatedIn([alone('a'), ...pair, alone('d')], 2)).toEqual({
      ...{ holders: ['a', 'd'], line: ['b', 'c'], pool: [], bonds: ['b+c'] },
      ...{ seatsLeft: 0, taken: 2, waiting: 2, seats: {} },
    })
  })

  test('a party larger than all there is stands one by one', () => {
    expect(seatedIn(pair, 1)).toMatchObject({ holders: ['b'], line: ['c'], bonds: [] })
  })

  test('where coming is asked for, all of them ask', () => {
    expect(seatedIn([alone('a'), ...pair], 2, true)).toMatchObject({
      holders: [],
      pool: ['a', 'b', 'c'],
      bonds: ['b+c'],
    })
  })

  test('each post has its own seats and line, and all of them stand in the common lists too', () => {
    const unit = {
      kind: 'post',
      name: '',
      capacity: 1,
      startsAt: null,
      endsAt: null,
      role: 'helper',
      skills: '',
    } as const
    const units = ['u', 'w'].map((id) => ({ ...unit, id }))
    const regulars = ['a', 'b', 'c'].map((id, at) => ({ ...alone(id), unit: at === 2 ? 'w' : 'u' }))
    expect(seatRegulars(regulars, { seatsLeft: 2, units, isAsking: false })).toMatchObject({
      ...{ holders: ['a', 'c'], line: ['b'], seatsLeft: 0, waiting: 1 },
      seats: {
        u: { left: 0, waiting: 1, holders: ['a'], line: ['b'] },
        w: { left: 0, waiting: 0, holders: ['c'], line: [] },
      },
    })
  })
})
