// Each kind of case on its way from the first word to the last, through the functions as they are deployed.
import type { Move } from '../../cloudfunctions/core/contract'
import { caseServices } from '../../cloudfunctions/core/services/cases'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { agrees, asks, comesIn, enters, kept, moves, noMove, settleCases, toldOf, wishOf } from './cases'
import { County, day, personIdOf } from './county'

const county = new County()
beforeAll(() => settleCases(county), 60_000)
afterAll(() => county.end())

const topicOf = (service: string) => caseServices.find(({ id }) => id === service)?.topics[0]?.id ?? ''

describe('a wish', () => {
  test('is looked at, whistled for, declined, dispatched again, done, and confirmed by who asked', async () => {
    const id = await asks(county, 'resident', { topic: topicOf('wish') })
    expect(await kept(county, id)).toMatchObject({ state: 'asked', desk: 'g_willow', number: 1, turn: 1 })
    expect(await toldOf(county, 'grid', id)).toEqual(['微心愿「巷子里没有灯，晚上看不见路」等您看'])

    await moves(county, 'grid', id, { move: 'escalate', words: '要拉电线，小区里办不了' })
    await moves(county, 'staff', id, { move: 'dispatch', units: ['power'], people: {}, clock: null, words: '' })
    expect(await toldOf(county, 'power', id)).toEqual(['「巷子里没有灯，晚上看不见路」派到您这里了'])
    await moves(county, 'power', id, { move: 'decline', unit: 'power', words: '那条巷子归水务那边' })
    await moves(county, 'staff', id, { move: 'dispatch', units: ['water'], people: {}, clock: '7d', words: '' })
    await moves(county, 'water', id, { move: 'accept', unit: 'water', words: '' })
    const done = await moves(county, 'water', id, { move: 'resolve', words: '装了五盏太阳能灯', pictures: [] })
    expect(done.state).toBe('resolved')

    const seen = await county.ask('resident', 'getCase', { id })
    expect(seen.may).toEqual(expect.arrayContaining(['confirm', 'reopen']))
    expect(seen.steps.map(({ move, who }) => [move, who])).toEqual([
      ['begin', '您'],
      ['escalate', '柳荫里网格员'],
      ['dispatch', '柳湾社区'],
      ['decline', '县供电所 秦师傅'],
      ['dispatch', '柳湾社区'],
      ['accept', '县水务局 汪师傅'],
      ['resolve', '县水务局 汪师傅'],
    ])
    const closed = await moves(county, 'resident', id, { move: 'confirm', stars: 5, words: '亮堂了' })
    expect(closed).toMatchObject({ state: 'closed', outcome: 'done', score: { stars: 5, words: '亮堂了', how: 'app' } })
    const [sums] = await county.find('casesums', { communityId: 'east' })
    expect(sums).toMatchObject({ asked: 1, solved: 1, stars: 5, scored: 1 })
  })
})

describe('an asking', () => {
  test('says what is missing before it is anything', async () => {
    const topic = topicOf('wish')
    const refused = (more: object) => county.refusalOf('resident', 'askCase', wishOf({ topic, ...more }))
    expect(await refused({ service: 'tea' })).toBe('case.no_service')
    expect(await refused({ service: 'hazard' })).toBe('case.no_service')
    expect(await refused({ topic: '' })).toBe('case.topic_needed')
    expect(await refused({ service: 'errand', topic: topicOf('errand') })).toBe('case.goods_needed')
    expect(await refused({ compoundId: '', spot: { words: '', latitude: null, longitude: null } })).toBe(
      'case.place_needed',
    )
    expect(await refused({ compoundId: 'bridge' })).toBe('case.place_needed')
    expect(await refused({ words: '违禁测试词' })).toBe('content.risky')
    expect(await refused({ pictures: ['cloud://env.bucket/cases/somebody/1.jpg'] })).toBe('case.not_your_picture')
    expect(await refused({ forId: 'dmother' })).toBe('family.not_yours')
    expect(await county.refusalOf('nobody', 'askCase', wishOf({ topic }))).toBe('access.profile_missing')
    const there = { service: 'mediation', topic: topicOf('mediation'), communityId: 'west', compoundId: '' }
    expect(await refused(there)).toBe('case.no_professional')
  })

  test('made twice with one key is one, and ten open ones are enough', async () => {
    const asked = wishOf({ topic: topicOf('wish') })
    const two = await Promise.all([county.ask('helper3', 'askCase', asked), county.ask('helper3', 'askCase', asked)])
    expect(two[0]).toEqual(two[1])
    for (let n = 1; n < 10; n++) await asks(county, 'helper3', { topic: topicOf('wish') })
    expect(await county.refusalOf('helper3', 'askCase', wishOf({ topic: topicOf('wish') }))).toBe('case.too_many')
    const numbers = (await county.find('cases', { communityId: 'east' })).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(await county.ask('helper3', 'askCase', asked)).toEqual(two[0])
  })
})

