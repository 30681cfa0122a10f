// The seats against the simplest model that could be: who came, in order, and how many fit.
import fc from 'fast-check'
import {
  ceiling,
  emptySeats,
  giveBack,
  longestLine,
  nextInLine,
  placeForNewcomer,
  setCapacity,
  shownSeatsLeft,
  signUp,
  whereIs,
  type Seats,
} from '../../cloudfunctions/core/domain/seats'

type Step = { do: 'join' | 'leave'; who: string[] } | { do: 'capacity'; to: number | null }

const person = fc.integer({ min: 1, max: 30 }).map((n) => `p${n}`)
/** One person, or a family of up to five. */
const people = fc.oneof(
  { weight: 2, arbitrary: person.map((who) => [who]) },
  { weight: 1, arbitrary: fc.uniqueArray(person, { minLength: 2, maxLength: 5 }) },
)
const step = fc.oneof(
  { weight: 6, arbitrary: people.map((who): Step => ({ do: 'join', who })) },
  { weight: 3, arbitrary: people.map((who): Step => ({ do: 'leave', who })) },
  {
    weight: 1,
    arbitrary: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 8 }).map((to): Step => ({ do: 'capacity', to })),
  },
)
const history = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 120 }))

function after(seats: Seats, each: Step): Seats {
  if (each.do === 'capacity') return setCapacity(seats, each.to)
  return each.do === 'join' ? signUp(seats, each.who) : giveBack(seats, each.who)
}

const played = ([capacity, steps]: [number, Step[]]) =>
  steps.reduce<Seats[]>((all, each) => [...all, after(all.at(-1) as Seats, each)], [emptySeats(capacity)])

/** The model: one queue of parties in order of coming; whenever anything happens, each that fits is let in, in turn. */
class Queue {
  private parties: { people: string[]; isInside: boolean }[] = []
  constructor(private capacity: number | null) {}
  play(each: Step): void {
    if (each.do === 'capacity') this.capacity = each.to
    else if (each.do === 'leave') {
      for (const party of this.parties) party.people = party.people.filter((who) => !each.who.includes(who))
    } else {
      const newcomers = each.who.filter((who) => !this.parties.some((party) => party.people.includes(who)))
      if (newcomers.length <= ceiling(this.capacity)) this.parties.push({ people: newcomers, isInside: false })
    }
    for (const party of this.parties) {
      if (party.people.length <= ceiling(this.capacity) - this.holders.length) party.isInside = true
    }
  }
  get holders() {
    return this.parties.flatMap((party) => (party.isInside ? party.people : []))
  }
  get line() {
    return this.parties.flatMap((party) => (party.isInside ? [] : party.people))
  }
}

