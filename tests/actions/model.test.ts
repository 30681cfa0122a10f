// People and families join and leave and the leader changes the capacity, at random: the cloud must come out as the
// rules do.
import fc from 'fast-check'
import { partiesOf } from '../../cloudfunctions/core/domain/parties'
import { ceiling, emptySeats, giveBack, setCapacity, signUp, whereIs } from '../../cloudfunctions/core/domain/seats'
import type { Seats } from '../../cloudfunctions/core/domain/seats'
import { County, personIdOf } from './county'
import { family, wardDoc } from './families'

const families = Array.from({ length: 5 }, (_, n) => {
  const keeper = `c${n}`
  const wards = [`d${n}a`, `d${n}b`, `d${n}c`]
  return { keeper, wards, everyone: [personIdOf(keeper), ...wards] }
})
const county = new County(['--no-fsync'])
beforeAll(async () => {
  await county.settle()
  for (const { keeper, wards } of families) {
    await family(
      county,
      keeper,
      wards.map((id) => wardDoc(id, keeper)),
    )
  }
}, 60_000)
afterAll(() => county.end())

interface Go {
  do: 'join' | 'leave'
  keeper: string
  people: string[]
  unit: string
}
type Step = Go | { do: 'capacity'; to: number | null; unit: string }

const units = ['first', 'second']
const unit = fc.constantFrom(...units)
/** Somebody of a family, for herself or with others of it. */
const some = fc
  .constantFrom(...families)
  .chain(({ keeper, everyone }) =>
    fc
      .oneof(
        { weight: 2, arbitrary: fc.constantFrom(...everyone).map((one) => [one]) },
        { weight: 1, arbitrary: fc.subarray(everyone, { minLength: 2 }) },
      )
      .map((people) => ({ keeper, people })),
  )
const step = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(some, unit).map(([who, where]): Step => ({ do: 'join', ...who, unit: where })) },
  { weight: 3, arbitrary: fc.tuple(some, unit).map(([who, where]): Step => ({ do: 'leave', ...who, unit: where })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.option(fc.integer({ min: 1, max: 6 }), { freq: 8 }), unit)
      .map(([to, where]): Step => ({ do: 'capacity', to, unit: where })),
  },
)
const capacities = fc.integer({ min: 1, max: 6 })

let made = 0
async function open(capacity: number): Promise<string> {
  const id = `model${++made}`
  await county.activity(id, { capacity })
  return id
}

const post = (id: string, capacity: number) => ({
  ...{ id, capacity, name: id, startsAt: null, endsAt: null, skills: '' },
  ...{ kind: 'post' as const, role: 'helper' as const },
})

async function openDivided(capacity: number): Promise<string> {
  const id = `model${++made}`
  const left = (left: number) => ({ left, waiting: 0, holders: [], line: [] })
  const seats = Object.fromEntries(units.map((each) => [each, left(capacity)]))
  await county.activity(id, { capacity: 2 * capacity, units: units.map((each) => post(each, capacity)), seats })
  return id
}

/** The leader sets another capacity; whoever else edits meanwhile is waited for. */
async function resize(id: string, { to, unit }: { to: number | null; unit: string }): Promise<void> {
  for (;;) {
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const capacity = to ?? 6
    const posts = form.units.map((each) => (each.id === unit ? { ...each, capacity } : each))
    const wanted = posts.length > 0 ? { ...form, units: posts } : { ...form, capacity: to }
    const code = await county.refusalOf('leader', 'edit', { id, revision, form: wanted })
    if (code === '') return
    if (code !== 'activity.changed_meanwhile') throw new Error(code)
  }
}

const expected = ['activity.party_too_large', 'activity.unit_taken']

async function play(id: string, each: Step, isDivided = false): Promise<void> {
  if (each.do === 'capacity') return resize(id, each)
  const { keeper, people } = each
  if (each.do === 'leave') return void (await county.ask(keeper, 'leave', { id, people }))
  const code = await county.refusalOf(keeper, 'join', { id, people, ...(isDivided && { unit: each.unit }) })
  if (code !== '' && !expected.includes(code)) throw new Error(code)
}

function after(seats: Seats, each: Step): Seats {
  if (each.do === 'capacity') return setCapacity(seats, each.to)
  return each.do === 'join' ? signUp(seats, each.people) : giveBack(seats, each.people)
}

/** The same with two posts: each with seats of its own, and nobody in both. */
function afterDivided(posts: Record<string, Seats>, each: Step): Record<string, Seats> {
  const hers = posts[each.unit] as Seats
  if (each.do === 'capacity') return { ...posts, [each.unit]: setCapacity(hers, each.to ?? 6) }
  if (each.do === 'leave')
    return Object.fromEntries(Object.entries(posts).map(([key, seats]) => [key, giveBack(seats, each.people)]))
  const others = Object.entries(posts).filter(([key]) => key !== each.unit)
  const isElsewhere = others.some(([, seats]) => each.people.some((one) => whereIs(seats, one) !== 'out'))
  return isElsewhere ? posts : { ...posts, [each.unit]: signUp(hers, each.people) }
}

const stored = async (id: string) => {
  const { holders, line, bonds = [], seatsLeft, taken, waiting, capacity } = await county.one('activities', id)
  return { holders, line, bonds, seatsLeft, taken, waiting, capacity }
}

