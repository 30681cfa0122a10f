// What a round of the timer makes of seats and rows, also when people act while it looks.
import { mend } from '../../cloudfunctions/core/actions/mending'
import type { World } from '../../cloudfunctions/core/actions/world'
import type { SignupDoc } from '../../cloudfunctions/core/ports/documents'
import { activityDoc, County, hour, personIdOf } from './county'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

const rowOf = (activityId: string, personId: string, changes: Partial<SignupDoc> = {}): SignupDoc => ({
  _id: `${activityId}_${personId}`,
  activityId,
  personId,
  teamId: 'green',
  state: 'in',
  live: true,
  since: 1,
  startsAt: county.now() + 48 * hour,
  endsAt: county.now() + 50 * hour,
  answerBy: null,
  history: [],
  ...changes,
})

describe('a holder whose row still says waiting', () => {
  const open = async (id: string, who: string) => {
    const personId = personIdOf(who)
    await county.activity(id, { capacity: 1, seatsLeft: 0, taken: 1, holders: [personId] })
    await county.add('signups', [rowOf(id, personId, { state: 'waiting' })])
    return `${id}_${personId}`
  }

  test('keeps her seat with a yes', async () => {
    const rowId = await open('yes', 'resident')
    expect((await county.ask('resident', 'answer', { id: 'yes', yes: true })).mine?.state).toBe('in')
    expect(await county.one('signups', rowId)).toMatchObject({ state: 'in', answerBy: null })
  })

  test('gives it up with a no', async () => {
    const rowId = await open('no', 'resident')
    expect((await county.ask('resident', 'answer', { id: 'no', yes: false })).mine).toBeNull()
    expect(await county.one('signups', rowId)).toMatchObject({ state: 'left', live: false })
    expect((await county.one('activities', 'no')).seatsLeft).toBe(1)
  })
})

test('somebody who moves up while the round looks keeps her offer', async () => {
  const before = activityDoc('moving', 0, { state: 'closed', startsAt: 1, capacity: 1, holders: ['b'], line: ['a'] })
  const after = { ...before, holders: ['a'], line: [] }
  const writes: unknown[] = []
  let reads = 0
  const operator: unknown = new Proxy(() => operator, { get: () => operator })
  const row = (personId: string, state: string) => [`moving_${personId}`, { ...before, state, live: true }] as const
  const world = {
    now: 2,
    ids: { row: (activityId: string, personId: string) => `${activityId}_${personId}` },
    store: {
      is: operator,
      read: () => Promise.resolve(reads++ === 0 ? before : after),
      readMany: () => Promise.resolve(new Map([row('a', 'offered'), row('b', 'in')])),
      find: () => Promise.resolve([]),
      add: () => Promise.resolve(true),
      change: (name: string, where: unknown, data: unknown) => {
        if (name === 'signups') writes.push([where, data])
        return Promise.resolve(1)
      },
    },
  }
  await mend(world as unknown as World, 'moving', () => true)
  expect(writes).toEqual([])
})

test('a live row of somebody who left unnoticed begins anew when she signs up again', async () => {
  const personId = personIdOf('resident')
  const { startsAt } = await county.activity('again', { capacity: 1, seatsLeft: 1 })
  await county.add('signups', [rowOf('again', personId, { startsAt: 1, state: 'waiting' })])
  const { stats } = await county.call('resident', 'join', { id: 'again' })
  expect([stats.writes <= 3, stats.requests <= 6]).toEqual([true, true])
  const row = await county.one('signups', `again_${personId}`)
  expect(row).toMatchObject({ state: 'in', live: true, startsAt })
  expect(row.since).toBeGreaterThan(1)
})

