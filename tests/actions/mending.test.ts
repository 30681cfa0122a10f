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
  const row = (personId: string, state: string) => [`moving_${personId}`, { state, live: true }] as const
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
  await mend(world as unknown as World, 'moving')
  expect(writes).toEqual([])
})
