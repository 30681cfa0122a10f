// What is ordered for a day keeps its place, what neighbours are asked for is not lost, and what was late stays so.
import type { Move } from '../../cloudfunctions/core/contract'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { asks, kept, moves, noMove, settleCases, toldOf, toMonday } from './cases'
import { County, day } from './county'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())
beforeEach(() => toMonday(county))

/** Lets time pass up to the moment at which the clock of a case does the next thing, and lets it. */
async function ticked(id: string): Promise<string> {
  const { nextAt } = await kept(county, id)
  await county.advance(nextAt - county.now())
  await county.round()
  return (await kept(county, id)).steps.at(-1)?.move ?? ''
}
const to = (unit: string): Move => ({ move: 'dispatch', units: [unit], people: {}, clock: null, words: '' })
const dayAfter = () => dayOf(county.now() + 3 * day)
const orders = (who: string) =>
  asks(county, who, {
    ...{ service: 'order', words: '理发', spot: { words: '3 号楼 201', latitude: null, longitude: null } },
    ...{ answers: { when: '上午' }, project: { id: 'haircut', day: dayAfter() } },
  })
const placed = async () => (await county.one('projects', 'haircut')).booked[dayAfter()] ?? []
const decline: Move = { move: 'decline', unit: 'green', words: '那天来不了' }

test('an order that its team declines keeps its place, and goes to the team again within what the day holds', async () => {
  const one = await orders('resident')
  const two = await orders('member')
  await moves(county, 'leader', one, decline)
  expect((await placed()).sort()).toEqual([one, two].sort())
  await moves(county, 'staff', one, to('green'))
  expect(await placed()).toHaveLength(2)
  for (const [who, id] of [
    ['resident', one],
    ['member', two],
  ] as const)
    await moves(county, who, id, { move: 'withdraw', words: '' })
  expect(await placed()).toEqual([])
})

test('another unit gives the place to others, and without one it does not go back to the team', async () => {
  const one = await orders('resident')
  await moves(county, 'staff', one, to('power'))
  expect(await placed()).toEqual([])
  const others = [await orders('member'), await orders('helper1')]
  expect(await noMove(county, 'staff', one, to('green'))).toBe('case.day_full')
  await moves(county, 'helper1', others[1] ?? '', { move: 'withdraw', words: '' })
  await moves(county, 'staff', one, to('green'))
  expect(await placed()).toContain(one)
  for (const [who, id] of [
    ['resident', one],
    ['member', others[0] ?? ''],
  ] as const)
    await moves(county, who, id, { move: 'withdraw', words: '' })
})

const errand = {
  ...{ service: 'errand', topic: 'food', words: '买一袋米', answers: {} },
  ...{ goods: [{ what: '米', fen: null }], advance: 10_000 },
}

test('who came first of two is not sent away by the clock unseen: the desk learns it first, and she is told', async () => {
  const id = await asks(county, 'resident', errand)
  await moves(county, 'helper1', id, { move: 'take' })
  for (const move of ['remind', 'overdue']) expect(await ticked(id)).toBe(move)
  expect(await kept(county, id)).toMatchObject({ state: 'open', overdue: 1, helpers: [expect.any(String)] })
  expect((await toldOf(county, 'grid', id)).at(-1)).toContain('过了时间')
  for (const move of ['remind', 'overdue']) expect(await ticked(id)).toBe(move)
  expect(await kept(county, id)).toMatchObject({ state: 'asked', helpers: [] })
  expect((await toldOf(county, 'helper1', id)).at(-1)).toContain('不用您这边办了')
  await moves(county, 'resident', id, { move: 'withdraw', words: '' })
})

test('a desk does itself what it offered, who had taken it is told, and a worker may take it as a neighbour', async () => {
  const id = await asks(county, 'resident', errand)
  await moves(county, 'helper1', id, { move: 'take' })
  await moves(county, 'staff', id, { move: 'settle', words: '我顺路' })
  expect(await kept(county, id)).toMatchObject({ state: 'doing', helpers: [], desk: 'g_willow' })
  expect((await toldOf(county, 'helper1', id)).at(-1)).toContain('不用您这边办了')
  const next = await asks(county, 'member', errand)
  await moves(county, 'grid', next, { move: 'take' })
  await moves(county, 'helper2', next, { move: 'take' })
  expect(await kept(county, next)).toMatchObject({ state: 'doing' })
})

test('what is late stays on the red list while an answer is waited for, and a joint unit that said nothing is reminded', async () => {
  const id = await asks(county, 'resident', { topic: 'other', compoundId: '' })
  await moves(county, 'staff', id, { ...to('power'), units: ['power', 'water'] } as Move)
  await moves(county, 'power', id, { move: 'accept', unit: 'power', words: '' })
  expect(await ticked(id)).toBe('remind')
  expect((await toldOf(county, 'water', id)).at(-1)).toContain('快到时间了')
  expect(await ticked(id)).toBe('overdue')
  expect((await toldOf(county, 'water', id)).at(-1)).toContain('过了时间')
  await moves(county, 'power', id, { move: 'askBack', words: '灯装在哪边' })
  expect(await kept(county, id)).toMatchObject({ state: 'waiting', overdue: 1 })
  const red = await county.ask('staff', 'inboxCases', { communityId: 'east', which: 'overdue' })
  expect(red.items.map((item) => item.id)).toContain(id)
  await moves(county, 'resident', id, { move: 'reply', words: '东边', pictures: [] })
  expect(await kept(county, id)).toMatchObject({ state: 'doing', overdue: 1 })
})
