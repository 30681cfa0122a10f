// Being forgotten, looked at from what was asked for: marks go into every word, picture, name and number of cases, and
// afterwards every collection, the storage and everybody's messages are looked through for them.
import type { Move } from '../../cloudfunctions/core/contract'
import { asks, comesIn, enters, kept, moves, settleCases } from './cases'
import { County, minute, personDoc, personIdOf } from './county'
import { filesLeft, placesOf } from './left'
import { family, wardDoc } from './families'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

const her = 'oXUzhiyun'
const id = personIdOf(her)
const name = '许芷云'
const phone = '13733334444'
/** Everything that is hers, or was said by her. */
const marks = [her, id, name, phone, '芷云的话']

/** Lets the timer tell, count and look the second time. */
async function later(): Promise<void> {
  await county.advance(3 * minute)
  await county.round()
  await county.advance(3 * minute)
  await county.round()
}

/** A picture of hers in the storage, as her phone brings it. */
const picture = (file: string) => county.keepFile(`cases/${id}/${file}.jpg`, 'a picture')

describe('an account that asked, helped, followed and was party', () => {
  const cases: Record<string, string> = {}
  let pictures: string[] = []

  beforeAll(async () => {
    await county.add('people', [{ ...personDoc(her, 'east'), name, phone }])
    pictures = await Promise.all(['lane', 'pills', 'after'].map(picture))
    const [lane = '', pills = '', after = ''] = pictures
    const mine = { words: '芷云的话：没有灯', spot: { words: '芷云的话门口', latitude: 1, longitude: 1 } }
    const wish = { topic: 'around', ...mine }
    cases.open = await asks(county, her, { ...wish, pictures: [lane] })
    await moves(county, 'staff', cases.open, { move: 'escalate', words: '我们再看看' })
    await moves(county, her, cases.open, { move: 'say', words: '芷云的话：还没好', pictures: [] })

    cases.done = await asks(county, her, wish)
    const toPower: Move = { move: 'dispatch', units: ['power'], people: {}, clock: null, words: '去看看' }
    await moves(county, 'staff', cases.done, toPower)
    await moves(county, 'power', cases.done, { move: 'accept', unit: 'power', words: '' })
    await moves(county, 'power', cases.done, { move: 'resolve', words: '装好了', pictures: [] })
    await moves(county, her, cases.done, { move: 'confirm', stars: 4, words: '芷云的话：亮了' })

    cases.resolved = await asks(county, her, wish)
    await moves(county, 'staff', cases.resolved, toPower)
    await moves(county, 'power', cases.resolved, { move: 'accept', unit: 'power', words: '' })
    await moves(county, 'power', cases.resolved, { move: 'resolve', words: '装好了', pictures: [] })

    const errand = { service: 'errand', topic: 'medicine', goods: [{ what: '芷云的话药', fen: 900 }] }
    cases.money = await asks(county, her, { ...wish, ...errand, advance: 1000, medicine: pills })
    await moves(county, 'helper1', cases.money, { move: 'take' })
    await moves(county, 'helper2', cases.money, { move: 'take' })

    cases.helped = await asks(county, 'resident', { service: 'errand', topic: 'food', goods: [{ what: '米', fen: 1 }] })
    await moves(county, her, cases.helped, { move: 'take' })
    await moves(county, 'helper1', cases.helped, { move: 'take' })
    await moves(county, her, cases.helped, { move: 'say', words: '芷云的话：到楼下了', pictures: [after] })

    // She gave it back: she is nobody in it now, but for a step and what others were told of it.
    cases.left = await asks(county, 'resident', { service: 'errand', topic: 'food', goods: [{ what: '米', fen: 1 }] })
    await moves(county, her, cases.left, { move: 'take' })
    await moves(county, her, cases.left, { move: 'giveBack', words: '芷云的话：临时有事' })

    cases.followed = await asks(county, 'resident', { topic: 'around' })
    await county.ask(her, 'followCase', { id: cases.followed, on: true })

    const quarrel = { service: 'mediation', topic: 'noise', compoundId: '', otherParty: { name, phone } }
    cases.party = await asks(county, 'member', quarrel)
    await comesIn(county, her, cases.party)
    await moves(county, her, cases.party, { move: 'say', words: '芷云的话：我也有难处', pictures: [] })
  }, 60_000)

  test('is told how much it asked for and helped with, before it decides', async () => {
    const { items } = await county.ask(her, 'myData', {})
    const counts = new Map(items.map(({ what, count }) => [what, count]))
    expect([counts.get('提过的事'), counts.get('帮过的忙')]).toEqual([4, 1])
  })

  test('leaves no name, number, word or picture in any case, message or collection', async () => {
    expect((await placesOf(county, marks)).length).toBeGreaterThan(20)
    expect(await filesLeft(county, pictures)).toEqual(pictures)
    expect(await county.refusalOf(her, 'eraseMe', { sure: true })).toBe('')
    await later()
    expect(await placesOf(county, marks)).toEqual([])
    expect(await filesLeft(county, pictures)).toEqual([])
  }, 30_000)

  test('takes back what was open, and what waited for its word counts as done', async () => {
    const [open, resolved, done] = await Promise.all(
      ['open', 'resolved', 'done'].map((key) => kept(county, cases[key] ?? '')),
    )
    expect([open?.state, open?.outcome]).toEqual(['closed', 'withdrawn'])
    expect([resolved?.state, resolved?.outcome, resolved?.stars]).toEqual(['closed', 'done', null])
    expect([done?.outcome, done?.stars, done?.number]).toEqual(['done', 4, expect.any(Number)])
  })

  test('leaves what units and desks said as it was', async () => {
    const done = await kept(county, cases.done ?? '')
    expect(done.steps.map(({ words }) => words)).toEqual(['', '去看看', '', '装好了', ''])
  })

  test('does not take away from helpers what they hold money for: they go on, without its words', async () => {
    const money = await kept(county, cases.money ?? '')
    expect([money.state, money.goods, money.words, money.pictures]).toEqual(['doing', [], '', []])
    await moves(county, 'helper1', money._id, { move: 'giveChange', fen: 1000 })
    await moves(county, 'helper1', money._id, { move: 'resolve', words: '都退了', pictures: [] })
  })

  test('makes room for another helper, and follows no more', async () => {
    const [helped, followed] = await Promise.all(['helped', 'followed'].map((key) => kept(county, cases[key] ?? '')))
    expect([helped?.state, helped?.helpers]).toEqual(['open', [personIdOf('helper1')]])
    expect([followed?.state, followed?.followers, followed?.title]).toEqual(['asked', [], '巷子里没有灯，晚上看不见路'])
  })

  test('is found in what she left long before, where neither she nor her words stand any more', async () => {
    const left = await kept(county, cases.left ?? '')
    expect(left.steps.map(({ move, words }) => [move, words])).toContainEqual(['giveBack', ''])
    expect([left.state, left.known?.includes(id)]).toEqual(['open', false])
  })

  test('leaves the other side of a quarrel its case', async () => {
    const party = await kept(county, cases.party ?? '')
    expect([party.state, party.otherParty?.name, party.words]).toEqual([
      'dispatched',
      '',
      expect.stringContaining('灯'),
    ])
    expect((await county.ask('member', 'getCase', { id: party._id })).as).toBe('asker')
  })
})

