// People join and leave and the leader changes the capacity, at random: the cloud must come out as the rules do.
import fc from 'fast-check'
import { emptySeats, giveBack, setCapacity, signUp, type Seats } from '../../cloudfunctions/core/domain/seats'
import { County, personIdOf } from './county'

const crowd = Array.from({ length: 12 }, (_, n) => `c${n}`)
const county = new County(['--no-fsync'])
beforeAll(async () => {
  await county.settle()
  await county.residents(crowd)
}, 60_000)
afterAll(() => county.end())

type Step = { do: 'join' | 'leave'; who: string } | { do: 'capacity'; to: number | null }
const who = fc.constantFrom(...crowd)
const step = fc.oneof(
  { weight: 6, arbitrary: who.map((each): Step => ({ do: 'join', who: each })) },
  { weight: 3, arbitrary: who.map((each): Step => ({ do: 'leave', who: each })) },
  {
    weight: 2,
    arbitrary: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 8 }).map((to): Step => ({ do: 'capacity', to })),
  },
)

let made = 0
async function open(capacity: number): Promise<string> {
  const id = `model${++made}`
  await county.activity(id, { capacity })
  return id
}

/** The leader sets another capacity; whoever else edits meanwhile is waited for. */
async function resize(id: string, capacity: number | null): Promise<void> {
  for (;;) {
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    const code = await county.refusalOf('leader', 'edit', { id, revision, form: { ...form, capacity } })
    if (code === '') return
    if (code !== 'activity.changed_meanwhile') throw new Error(code)
  }
}

async function play(id: string, each: Step): Promise<void> {
  if (each.do === 'capacity') await resize(id, each.to)
  else await county.ask(each.who, each.do, { id })
}

function after(seats: Seats, each: Step): Seats {
  if (each.do === 'capacity') return setCapacity(seats, each.to)
  return each.do === 'join' ? signUp(seats, personIdOf(each.who)) : giveBack(seats, personIdOf(each.who))
}

const stored = async (id: string) => {
  const { holders, line, bonds = [], seatsLeft, taken, waiting, capacity } = await county.one('activities', id)
  return { holders, line, bonds, seatsLeft, taken, waiting, capacity }
}

test('one after the other, the cloud does what the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 25 }), async (capacity, steps) => {
      const id = await open(capacity)
      for (const each of steps) await play(id, each)
      expect(await stored(id)).toEqual(steps.reduce<Seats>(after, emptySeats(capacity)))
    }),
    { numRuns: 8, seed: 1 },
  )
}, 120_000)

test('all at once, every seat is right whatever the order was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 30 }), async (capacity, steps) => {
      const id = await open(capacity)
      await Promise.all(steps.map((each) => play(id, each)))
      await county.mend()
      const { holders, line, seatsLeft, taken, waiting, capacity: last } = await stored(id)
      expect(new Set([...holders, ...line]).size).toBe(holders.length + line.length)
      expect([taken, waiting]).toEqual([holders.length, line.length])
      expect(seatsLeft).toBe((last ?? 5000) - holders.length)
      expect(line.length === 0 || seatsLeft <= 0).toBe(true)
      const onlyJoined = crowd.filter(
        (each) =>
          steps.some((one) => one.do === 'join' && one.who === each) &&
          !steps.some((one) => one.do === 'leave' && one.who === each),
      )
      expect([...holders, ...line]).toEqual(expect.arrayContaining(onlyJoined.map(personIdOf)))
      const rows = await county.find('signups', { activityId: id, live: true })
      const states = rows.map((row) => [row.personId, row.state]).sort()
      const wanted = [...holders.map((each) => [each, 'in']), ...line.map((each) => [each, 'waiting'])].sort()
      expect(states).toEqual(wanted)
    }),
    { numRuns: 8, seed: 2 },
  )
}, 120_000)