/** Rows say what the seats say, and no row says more. */
async function expectRows(id: string, { holders, line }: { holders: readonly string[]; line: readonly string[] }) {
  const rows = await county.find('signups', { activityId: id, live: true })
  const states = rows.map((row) => [row.personId, row.state]).sort()
  expect(states).toEqual([...holders.map((each) => [each, 'in']), ...line.map((each) => [each, 'waiting'])].sort())
}

test('one after the other, the cloud does what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(capacities, fc.array(step, { maxLength: 25 }), async (capacity, steps) => {
      const id = await open(capacity)
      for (const each of steps) await play(id, each)
      const seats = steps.reduce<Seats>(after, emptySeats(capacity))
      expect(await stored(id)).toEqual(seats)
      await expectRows(id, seats)
    }),
    { numRuns: 10, seed: 1 },
  )
}, 180_000)

test('with posts, one after the other, each post does what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(capacities, fc.array(step, { maxLength: 20 }), async (capacity, steps) => {
      const id = await openDivided(capacity)
      for (const each of steps) await play(id, each, true)
      const posts = steps.reduce<Record<string, Seats>>(
        afterDivided,
        Object.fromEntries(units.map((each) => [each, emptySeats(capacity)])),
      )
      const { seats = {}, ...whole } = await county.one('activities', id)
      const [one, two] = units.map((each) => posts[each] as Seats) as [Seats, Seats]
      for (const each of units) {
        const { holders, line, seatsLeft, waiting } = posts[each] as Seats
        expect(seats[each]).toMatchObject({ holders, line, left: seatsLeft, waiting })
      }
      expect([...whole.holders].sort()).toEqual([...one.holders, ...two.holders].sort())
      expect([...whole.line].sort()).toEqual([...one.line, ...two.line].sort())
      expect([...(whole.bonds ?? [])].sort()).toEqual([...one.bonds, ...two.bonds].sort())
      expect(whole).toMatchObject({
        seatsLeft: one.seatsLeft + two.seatsLeft,
        taken: one.taken + two.taken,
        waiting: one.waiting + two.waiting,
      })
    }),
    { numRuns: 8, seed: 3 },
  )
}, 180_000)

/** What holds of any seats, whoever came first. */
function expectSound({ holders, line, bonds, seatsLeft }: Pick<Seats, 'holders' | 'line' | 'bonds' | 'seatsLeft'>) {
  expect(new Set([...holders, ...line]).size).toBe(holders.length + line.length)
  const parties = partiesOf(line, bonds)
  expect(parties.filter((party) => party.length > 1).map((party) => party.join('+'))).toEqual([...bonds])
  for (const party of parties) expect(party.length).toBeGreaterThan(Math.max(0, seatsLeft))
}

/** People of whom it is certain that they are there in the end: they joined, never left, and were never too many. */
const certain = (steps: Step[]) => {
  const went = steps.filter((each): each is Go => each.do === 'join' && each.people.length === 1)
  const left = steps.flatMap((each) => (each.do === 'leave' ? each.people : []))
  return went.flatMap((each) => each.people).filter((one) => !left.includes(one))
}

test('all at once, every seat is right whatever the order was', async () => {
  await fc.assert(
    fc.asyncProperty(capacities, fc.array(step, { maxLength: 30 }), async (capacity, steps) => {
      const id = await open(capacity)
      await Promise.all(steps.map((each) => play(id, each)))
      await county.mend()
      const seats = await stored(id)
      expectSound(seats)
      expect([seats.taken, seats.waiting]).toEqual([seats.holders.length, seats.line.length])
      expect(seats.seatsLeft).toBe(ceiling(seats.capacity) - seats.holders.length)
      expect([...seats.holders, ...seats.line]).toEqual(expect.arrayContaining(certain(steps)))
      await expectRows(id, seats)
    }),
    { numRuns: 8, seed: 2 },
  )
}, 180_000)

test('with posts, all at once, every seat of every post is right whatever the order was', async () => {
  await fc.assert(
    fc.asyncProperty(capacities, fc.array(step, { maxLength: 25 }), async (capacity, steps) => {
      const id = await openDivided(capacity)
      await Promise.all(steps.map((each) => play(id, each, true)))
      await county.mend()
      const { seats = {}, units: posts = [], ...whole } = await county.one('activities', id)
      const all = posts.map(({ id: key, capacity: size }) => {
        const { holders = [], line = [], left = 0, waiting = 0 } = seats[key] ?? {}
        expect([left, waiting]).toEqual([size - holders.length, line.length])
        const bonds = (whole.bonds ?? []).filter((bond) => bond.split('+').some((one) => line.includes(one)))
        expectSound({ holders, line, bonds, seatsLeft: left })
        return { holders, line }
      })
      expect(all.flatMap((each) => each.holders).sort()).toEqual([...whole.holders].sort())
      expect(all.flatMap((each) => each.line).sort()).toEqual([...whole.line].sort())
      expect([whole.taken, whole.waiting]).toEqual([whole.holders.length, whole.line.length])
      expect(whole.seatsLeft).toBe(ceiling(whole.capacity) - whole.holders.length)
      await expectRows(id, whole)
    }),
    { numRuns: 8, seed: 4 },
  )
}, 180_000)
