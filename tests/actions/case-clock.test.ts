// Deadlines: who is reminded, what climbs, what stands still while an answer is waited for, and what a move costs.
import type { Move } from '../../cloudfunctions/core/contract'
import { workingBetween } from '../../cloudfunctions/core/domain/working-time'
import { asks, enters, kept, moves, nextKey, noMove, settleCases, toldOf, toMonday } from './cases'
import { County, day, hour, minute } from './county'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())
beforeEach(() => toMonday(county))

const wish = { topic: 'other', compoundId: '' }
const dispatch: Move = { move: 'dispatch', units: ['power'], people: {}, clock: null, words: '' }

/** Lets time pass up to the moment at which the clock of a case does the next thing, and lets it. */
async function ticked(id: string): Promise<string> {
  const { nextAt } = await kept(county, id)
  await county.advance(nextAt - county.now())
  await county.round()
  return (await kept(county, id)).steps.at(-1)?.move ?? ''
}

test('a whistle nobody answers reminds, then climbs to the county, and everybody concerned is told', async () => {
  const id = await asks(county, 'resident', wish)
  await moves(county, 'staff', id, dispatch)
  expect(await ticked(id)).toBe('remind')
  expect((await toldOf(county, 'power', id)).at(-1)).toContain('快到时间了')
  expect(await ticked(id)).toBe('overdue')
  expect(await kept(county, id)).toMatchObject({
    state: 'asked',
    level: 'county',
    desk: 'county',
    overdue: 1,
    unitIds: [],
  })
  expect((await toldOf(county, 'power', id)).at(-1)).toContain('过了时间')
  for (const openid of ['county', 'resident'])
    expect((await toldOf(county, openid, id)).at(-1)).toContain('报到上一级了')
  expect((await county.ask('county', 'countyCases', {})).items.map((item) => item.id)).toContain(id)
  await moves(county, 'resident', id, { move: 'withdraw', words: '' })
})

test('what is late twice in the hands of who does it stays with the community, and stands first at the county', async () => {
  const id = await asks(county, 'resident', wish)
  await moves(county, 'staff', id, dispatch)
  await moves(county, 'power', id, { move: 'accept', unit: 'power', words: '' })
  for (const move of ['remind', 'overdue', 'remind', 'overdue']) expect(await ticked(id)).toBe(move)
  expect(await kept(county, id)).toMatchObject({ state: 'doing', level: 'county', desk: 'u_power', overdue: 2 })
  const [first] = (await county.ask('county', 'countyCases', {})).items
  expect(first?.id).toBe(id)
  expect((await county.ask('staff', 'getCase', { id })).may).toContain('dispatch')
  await moves(county, 'staff', id, { ...dispatch, units: ['water'] })
  const same = await asks(county, 'member', wish)
  expect(await noMove(county, 'staff', id, { move: 'merge', into: same })).toBe('')
  for (const who of ['resident', 'member'] as const) await noMove(county, who, same, { move: 'withdraw', words: '' })
})

test('the clock of the doer stands still while she waits for an answer, and goes on with what was left', async () => {
  const id = await asks(county, 'resident', wish)
  await moves(county, 'staff', id, { move: 'settle', words: '' })
  await county.advance(2 * hour)
  const { dueAt: before, clock } = await kept(county, id)
  const left = workingBetween(county.now(), before, clock)
  await moves(county, 'staff', id, { move: 'askBack', words: '灯装在哪边' })
  expect(await kept(county, id)).toMatchObject({ state: 'waiting', before: 'doing' })
  await county.advance(2 * day)
  await moves(county, 'resident', id, { move: 'reply', words: '东边', pictures: [] })
  const after = await kept(county, id)
  expect(after).toMatchObject({ state: 'doing', before: null })
  expect(Math.abs(workingBetween(county.now(), after.dueAt, after.clock) - left)).toBeLessThan(minute)
  await moves(county, 'resident', id, { move: 'withdraw', words: '' })
})

test('a question that is never answered lets the case lapse, and she reads that it did', async () => {
  const id = await asks(county, 'resident', wish)
  await moves(county, 'staff', id, { move: 'askBack', words: '灯装在哪边' })
  expect(await ticked(id)).toBe('remind')
  expect(await ticked(id)).toBe('lapse')
  expect(await kept(county, id)).toMatchObject({ state: 'closed', outcome: 'unanswered', nextAt: 0 })
  expect((await toldOf(county, 'resident', id)).at(-1)).toContain('没有等到您的回话')
})

test('what nobody confirms is asked about by the community, again and again, until somebody has', async () => {
  const id = await enters(county, 'staff', { service: 'whistle', topic: 'light', compoundId: '' })
  await moves(county, 'staff', id, { move: 'settle', words: '' })
  await moves(county, 'staff', id, { move: 'resolve', words: '好了', pictures: [] })
  for (const move of ['remind', 'overdue', 'remind', 'overdue']) expect(await ticked(id)).toBe(move)
  expect((await toldOf(county, 'staff2', id)).filter((title) => title.includes('满不满意')).length).toBeGreaterThan(1)
  await moves(county, 'staff2', id, { move: 'score', stars: 4, how: 'phone', isDone: true, words: '' })
  expect(await kept(county, id)).toMatchObject({ state: 'closed', outcome: 'done', nextAt: 0 })
})

test('a bad score waits with the level above until it was made good, and climbs from there', async () => {
  const id = await asks(county, 'resident', wish)
  await moves(county, 'staff', id, dispatch)
  await moves(county, 'power', id, { move: 'accept', unit: 'power', words: '' })
  await moves(county, 'power', id, { move: 'resolve', words: '装好了', pictures: [] })
  await moves(county, 'resident', id, { move: 'confirm', stars: 1, words: '一闪一闪的' })
  expect(await kept(county, id)).toMatchObject({ state: 'followUp', desk: 's_east' })
  expect(await ticked(id)).toBe('remind')
  expect(await ticked(id)).toBe('overdue')
  expect(await kept(county, id)).toMatchObject({ state: 'followUp', desk: 'county' })
  await moves(county, 'county', id, { move: 'makeGood', words: '换了一盏' })
  expect(await kept(county, id)).toMatchObject({ state: 'closed', outcome: 'done' })
})

test('a move costs four writes beside its messages, and looks at twelve documents, with two thousand cases around', async () => {
  const id = await asks(county, 'member', wish)
  const one = await kept(county, id)
  const crowd = Array.from({ length: 2000 }, (_, n) => ({ ...one, _id: `old${n}`, nextAt: 0, unsettledAt: 0 }))
  await county.add('cases', crowd)
  const cost = async (openid: string, move: Move) => {
    const told = async () => (await county.find('messages', { about: id })).length
    const before = await told()
    const reply = await county.call(openid, 'moveCase', { id, key: nextKey(), move })
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    // A message is one write, and the count of what she has not read another.
    const writes = reply.stats.writes - 2 * ((await told()) - before)
    expect([move.move, writes]).toEqual([move.move, Math.min(writes, 4)])
    return reply.stats.docsExamined
  }
  const looked = [
    await cost('staff', { move: 'look', words: '去看过了', pictures: [] }),
    await cost('staff', { move: 'offer', words: '' }),
    await cost('helper1', { move: 'take' }),
    await cost('helper1', { move: 'say', words: '明天上午来', pictures: [] }),
    await cost('helper1', { move: 'resolve', words: '好了', pictures: [] }),
    await cost('member', { move: 'confirm', stars: 5, words: '' }),
  ]
  expect(Math.max(...looked)).toBeLessThanOrEqual(12)
}, 60_000)