describe('seats', () => {
  test('whatever people do, the seats are those of one queue in order of coming', () => {
    fc.assert(
      fc.property(history, ([capacity, steps]) => {
        const model = new Queue(capacity)
        let seats: Seats = emptySeats(capacity)
        for (const each of steps) {
          model.play(each)
          seats = after(seats, each)
          expect([...seats.holders].sort()).toEqual([...model.holders].sort())
          expect(seats.line).toEqual(model.line)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('after every step the counts say what the lists say', () => {
    fc.assert(
      fc.property(history, (all) => {
        for (const seats of played(all)) {
          expect(seats.seatsLeft).toBe(ceiling(seats.capacity) - seats.holders.length)
          expect(seats.taken).toBe(seats.holders.length)
          expect(seats.waiting).toBe(seats.line.length)
        }
      }),
    )
  })

  test('nobody is in twice, nor in and waiting at once', () => {
    fc.assert(
      fc.property(history, (all) => {
        for (const { holders, line } of played(all)) {
          expect(new Set([...holders, ...line]).size).toBe(holders.length + line.length)
        }
      }),
    )
  })

  test('a party that came together waits together, side by side, and is let in together', () => {
    fc.assert(
      fc.property(history, (all) => {
        for (const { line, bonds, holders } of played(all)) {
          for (const bond of bonds) {
            const party = bond.split('+')
            expect(line.join('+')).toContain(bond)
            expect(party.filter((who) => holders.includes(who))).toEqual([])
          }
        }
      }),
    )
  })

  test('no seat stays empty while somebody waits who fits', () => {
    fc.assert(
      fc.property(history, (all) => {
        for (const seats of played(all)) expect(nextInLine(seats)).toEqual([])
      }),
    )
  })

  test('every step done twice is the step done once', () => {
    fc.assert(
      fc.property(history, step, (all, each) => {
        const once = after(played(all).at(-1) as Seats, each)
        expect(after(once, each)).toEqual(once)
      }),
    )
  })

  test('nobody loses a seat when the capacity is lowered', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 12 }), (all, to) => {
        const before = played(all).at(-1) as Seats
        const lowered = setCapacity(before, Math.min(to, ceiling(before.capacity)))
        expect(lowered.holders).toEqual(before.holders)
        expect(lowered.line).toEqual(before.line)
      }),
    )
  })

  test('with fewer seats than people, the line waits until enough have left', () => {
    const three = ['a', 'b', 'c', 'd'].reduce<Seats>((seats, who) => signUp(seats, who), emptySeats(3))
    const lowered = setCapacity(three, 1)
    expect(lowered).toMatchObject({ holders: ['a', 'b', 'c'], line: ['d'], seatsLeft: -2 })
    expect(giveBack(giveBack(lowered, 'a'), 'b')).toMatchObject({ holders: ['c'], line: ['d'] })
    expect(giveBack(giveBack(giveBack(lowered, 'a'), 'b'), 'c')).toMatchObject({ holders: ['d'], line: [] })
  })

  test('a newcomer never jumps the line, even when a seat is just coming free', () => {
    expect(placeForNewcomer({ seatsLeft: 1, waiting: 1 })).toBe('line')
    expect(placeForNewcomer({ seatsLeft: 1, waiting: 0 })).toBe('seat')
    expect(placeForNewcomer({ seatsLeft: 0, waiting: 0 })).toBe('line')
  })

  test('the line is full at its end, not one before', () => {
    expect(placeForNewcomer({ seatsLeft: 0, waiting: longestLine - 1 })).toBe('line')
    expect(placeForNewcomer({ seatsLeft: 0, waiting: longestLine })).toBe('none')
  })

  test('a seat that the line is about to take is not shown as free', () => {
    expect(shownSeatsLeft({ capacity: 5, seatsLeft: 2, waiting: 1 })).toBe(0)
    expect(shownSeatsLeft({ capacity: 5, seatsLeft: -2, waiting: 0 })).toBe(0)
    expect(shownSeatsLeft({ capacity: null, seatsLeft: 4000, waiting: 0 })).toBeNull()
    const units = { units: ['a', 'b'], seats: { a: { left: -3 }, b: { left: 3 } } }
    expect(shownSeatsLeft({ capacity: 9, seatsLeft: 0, waiting: 1, ...units })).toBe(3)
  })

  test('who gives a seat back and comes again goes to the end of the line', () => {
    const full = ['a', 'b', 'c'].reduce<Seats>((seats, who) => signUp(seats, who), emptySeats(1))
    const again = signUp(giveBack(full, 'a'), 'a')
    expect(whereIs(again, 'b')).toBe('in')
    expect(again.line).toEqual(['c', 'a'])
  })

  test('a party that does not fit keeps its place and is passed over by the next who fits', () => {
    const one = signUp(emptySeats(3), 'a')
    const waiting = signUp(one, ['b', 'c', 'd'])
    expect(waiting).toMatchObject({ holders: ['a'], line: ['b', 'c', 'd'], seatsLeft: 2 })
    expect(signUp(waiting, 'e')).toMatchObject({ holders: ['a', 'e'], line: ['b', 'c', 'd'] })
    expect(giveBack(waiting, 'a')).toMatchObject({ holders: ['b', 'c', 'd'], line: [], bonds: [] })
  })

  test('a party that one of them leaves is smaller, and may fit at once', () => {
    const waiting = signUp(signUp(emptySeats(3), 'a'), ['b', 'c', 'd'])
    expect(giveBack(waiting, 'c')).toMatchObject({ holders: ['a', 'b', 'd'], line: [], bonds: [] })
  })

  test('a party larger than all the seats is not put into the line', () => {
    expect(signUp(emptySeats(2), ['a', 'b', 'c'])).toEqual(emptySeats(2))
  })
})