describe('an account on which a compound or a unit depends', () => {
  test.each(['grid', 'power'])('%s cannot go before that right is taken from it', async (openid) => {
    expect(await county.refusalOf(openid, 'eraseMe', { sure: true })).toBe('people.works_here')
  })
})

describe('somebody whom a family kept', () => {
  test('leaves nothing of what was asked for her, and it ends; the family’s own stays', async () => {
    await family(county, 'son', [wardDoc('dfather', 'son', { name: '许老伯', phone: '13755556666' })])
    const file = await county.keepFile(`cases/${personIdOf('son')}/home.jpg`, 'a picture')
    const asked = { topic: 'around', words: '老伯的话：门口滑', forId: 'dfather', pictures: [file] }
    const open = await asks(county, 'son', asked)
    const own = await asks(county, 'son', { topic: 'around', words: '儿子的话' })
    const theirs = await county.keepFile(`cases/${personIdOf('resident')}/theirs.jpg`, 'a picture')
    const other = await asks(county, 'resident', { topic: 'around', pictures: [theirs] })
    const joined = await asks(county, 'son', { topic: 'around', words: '老伯的话：我也看不见', forId: 'dfather' })
    await moves(county, 'staff', joined, { move: 'merge', into: other })
    const elderId = 'dfather'
    const rung = await enters(county, 'staff', {
      topic: 'around',
      words: '老伯的话：电话里说的',
      elderId,
      caller: { name: '许老伯', phone: '13755556666' },
    })
    await county.ask('son', 'withdrawConsent', { id: 'dfather' })
    await later()
    expect(await placesOf(county, ['许老伯', '13755556666', '老伯的话'])).toEqual([])
    expect(await filesLeft(county, [file])).toEqual([])
    const ends = await Promise.all([open, rung].map((each) => kept(county, each)))
    expect(ends.map(({ outcome, mine, forId }) => [outcome, mine.includes('dfather'), forId])).toEqual([
      ['withdrawn', false, ''],
      ['withdrawn', false, ''],
    ])
    expect(await kept(county, own)).toMatchObject({ state: 'asked', words: '儿子的话' })
    // With her own the neighbour's went on: what the neighbour showed stays, and her id is gone from it.
    expect(await filesLeft(county, [theirs])).toEqual([theirs])
    const { pictures, mine } = await kept(county, other)
    expect([pictures.length, mine.includes('dfather')]).toEqual([1, false])
  }, 30_000)
})