describe('a whistle from the phone', () => {
  test('has the community for an asker: it is rung, scored by somebody who did not do it, and few stars are looked into', async () => {
    const id = await enters(county, 'staff', { service: 'whistle', topic: topicOf('whistle'), compoundId: '' })
    expect(await kept(county, id)).toMatchObject({ desk: 's_east', askerId: '', caller: { name: '何玉珍' } })
    await moves(county, 'staff', id, { move: 'settle', words: '' })
    await moves(county, 'staff', id, { move: 'resolve', words: '换了灯泡', pictures: [] })
    expect(await kept(county, id)).toMatchObject({ state: 'resolved', desk: 's_east' })
    const score = { move: 'score', stars: 2, how: 'door', isDone: true, words: '等了太久' } as const
    expect(await noMove(county, 'staff', id, score)).toBe('case.doer_cannot_ask')
    expect(await moves(county, 'staff2', id, score)).toMatchObject({
      state: 'followUp',
      score: { stars: 2, how: 'door' },
    })
    expect((await kept(county, id)).desk).toBe('county')
  })

  test('is entered by a grid worker for her compounds alone', async () => {
    const more = { service: 'whistle', topic: topicOf('whistle') }
    expect((await kept(county, await enters(county, 'grid', more))).level).toBe('compound')
    const { forId: _, isAnonymous: __, ...asked } = wishOf(more)
    const elsewhere = { ...asked, compoundId: 'river', caller: { name: '何玉珍', phone: '' }, elderId: null }
    expect(await county.refusalOf('grid', 'enterCase', elsewhere)).toBe('access.denied')
    expect(await county.refusalOf('resident', 'enterCase', elsewhere)).toBe('access.denied')
  })
})

describe('an order from the menu', () => {
  const order = (more: object) => ({ service: 'order', answers: { when: '上午' }, ...more })

  test('takes a day of the project, for her mother, and gives it back when she withdraws', async () => {
    const day1 = dayOf(county.now() + 2 * day)
    const project = { id: 'haircut', day: day1 }
    const id = await asks(county, 'daughter', order({ project, forId: 'dmother' }))
    await asks(county, 'resident', order({ project }))
    const third = wishOf(order({ project }))
    expect(await county.refusalOf('neighbour', 'askCase', third)).toBe('case.day_full')
    expect(await toldOf(county, 'leader', id)).toEqual(['「理发」派到您这里了'])
    const seen = await moves(county, 'leader', id, { move: 'accept', unit: 'green', words: '' })
    expect(seen.askerContact).toEqual({ name: '何玉珍', phone: '13700007777' })
    expect(seen.doorWord).toMatch(/^\d{4}$/)
    const hers = await county.ask('daughter', 'getCase', { id })
    expect([hers.asker, hers.doorWord]).toEqual(['妈妈', seen.doorWord])
    await moves(county, 'daughter', id, { move: 'withdraw', words: '' })
    expect((await county.one('projects', 'haircut')).booked[day1]).toHaveLength(1)
    expect(await county.refusalOf('neighbour', 'askCase', third)).toBe('')
  })

  test('is not taken for a day that is over', async () => {
    const project = { id: 'haircut', day: dayOf(county.now()) }
    expect(await county.refusalOf('resident', 'askCase', wishOf(order({ project })))).toBe('case.day_over')
  })
})