test('a row that kept the old time follows the activity, and strays beyond the first thousand are found', async () => {
  const personId = personIdOf('resident')
  const { startsAt, endsAt } = await county.activity('late', {
    capacity: 1,
    seatsLeft: 0,
    taken: 1,
    holders: [personId],
    touchedAt: county.now(),
  })
  const strays = Array.from({ length: 1200 }, (_, n) => rowOf('late', `stray${n}`, { since: 2 + (n % 3) }))
  await county.add('signups', [rowOf('late', personId, { startsAt: 1, endsAt: 2 }), ...strays])
  // A slow machine does not get through all of them in one round.
  for (let rounds = 0; rounds < 3; rounds++) await county.mend()
  expect(await county.find('signups', { activityId: 'late', live: true })).toMatchObject([
    { personId, state: 'in', startsAt, endsAt },
  ])
}, 60_000)

test('a raised capacity moves fifty at once, and the timer carries on with the others', async () => {
  const line = Array.from({ length: 220 }, (_, n) => personIdOf(`w${n}`))
  const holders = [personIdOf('h')]
  const seats = { capacity: 1, seatsLeft: 0, taken: 1, holders, line, waiting: line.length }
  const { startsAt, endsAt } = await county.activity('raised', seats)
  const rows = line.map((personId) => rowOf('raised', personId, { state: 'waiting', startsAt, endsAt }))
  await county.add('signups', rows)
  const { form, revision } = await county.ask('leader', 'getForm', { id: 'raised' })
  await county.ask('leader', 'edit', { id: 'raised', revision, form: { ...form, capacity: 221 } })
  expect((await county.one('activities', 'raised')).holders).toEqual([...holders, ...line.slice(0, 50)])
  for (let rounds = 0; rounds < 3; rounds++) await county.mend()
  const after = await county.one('activities', 'raised')
  expect([after.holders, after.seatsLeft, after.waiting]).toEqual([[...holders, ...line], 0, 0])
  expect(await county.find('messages', { kind: 'movedUp', personId: { $in: line } })).toHaveLength(line.length)
}, 60_000)

describe('one thing that cannot be done holds up nothing else', () => {
  // Nothing writes such a party; should something ever have, it breaks whatever looks at it.
  const broken = { capacity: 1, seatsLeft: 0, taken: 1, holders: ['pX'], bonds: [null as unknown as string] }

  test('of what is mended: the others are whole in the same round, and it comes round again', async () => {
    const personId = personIdOf('resident')
    await county.activity('torn', { ...broken, touchedAt: county.now() - 1 })
    const whole = { capacity: 1, seatsLeft: 0, taken: 1, holders: [personId], touchedAt: county.now() }
    await county.activity('besideTorn', whole)
    await county.mend()
    expect(await county.find('signups', { activityId: 'besideTorn' })).toMatchObject([{ personId, state: 'in' }])
    await county.set('activities', 'torn', { bonds: [] })
    await county.mend()
    expect(await county.find('signups', { activityId: 'torn' })).toMatchObject([{ personId: 'pX', state: 'in' }])
  })

  test('of the draws that are due', async () => {
    const drawAt = county.now() - 1
    const asking = { holders: [], taken: 0, seatsLeft: 1, pool: ['pX'] }
    await county.activity('tornDraw', { ...broken, ...asking, drawAt: drawAt - 1 })
    await county.activity('besideTornDraw', { ...asking, capacity: 1, drawAt })
    await county.round()
    expect(await county.one('activities', 'besideTornDraw')).toMatchObject({ holders: ['pX'], draw: { order: [1] } })
  })

  test('of the offers that nobody answered', async () => {
    const offered = { state: 'offered', answerBy: county.now() - hour } as const
    const [a, b] = [personIdOf('resident'), personIdOf('member')]
    await county.activity('tornOffer', { ...broken, holders: [a] })
    await county.activity('besideTornOffer', { capacity: 1, seatsLeft: 0, taken: 1, holders: [b] })
    await county.add('signups', [
      rowOf('tornOffer', a, { ...offered, answerBy: offered.answerBy - 1 }),
      rowOf('besideTornOffer', b, offered),
    ])
    await county.round()
    expect(await county.one('signups', `besideTornOffer_${b}`)).toMatchObject({ state: 'left', live: false })
  })
})
