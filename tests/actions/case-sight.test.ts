// What neighbours, helpers and units learn of who asked: never more than they need at that moment.
import type { CasePictureDoc } from '../../cloudfunctions/core/ports/documents'
import { asks, kept, moves, noMove, settleCases } from './cases'
import { County, personIdOf } from './county'

const county = new County()
const home = { words: '5 号楼 301', latitude: 31.351, longitude: 118.371 }
const outsiders = ['helper3', 'stranger', 'guest']
const fine = (picture: CasePictureDoc): CasePictureDoc => ({ ...picture, state: 'fine' })

beforeAll(() => settleCases(county), 180_000)
afterAll(() => county.end())

describe('a wish about her home', () => {
  test.each(['thing', 'hand', 'learn', 'company'])(
    'shows neighbours the compound, and no door, picture or distance to it: %s',
    async (topic) => {
      const picture = await county.keepFile(`cases/${personIdOf('resident')}/${topic}.jpg`, topic)
      const id = await asks(county, 'resident', { topic, spot: home, pictures: [picture], words: `${topic} 有人帮吗` })
      await county.set('cases', id, { pictures: (await kept(county, id)).pictures.map(fine) })
      await moves(county, 'grid', id, { move: 'offer', words: '' })
      for (const openid of outsiders) {
        const page = await county.ask(openid, 'getCase', { id })
        expect(page.place).toBe('柳荫里')
        expect(page.steps.flatMap(({ pictures }) => pictures)).toEqual([])
        expect(JSON.stringify(page)).not.toContain('5 号楼')
      }
      const near = await county.ask('helper3', 'nearCases', {
        communityId: 'east',
        which: 'open',
        compoundId: 'willow',
      })
      expect(near.items.find((card) => card.id === id)).toMatchObject({ place: '柳荫里', metres: 0 })
    },
  )

  test('has a word for the door once somebody comes', async () => {
    const id = await asks(county, 'daughter', { topic: 'company', spot: home })
    await moves(county, 'grid', id, { move: 'offer', words: '' })
    const { doorWord } = await moves(county, 'helper3', id, { move: 'take' })
    expect(doorWord).toMatch(/^\d{4}$/)
    expect((await county.ask('daughter', 'getCase', { id })).doorWord).toBe(doorWord)
  })
})

test('a wish about a spot says where it is, and counts metres from the middle of the compound', async () => {
  const id = await asks(county, 'resident', { topic: 'around', spot: { ...home, words: '5 号楼后面' } })
  expect((await county.ask('stranger', 'getCase', { id })).place).toBe('柳荫里 5 号楼后面')
  await moves(county, 'grid', id, { move: 'offer', words: '' })
  const near = await county.ask('helper3', 'nearCases', { communityId: 'east', which: 'open', compoundId: 'willow' })
  expect(near.items.find((card) => card.id === id)?.metres).toBe(0)
})

describe('who takes it', () => {
  const offered = async (more: Parameters<typeof asks>[2] = {}) => {
    const id = await asks(county, 'daughter', { topic: 'hand', spot: home, ...more })
    await moves(county, 'grid', id, { move: 'offer', words: '' })
    return id
  }
  const errandOf = { service: 'errand', topic: 'medicine', forId: 'dmother', spot: home } as const

  test('learns neither name nor number of somebody who stays unnamed, and calls the community', async () => {
    const id = await offered({ isAnonymous: true })
    await moves(county, 'helper2', id, { move: 'take' })
    const page = await county.ask('helper2', 'getCase', { id })
    const { phone } = await county.one('communities', 'east')
    expect(page).toMatchObject({ asker: '一位邻居', askerContact: { name: '提出的人不想露名，请打给社区', phone } })
    expect(JSON.stringify(page)).not.toContain('daughter')
    await moves(county, 'helper2', id, { move: 'giveBack', words: '临时有事' })
  })

  test('who gave it back does not take the same one again', async () => {
    const id = await offered()
    await moves(county, 'helper3', id, { move: 'take' })
    await moves(county, 'helper3', id, { move: 'giveBack', words: '临时有事' })
    expect((await county.ask('helper3', 'getCase', { id })).may).not.toContain('take')
    expect(await noMove(county, 'helper3', id, { move: 'take' })).toBe('case.not_yours')
    expect((await county.ask('helper1', 'getCase', { id })).may).toContain('take')
  })

  test('lives in the community it is asked in; neighbours of another see it', async () => {
    const id = await offered()
    expect((await county.ask('stranger', 'getCase', { id })).may).not.toContain('take')
    expect(await noMove(county, 'stranger', id, { move: 'take' })).toBe('case.not_yours')
  })

  test('of two who come together learns door, number and prescription once both are there', async () => {
    const medicine = await county.keepFile(`cases/${personIdOf('daughter')}/pills.jpg`, 'pills')
    const goods = [{ what: '降压药', fen: 3000 }]
    const id = await asks(county, 'daughter', { ...errandOf, goods, medicine, words: '取一下药' })
    await county.set('cases', id, { pictures: (await kept(county, id)).pictures.map(fine) })
    const seen = async () => {
      const page = await county.ask('helper1', 'getCase', { id })
      const hasMedicine = page.steps.some(({ pictures }) => pictures.some(({ of }) => of === 'medicine'))
      return [page.place, page.askerContact?.phone, hasMedicine]
    }
    await moves(county, 'helper1', id, { move: 'take' })
    expect(await seen()).toEqual(['柳荫里', undefined, false])
    await moves(county, 'helper2', id, { move: 'take' })
    expect(await seen()).toEqual(['柳荫里 5 号楼 301', '13700007777', true])
  })

  test('has three in her hands at most, and reads why there is no fourth', async () => {
    const goods = [{ what: '鸡蛋', fen: null }]
    for (let taken = 1; taken < 3; taken++)
      await moves(county, 'helper1', await asks(county, 'resident', { ...errandOf, forId: null, goods }), {
        move: 'take',
      })
    const fourth = await asks(county, 'resident', { ...errandOf, forId: null, goods })
    const reply = await county.call('helper1', 'moveCase', { id: fourth, key: 'fourth', move: { move: 'take' } })
    expect(reply).toMatchObject({ refusal: { refused: 'case.too_many_taken', facts: { count: 3 } } })
  })
})