describe('a mediation', () => {
  test('is between its parties and the mediator, and ends with an agreement both agreed to', async () => {
    await county.set('people', personIdOf('neighbour'), { name: '邻居甲', phone: '13811112222' })
    const otherParty = { name: '邻居甲', phone: '13811112222' }
    const asked = { service: 'mediation', topic: topicOf('mediation'), otherParty, words: '楼上漏水泡了墙' }
    const id = await asks(county, 'resident', asked)
    for (const openid of ['staff', 'grid', 'county', 'stranger', 'power', 'nobody'])
      expect([openid, await county.refusalOf(openid, 'getCase', { id })]).toEqual([openid, 'access.gone'])
    await moves(county, 'mediator', id, { move: 'accept', unit: 'mediation', words: '' })
    await comesIn(county, 'neighbour', id)
    await moves(county, 'mediator', id, { move: 'propose', words: '楼上修好管子，赔三百元粉刷' })
    const early: Move = { move: 'resolve', words: '谈好了', pictures: [] }
    expect(await noMove(county, 'mediator', id, early)).toBe('case.agreement_missing')
    const theirs = await county.ask('neighbour', 'getCase', { id })
    expect(theirs.agreement).toMatchObject({ words: '楼上修好管子，赔三百元粉刷', mayAgree: true })
    await agrees(county, 'neighbour', id)
    const both = await agrees(county, 'resident', id)
    expect(both.agreement?.missing).toEqual([])
    await moves(county, 'mediator', id, early)
    await moves(county, 'resident', id, { move: 'confirm', stars: null, words: '' })
    const sums = await county.find('casesums', { communityId: 'east' })
    expect(sums.reduce((sum, { mediated }) => sum + mediated, 0)).toBe(1)
    const told = await county.find('messages', { about: id })
    expect(told.filter(({ title, body }) => /漏水|粉刷|邻居甲/.test(title + body))).toEqual([])
  })

  test('a question to the lawyer that he declines ends with his reason when there is no other', async () => {
    const id = await asks(county, 'resident', { service: 'legal', topic: topicOf('legal') })
    const last = await moves(county, 'lawyer', id, { move: 'decline', unit: 'law', words: '和一方有关系，不便答复' })
    expect(last).toMatchObject({ state: 'closed', outcome: 'declined', may: [] })
    expect(await county.refusalOf('lawyer', 'getCase', { id })).toBe('access.gone')
    expect((await county.ask('resident', 'getCase', { id })).state).toBe('closed')
  })
})

describe('a hazard', () => {
  test('is not put right without a picture of it', async () => {
    const more = { service: 'hazard', topic: topicOf('hazard'), answers: { told: true } }
    const id = await enters(county, 'grid', more)
    await moves(county, 'grid', id, { move: 'settle', words: '' })
    const done = { move: 'resolve', words: '换了软管', pictures: [] as string[] } as const
    expect(await noMove(county, 'grid', id, done)).toBe('case.picture_needed')
    const picture = await county.keepFile(`cases/${personIdOf('grid')}/after.jpg`, 'picture')
    const shown = await moves(county, 'grid', id, { ...done, pictures: [picture] })
    expect(shown.steps.at(-1)?.pictures).toMatchObject([{ of: 'after' }])
  })
})

describe('the same thing twice', () => {
  test('goes on as one: the other asker follows it and is told when it is done', async () => {
    const asked = { topic: topicOf('wish'), compoundId: '' }
    const [one, other] = [await asks(county, 'resident', asked), await asks(county, 'member', asked)]
    const merged = await moves(county, 'staff', other, { move: 'merge', into: one })
    expect(merged).toMatchObject({ state: 'closed', outcome: 'merged', mergedInto: one })
    await moves(county, 'staff', one, { move: 'settle', words: '' })
    await moves(county, 'staff', one, { move: 'resolve', words: '装好了', pictures: [] })
    await moves(county, 'resident', one, { move: 'confirm', stars: 4, words: '' })
    expect((await toldOf(county, 'member', one)).at(-1)).toBe('「巷子里没有灯，晚上看不见路」办成了')
    expect((await county.ask('member', 'myCases', {})).items.map(({ id }) => id)).toEqual(
      expect.arrayContaining([one, other]),
    )
    expect((await county.one('cases', one)).settled).toBe((await county.one('cases', one)).turn)
  })
})

describe('who reads what of an open wish', () => {
  test('neighbours read the words, and no name, number or home of who asked', async () => {
    await county.set('people', personIdOf('resident'), { name: '梁文娟', phone: '13812345678' })
    const asked = { topic: topicOf('wish'), isAnonymous: true, words: '想要一盏灯，天黑看不见' }
    const id = await asks(county, 'resident', asked)
    for (const openid of ['stranger', 'nobody', 'neighbour']) {
      const seen = await county.ask(openid, 'getCase', { id })
      expect(seen).toMatchObject({ words: asked.words, asker: '一位邻居', askerContact: null, place: '柳荫里' })
      expect(JSON.stringify(seen)).not.toMatch(/梁文娟|13812345678|3 号楼/)
    }
    const staff = await county.ask('staff', 'getCase', { id })
    expect(staff).toMatchObject({ asker: '梁文娟', askerContact: { phone: '13812345678' }, place: '柳荫里 3 号楼后面' })
  })
})
