// Calls die after any of their writes: repeating the tap, or the timer alone, makes the case whole, and nobody is told twice.
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { ids } from '../../cloudfunctions/core/ports/ids'
import { asks, kept, moves, nextKey, settleCases, toldOf, toMonday, wishOf } from './cases'
import { County, day, hour, minute, personIdOf } from './county'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

const wish = { topic: 'other', compoundId: '' }
/** More writes than any of these calls makes. */
const everyWrite = [1, 2, 3, 4, 5, 6]

/** Whether everything that follows from its steps was carried out, once. */
async function isWhole(id: string): Promise<void> {
  const { turn, settled, unsettledAt, steps } = await kept(county, id)
  expect([settled, unsettledAt]).toEqual([turn, 0])
  expect(steps.map((step) => step.turn)).toEqual(steps.map((_, n) => n + 1))
  const told = await county.find('messages', { about: id })
  expect(new Set(told.map(({ _id }) => _id)).size).toBe(told.length)
  const counted = (await county.find('casesums', {})).flatMap((sum) => sum.counted)
  expect(new Set(counted).size).toBe(counted.length)
}

async function timerMends(): Promise<void> {
  await county.advance(minute)
  await Promise.all([county.round(), county.round()])
}

describe('an order that is cut off', () => {
  const order = () => {
    const project = { id: 'haircut', day: dayOf(county.now() + 3 * day) }
    return wishOf({ service: 'order', answers: { when: '上午' }, project })
  }
  beforeEach(() => county.set('projects', 'haircut', { booked: {}, perDay: 9 }))

  test.each(everyWrite)(
    'after write %i is whole once she taps again: one case, one place, told once',
    async (after) => {
      const asked = order()
      await county.call('resident', 'askCase', asked, after).catch(() => null)
      const { id } = await county.ask('resident', 'askCase', asked)
      expect((await county.one('projects', 'haircut')).booked[asked.project?.day ?? '']).toEqual([id])
      expect(await toldOf(county, 'leader', id)).toHaveLength(1)
      await isWhole(id)
      await moves(county, 'resident', id, { move: 'withdraw', words: '' })
    },
  )

  test('that never came to be a case gives its place back by and by', async () => {
    const asked = order()
    const id = ids.made('k', personIdOf('resident'), asked.key)
    await county.call('resident', 'askCase', asked, 1).catch(() => null)
    const places = async () => (await county.one('projects', 'haircut')).booked[asked.project?.day ?? ''] ?? []
    expect(await places()).toEqual([id])
    await county.round()
    for (let look = 0; look < 3; look++) {
      await county.advance(31 * minute)
      await county.round()
    }
    expect(await places()).toEqual([])
  })
})

describe('a move that is cut off', () => {
  test.each(everyWrite)('after write %i is whole when she taps again, and nobody is told twice', async (after) => {
    const id = await asks(county, 'resident', wish)
    const key = nextKey()
    const tap = { id, key, move: { move: 'settle', words: '' } } as const
    await county.call('staff', 'moveCase', tap, after).catch(() => null)
    await county.ask('staff', 'moveCase', tap)
    expect((await kept(county, id)).steps.map(({ move }) => move)).toEqual(['begin', 'settle'])
    expect(await toldOf(county, 'resident', id)).toEqual(['「巷子里没有灯，晚上看不见路」开始办了'])
    await isWhole(id)
    await moves(county, 'resident', id, { move: 'withdraw', words: '' })
  })

  test.each(everyWrite)('after write %i is whole by the timer alone', async (after) => {
    const id = await asks(county, 'resident', wish)
    const tap = { id, key: nextKey(), move: { move: 'turnDown', words: '不归社区管' } } as const
    await county.call('staff', 'moveCase', tap, after).catch(() => null)
    await timerMends()
    expect((await kept(county, id)).state).toBe('closed')
    expect(await toldOf(county, 'resident', id)).toEqual(['「巷子里没有灯，晚上看不见路」这次办不了'])
    await isWhole(id)
  })
})

describe('putting two together, cut off', () => {
  test.each(everyWrite)(
    'after write %i ends one of them by the timer alone, and its asker follows the other',
    async (after) => {
      const [into, from] = [await asks(county, 'resident', wish), await asks(county, 'member', wish)]
      const tap = { id: from, key: nextKey(), move: { move: 'merge', into } } as const
      await county.call('staff', 'moveCase', tap, after).catch(() => null)
      await timerMends()
      expect(await kept(county, from)).toMatchObject({ state: 'closed', outcome: 'merged' })
      expect((await kept(county, into)).followers).toEqual([personIdOf('member')])
      expect(await toldOf(county, 'member', from)).toEqual(['「巷子里没有灯，晚上看不见路」和另一件合在一起办了'])
      await isWhole(into)
      await isWhole(from)
      await moves(county, 'resident', into, { move: 'withdraw', words: '' })
    },
  )
})

test.each(everyWrite)('the timer that dies after write %i lets a case climb once, and tells once', async (after) => {
  await toMonday(county)
  const id = await asks(county, 'resident', wish)
  await county.advance(11 * hour + day)
  await county.round(after).catch(() => null)
  for (let n = 0; n < 3; n++) await timerMends()
  const { steps, level } = await kept(county, id)
  expect(steps.map(({ move }) => move)).toEqual(['begin', 'overdue'])
  expect(level).toBe('county')
  expect((await toldOf(county, 'county', id)).filter((title) => title.includes('报到上一级'))).toHaveLength(1)
  await isWhole(id)
  await moves(county, 'resident', id, { move: 'withdraw', words: '' })
})
