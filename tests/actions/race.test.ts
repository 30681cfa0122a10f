// Two thousand people want fifty seats at the same moment, through the function host and the genuine SDK.
// SEEDS=10 runs it with ten seeds.
import { County, personIdOf } from './county'
import { chanceFrom } from './chance'

const people = 2000
const seats = 50
const storm = 30
const seeds = Array.from({ length: Number(process.env.SEEDS ?? 1) }, (_, n) => n + 1)

describe.each(seeds)('the rush for seats, seed %i', (seed) => {
  const county = new County(['--latency', '5-15', '--no-fsync', '--instances', '16'])
  const chance = chanceFrom(seed)
  const names = Array.from({ length: people }, (_, n) => `r${seed}x${n}`)
  const id = `race${seed}`
  let requests = 0
  let calls = 0

  beforeAll(async () => {
    await county.settle()
    await county.residents(names)
    await county.activity(id, { capacity: seats })
  }, 60_000)
  afterAll(() => county.end())

  /** A tap that may be cut off after its first write, and is then repeated until it is answered. */
  async function tap(openid: string, key: 'join' | 'leave') {
    for (let attempt = 0; ; attempt++) {
      const isCut = attempt === 0 && chance() < 0.25
      try {
        const reply = await county.call(openid, key, { id }, isCut ? 1 : 0)
        requests += reply.stats.requests
        calls++
        if (!reply.ok) throw new Error(JSON.stringify(reply))
        return reply.data
      } catch (error) {
        if (attempt > 2) throw error
      }
    }
  }

  const state = () => county.one('activities', id)
  const rows = async () => {
    const all = await county.find('signups', { activityId: id, live: true })
    return new Map(all.map((row) => [row.personId, row.state]))
  }

  test('exactly fifty get in, all others wait in one line, nobody twice, nobody lost', async () => {
    const taps = names.flatMap((openid, n) => (n % 2 === 0 ? [openid, openid] : [openid]))
    await Promise.all(taps.map((openid) => tap(openid, 'join')))
    const { holders, line, seatsLeft, taken, waiting } = await state()
    expect([holders.length, line.length]).toEqual([seats, people - seats])
    expect([seatsLeft, taken, waiting]).toEqual([0, seats, people - seats])
    expect(new Set([...holders, ...line]).size).toBe(people)
    const written = await rows()
    expect(holders.filter((personId) => written.get(personId) !== 'in')).toEqual([])
    expect(line.filter((personId) => written.get(personId) !== 'waiting')).toEqual([])
    expect(written.size).toBe(people)
    expect(requests / calls).toBeLessThanOrEqual(6)
  }, 600_000)

  test('after thirty cancel at once, exactly the next thirty have moved up, in their order', async () => {
    const before = await state()
    const leaving = before.holders.slice(5, 5 + storm)
    const openids = names.filter((openid) => leaving.includes(personIdOf(openid)))
    await Promise.all(openids.map((openid) => tap(openid, 'leave')))
    await county.mend()
    const after = await state()
    const stayed = before.holders.filter((personId) => !leaving.includes(personId))
    expect([...after.holders].sort()).toEqual([...stayed, ...before.line.slice(0, storm)].sort())
    expect(after.line).toEqual(before.line.slice(storm))
    expect(after.seatsLeft).toBe(0)
    const written = await rows()
    expect(after.holders.filter((personId) => written.get(personId) !== 'in')).toEqual([])
    expect(leaving.filter((personId) => written.has(personId))).toEqual([])
  }, 300_000)

  test('each of them was told once that she moved up', async () => {
    const told = await county.find('messages', { kind: 'movedUp' })
    expect(told).toHaveLength(storm)
    expect(new Set(told.map((message) => message.personId)).size).toBe(storm)
  })
})
