// Several who asked the same wait for one case: whoever of them leaves, it goes on for the others.
import { asks, enters, kept, moves, nextKey, noMove, settleCases, toldOf, toMonday } from './cases'
import { County, day, minute, personIdOf } from './county'
import { placesOf } from './left'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

const wish = { topic: 'other', compoundId: '' }
const merge = (from: string, into: string) => moves(county, 'staff', from, { move: 'merge', into })
const notNeeded = { move: 'withdraw', words: '' } as const

/** A lamp that the resident and the member asked for, put together. */
async function lamp(more = {}): Promise<string> {
  const [one, other] = [await asks(county, 'resident', { ...wish, ...more }), await asks(county, 'member', wish)]
  await merge(other, one)
  return one
}

describe('what several wait for goes on when who asked goes away', () => {
  test('by her own word: the next asks from then on, whoever has it goes on, and she follows it no more', async () => {
    const id = await lamp()
    await moves(county, 'staff', id, { move: 'settle', words: '' })
    await moves(county, 'resident', id, notNeeded)
    const [first] = (await county.ask('staff', 'getCase', { id })).steps
    expect(first?.who).toBe('先提出的邻居')
    const kase = await kept(county, id)
    expect([kase.state, kase.outcome, kase.askerId]).toEqual(['doing', null, personIdOf('member')])
    expect([kase.mine, kase.followers]).toEqual([[personIdOf('member')], []])
    expect((await toldOf(county, 'member', id)).at(-1)).toContain('以后由您来看办得好不好')
    expect((await toldOf(county, 'staff', id)).at(-1)).toContain('的提出人不再等了')
    await moves(county, 'staff', id, { move: 'resolve', words: '装好了', pictures: [] })
    expect(await noMove(county, 'resident', id, { move: 'confirm', stars: 5, words: '' })).toBe('case.not_yours')
    expect((await moves(county, 'member', id, { move: 'confirm', stars: 5, words: '' })).outcome).toBe('done')
  })

  test('where others only follow it, the community asks for them, as it does for a caller', async () => {
    const id = await asks(county, 'resident', wish)
    await county.ask('neighbour', 'followCase', { id, on: true })
    await moves(county, 'resident', id, notNeeded)
    expect(await kept(county, id)).toMatchObject({ state: 'asked', askerId: '', forId: '' })
    expect((await kept(county, id)).followers).toEqual([personIdOf('neighbour')])
    await moves(county, 'staff', id, { move: 'turnDown', words: '不归社区管' })
  })

  test('and ends when the last of them says so', async () => {
    const id = await lamp()
    await moves(county, 'resident', id, notNeeded)
    await moves(county, 'member', id, notNeeded)
    expect(await kept(county, id)).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
  })

  test('by a question she never answered: it goes back to where it was, and does not end', async () => {
    await toMonday(county)
    const id = await lamp()
    await moves(county, 'staff', id, { move: 'askBack', words: '在哪一段' })
    for (let n = 0; n < 3 && (await kept(county, id)).state === 'waiting'; n++) {
      await county.advance(6 * day)
      await county.round()
    }
    const kase = await kept(county, id)
    expect([kase.outcome, kase.askerId, kase.steps.some(({ move }) => move === 'lapse')]).toEqual([
      null,
      personIdOf('member'),
      true,
    ])
    expect((await toldOf(county, 'resident', id)).at(-1)).toContain('您那一份先放下了')
    await moves(county, 'member', id, notNeeded)
  })

  test('by being forgotten: it goes on with the words of the next, and nothing of hers stays', async () => {
    const one = await asks(county, 'helper2', { ...wish, words: '邻居的话：没有灯', spot: spot('邻居的话门口') })
    const other = await asks(county, 'member', { ...wish, words: '队员写的：黑漆漆一片' })
    await merge(other, one)
    await county.ask('helper2', 'eraseMe', { sure: true })
    await county.advance(3 * minute)
    await county.round()
    expect(await placesOf(county, ['邻居的话', personIdOf('helper2')])).toEqual([])
    expect(await kept(county, one)).toMatchObject({
      ...{ state: 'asked', askerId: personIdOf('member'), words: '队员写的：黑漆漆一片' },
    })
    await moves(county, 'member', one, notNeeded)
  }, 30_000)
})

const spot = (words: string) => ({ words, latitude: null, longitude: null })

test('somebody who follows between the two writes of a merge follows the one that goes on', async () => {
  const [one, other] = [await asks(county, 'resident', wish), await asks(county, 'member', wish)]
  const into = await kept(county, one)
  // The call dies after its first write; the neighbour follows what is about to end; the timer ends it.
  const tap = { id: other, key: nextKey(), move: { move: 'merge', into: one } } as const
  await county.call('staff', 'moveCase', tap, 1).catch(() => null)
  expect((await kept(county, one)).turn).toBe(into.turn + 1)
  await county.ask('helper3', 'followCase', { id: other, on: true })
  await county.advance(minute)
  await county.round()
  expect((await kept(county, other)).outcome).toBe('merged')
  const { followers, mine } = await kept(county, one)
  expect([...followers].sort()).toEqual([personIdOf('member'), personIdOf('helper3')].sort())
  expect(mine).toContain(personIdOf('helper3'))
})

describe('those who rang up and have no account', () => {
  const caller = { name: '老陈', phone: '13900008888' }
  let id = ''
  beforeAll(async () => {
    id = await asks(county, 'resident', wish)
    await merge(await enters(county, 'staff', { ...wish, caller }), id)
  })

  test('are kept for the desk alone when theirs is put together with another', async () => {
    const seen = async (openid: string) => (await county.ask(openid, 'getCase', { id })).alsoToCall
    expect(await seen('staff')).toEqual([caller])
    expect([await seen('resident'), await seen('member')]).toEqual([[], []])
  })

  test('are to be rung when it is done, and when it cannot be done', async () => {
    await moves(county, 'staff', id, { move: 'settle', words: '' })
    await moves(county, 'staff', id, { move: 'resolve', words: '装好了', pictures: [] })
    expect((await toldOf(county, 'staff2', id)).at(-1)).toContain('请问问满不满意')
    const rung = await enters(county, 'staff', { ...wish, caller })
    await moves(county, 'staff', rung, { move: 'turnDown', words: '不归社区管' })
    expect((await toldOf(county, 'staff2', rung)).at(-1)).toContain('办不了，请打个电话说一声')
  })

  test('are who it is asked for once nobody with an account does', async () => {
    const one = await asks(county, 'resident', wish)
    await merge(await enters(county, 'staff', { ...wish, caller }), one)
    await moves(county, 'resident', one, notNeeded)
    expect(await kept(county, one)).toMatchObject({ state: 'asked', askerId: '', caller, joinedCallers: [] })
    expect((await county.ask('staff', 'getCase', { id: one })).askerContact).toEqual(caller)
  })
})
