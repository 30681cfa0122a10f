// Several people move the same case at the same moment: one thing happens, and who was slower reads why.
import type { Move } from '../../cloudfunctions/core/contract'
import { asks, kept, moves, nextKey, settleCases, toldOf, toMonday, volunteers, wishOf } from './cases'
import { County, day, hour, minute, personDoc, personIdOf } from './county'

const county = new County(['--latency', '2-8', '--no-fsync', '--instances', '12'])
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

const wish = { topic: 'other', compoundId: '' }
/** What each of these gets: '' when it was made, else the code. */
const allAtOnce = (moved: readonly { openid: string; id: string; move: Move }[]) =>
  Promise.all(moved.map(({ openid, id, move }) => county.refusalOf(openid, 'moveCase', { id, key: nextKey(), move })))
const stepsOf = async (id: string) => (await kept(county, id)).steps.map(({ move }) => move)

/** No case has two steps with one turn, and every one of them counts. */
async function isSound(id: string): Promise<void> {
  const kase = await kept(county, id)
  expect(kase.steps.map(({ turn }) => turn)).toEqual(kase.steps.map((_, n) => n + 1))
  expect(kase.turn).toBe(kase.steps.length)
}

describe('one case, at the same moment', () => {
  test('two volunteers take the same wish: one has it, the other reads that somebody was faster', async () => {
    const id = await asks(county, 'resident', wish)
    await moves(county, 'staff', id, { move: 'offer', words: '' })
    const both = await allAtOnce(volunteers.slice(0, 2).map((openid) => ({ openid, id, move: { move: 'take' } })))
    expect(both.sort()).toEqual(['', 'case.taken'])
    const { helpers, state } = await kept(county, id)
    expect([helpers.length, state]).toEqual([1, 'doing'])
    expect((await toldOf(county, 'resident', id)).filter((title) => title.includes('接下'))).toHaveLength(1)
    await isSound(id)
  })

  test('of forty neighbours who take an errand for two, exactly two have it', async () => {
    const crowd = Array.from({ length: 40 }, (_, n) => `crowd${n}`)
    await county.add(
      'people',
      crowd.map((openid) => personDoc(openid, 'east')),
    )
    const goods = [{ what: '鸡蛋一斤', fen: 800 }]
    const id = await asks(county, 'resident', { service: 'errand', topic: 'food', goods })
    const got = await allAtOnce(crowd.map((openid) => ({ openid, id, move: { move: 'take' } })))
    expect(got.filter((code) => code === '')).toHaveLength(2)
    expect(new Set(got)).toEqual(new Set(['', 'case.taken']))
    expect((await kept(county, id)).helpers).toHaveLength(2)
    await isSound(id)
  }, 60_000)

  test('two workers dispatch at once: both are made one after the other, and each unit knows whether it is still asked', async () => {
    const id = await asks(county, 'resident', wish)
    const to = (unit: string): Move => ({ move: 'dispatch', units: [unit], people: {}, clock: null, words: '' })
    await allAtOnce([
      { openid: 'staff', id, move: to('power') },
      { openid: 'staff2', id, move: to('water') },
    ])
    const { unitIds, state, steps } = await kept(county, id)
    expect([unitIds.length, state]).toEqual([1, 'dispatched'])
    expect(unitIds).toEqual(steps.at(-1)?.to)
    const [out, on] = unitIds[0] === 'water' ? ['power', 'water'] : ['water', 'power']
    // Both were asked; only the one that has it no more is told so.
    const isOff = expect.stringContaining('不用您这边办了')
    expect(await toldOf(county, out, id)).toContainEqual(isOff)
    expect(await toldOf(county, on, id)).not.toContainEqual(isOff)
    expect(await toldOf(county, on, id)).toContainEqual(expect.stringContaining('派到您这里了'))
    await isSound(id)
  })

  test('confirmed and reopened at once: what happened stands in one order, and the figures follow it', async () => {
    for (let n = 0; n < 5; n++) {
      const id = await asks(county, 'resident', wish)
      await moves(county, 'staff', id, { move: 'settle', words: '' })
      await moves(county, 'staff', id, { move: 'resolve', words: '好了', pictures: [] })
      const [confirmed, reopened] = await allAtOnce([
        { openid: 'resident', id, move: { move: 'confirm', stars: 5, words: '' } },
        { openid: 'resident', id, move: { move: 'reopen', words: '还是不亮', pictures: [] } },
      ])
      const made = (await stepsOf(id)).slice(3)
      const { state } = await kept(county, id)
      // Reopening a confirmed one is always possible; confirming what went back is not.
      if (confirmed === '')
        expect([made, state]).toEqual([reopened === '' ? ['confirm', 'reopen'] : ['confirm'], 'asked'])
      else expect([confirmed, made, state]).toEqual(['case.not_now', ['reopen'], 'asked'])
      await isSound(id)
      await moves(county, 'resident', id, { move: 'withdraw', words: '' })
    }
    const [sums] = await county.find('casesums', { communityId: 'east' })
    expect([sums?.solved, sums?.reopened]).toEqual([0, 5])
  })

  test('the same tap ten times is one step, and one message', async () => {
    const id = await asks(county, 'resident', wish)
    const tap = { id, key: nextKey(), move: { move: 'settle', words: '' } } as const
    await Promise.all(Array.from({ length: 10 }, () => county.ask('staff', 'moveCase', tap)))
    expect(await stepsOf(id)).toEqual(['begin', 'settle'])
    expect(await toldOf(county, 'resident', id)).toHaveLength(1)
  })

  test('two put together each into the other leave exactly one open, and nobody is lost', async () => {
    for (let n = 0; n < 5; n++) {
      const [one, other] = [await asks(county, 'resident', wish), await asks(county, 'member', wish)]
      await allAtOnce([
        { openid: 'staff', id: one, move: { move: 'merge', into: other } },
        { openid: 'staff2', id: other, move: { move: 'merge', into: one } },
      ])
      await county.advance(minute)
      await county.round()
      const both = [await kept(county, one), await kept(county, other)]
      const open = both.filter(({ isOpen }) => isOpen)
      expect(open).toHaveLength(1)
      expect(open[0]?.mine).toEqual(expect.arrayContaining([personIdOf('resident'), personIdOf('member')]))
      for (const { askerId, _id } of open)
        await moves(county, askerId === personIdOf('resident') ? 'resident' : 'member', _id, {
          move: 'withdraw',
          words: '',
        })
    }
  })

  test('a day of a project is never given twice, however many want it', async () => {
    const crowd = Array.from({ length: 20 }, (_, n) => `orders${n}`)
    await county.add(
      'people',
      crowd.map((openid) => personDoc(openid, 'east')),
    )
    const wanted = new Date(county.now() + 3 * day + 8 * hour).toISOString().slice(0, 10)
    const order = { service: 'order', answers: { when: '上午' }, project: { id: 'haircut', day: wanted } }
    const got = await Promise.all(crowd.map((openid) => county.refusalOf(openid, 'askCase', wishOf(order))))
    expect(got.filter((code) => code === '')).toHaveLength(2)
    expect(new Set(got)).toEqual(new Set(['', 'case.day_full']))
    expect((await county.one('projects', 'haircut')).booked[wanted]).toHaveLength(2)
  }, 60_000)
})

test('the clock that lets a whistle climb, against the unit that accepts it: one outcome, and both are told', async () => {
  await toMonday(county)
  for (let n = 0; n < 4; n++) {
    const id = await asks(county, 'stranger', wish)
    await moves(county, 'staff', id, { move: 'dispatch', units: ['power'], people: {}, clock: null, words: '' })
    const { dueAt } = await kept(county, id)
    await county.advance(dueAt - county.now())
    // The first look reminds, the second lets it climb.
    await county.round()
    const [[accepted]] = await Promise.all([
      allAtOnce([{ openid: 'power', id, move: { move: 'accept', unit: 'power', words: '' } }]),
      county.round(),
    ])
    await county.advance(minute)
    await county.round()
    const { state, level, steps } = await kept(county, id)
    const moved = steps.map(({ move }) => move).filter((move) => move === 'accept' || move === 'overdue')
    if (accepted === '') expect([moved, state, level]).toEqual([['accept'], 'doing', 'community'])
    else expect([accepted, moved, state, level]).toEqual([expect.any(String), ['overdue'], 'asked', 'county'])
    expect((await toldOf(county, 'stranger', id)).at(-1)).toMatch(/开始办了|报到上一级了/)
    await isSound(id)
  }
}, 60_000)