describe('what is to be bought', () => {
  const told = { service: 'errand', forId: null, spot: home, words: '帮我带一盒胰岛素', advance: null }
  const goods = [{ what: '胰岛素针头', fen: null }]

  test('is a number of things to neighbours until they take it', async () => {
    const id = await asks(county, 'member', { ...told, topic: 'daily', words: '带几样东西', goods })
    expect(await county.ask('neighbour', 'getCase', { id })).toMatchObject({ goods: [], goodsCount: 1 })
    expect(await county.ask('staff', 'getCase', { id })).toMatchObject({ goods })
  })

  test('of medicine is not told to neighbours in her words either', async () => {
    const id = await asks(county, 'resident', { ...told, topic: 'medicine', goods })
    const page = await county.ask('neighbour', 'getCase', { id })
    expect(page).toMatchObject({ title: '取药买药', words: '要办什么，接下以后看得到。', goodsCount: 1 })
    const near = await county.ask('neighbour', 'nearCases', { communityId: 'east', which: 'open' })
    expect(JSON.stringify([page, near])).not.toContain('胰岛素')
    expect((await county.ask('resident', 'getCase', { id })).words).toBe(told.words)
  })
})

describe('words on the way', () => {
  const secret = '老人一个人在家，钥匙在花盆下'

  test.each(['hand', 'around'])('of a home stay with those inside when it is offered again: %s', async (topic) => {
    const id = await asks(county, 'member', { topic, spot: home })
    await moves(county, 'grid', id, { move: 'look', words: secret, pictures: [] })
    await moves(county, 'grid', id, { move: 'offer', words: '' })
    const page = await county.ask('stranger', 'getCase', { id })
    expect([topic, JSON.stringify(page).includes(secret)]).toEqual([topic, topic === 'around'])
    expect(await county.ask('staff', 'getCase', { id })).toMatchObject({ last: secret })
  })

  test('say on the desk’s card why it came back, and to nobody else', async () => {
    const id = await asks(county, 'member', { topic: 'around' })
    await moves(county, 'grid', id, { move: 'dispatch', units: ['power'], people: {}, clock: null, words: '' })
    await moves(county, 'power', id, { move: 'decline', unit: 'power', words: '那条巷子归水务那边' })
    expect((await county.ask('staff', 'getCase', { id })).last).toBe('那条巷子归水务那边')
    expect(JSON.stringify(await county.ask('stranger', 'getCase', { id }))).not.toContain('归水务那边')
  })
})

describe('who asked sees who comes', () => {
  test('of a unit: name, title and number of the one who took it on', async () => {
    const id = await asks(county, 'leader', { topic: 'around' })
    await moves(county, 'grid', id, { move: 'dispatch', units: ['power'], people: {}, clock: null, words: '' })
    expect((await county.ask('leader', 'getCase', { id })).units[0]).toMatchObject({ person: '', phone: '' })
    await moves(county, 'power', id, { move: 'accept', unit: 'power', words: '' })
    const { units } = await county.ask('leader', 'getCase', { id })
    expect(units[0]).toMatchObject({ name: '县供电所', person: '秦卫东 师傅', phone: '13900001111' })
    expect((await county.ask('stranger', 'getCase', { id })).units[0]).toMatchObject({ person: '', phone: '' })
  })

  test('of a team: the member whom its leader named, who may do it from then on', async () => {
    const id = await asks(county, 'neighbour', { topic: 'around' })
    await moves(county, 'grid', id, { move: 'dispatch', units: ['green'], people: {}, clock: null, words: '' })
    const taken = await moves(county, 'leader', id, { move: 'accept', unit: 'green', words: '' })
    expect(taken.units[0]?.people).toContainEqual({ id: personIdOf('member'), name: 'member', title: '' })
    expect((await county.ask('member', 'getCase', { id })).as).toBe('neighbour')
    const named = { move: 'handOn', unit: 'green', words: '' } as const
    expect(await noMove(county, 'leader', id, { ...named, personId: personIdOf('helper1') })).toBe('case.no_such_unit')
    await moves(county, 'leader', id, { ...named, personId: personIdOf('member') })
    expect(await county.ask('member', 'getCase', { id })).toMatchObject({ as: 'unit', state: 'doing' })
    const [unit] = (await county.ask('neighbour', 'getCase', { id })).units
    expect(unit).toMatchObject({ person: 'member', phone: '13800001234' })
    const done = await moves(county, 'member', id, { move: 'resolve', words: '收拾好了', pictures: [] })
    expect(done.state).toBe('resolved')
  })

  test('of neighbours: each with her team', async () => {
    const personId = personIdOf('helper2')
    const membership = { teamId: 'blue', personId, state: 'member' as const, words: '', at: 1 }
    await county.add('memberships', [{ _id: `blue_${personId}`, ...membership }])
    const id = await asks(county, 'neighbour', { topic: 'hand', spot: home })
    await moves(county, 'grid', id, { move: 'offer', words: '' })
    await moves(county, 'helper2', id, { move: 'take' })
    const { name } = await county.one('teams', 'blue')
    const { helpers } = await county.ask('neighbour', 'getCase', { id })
    expect(helpers).toEqual([{ name: 'helper2', team: name, phone: '13800001234', isMe: false }])
  })
})
