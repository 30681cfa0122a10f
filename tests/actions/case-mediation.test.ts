// Two sides and who mediates: who is let in, to what each agrees, and what becomes of it when nobody answers.
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { agrees, asks, comesIn, enters, kept, moves, nextKey, noMove, partnerDoc, settleCases, toldOf } from './cases'
import { County, day, personDoc, personIdOf } from './county'
import { wardDoc } from './families'

const county = new County()
const party = { name: '邻居甲', phone: '13811112222' }
const quarrel = { service: 'mediation', topic: 'noise', compoundId: '', words: '夜里太吵', otherParty: party }
beforeAll(async () => {
  await settleCases(county)
  await county.set('people', personIdOf('neighbour'), party)
  const keepers = ['daughter', 'member'].map((openid) => ({ id: personIdOf(openid), called: '妈妈', since: 1 }))
  await county.set('dependents', 'dmother', { keepers })
  await county.set('people', personIdOf('member'), { wards: ['dmother'] })
}, 60_000)
// Nobody may have more than ten open at once.
afterEach(async () => {
  for (const { _id } of await county.find('cases', { isOpen: true }))
    await county.set('cases', _id, { isOpen: false, nextAt: 0 })
})
afterAll(() => county.end())

const sees = async (openid: string, id: string) => (await county.call(openid, 'getCase', { id })).ok
const asked = async (more: object = {}) => {
  const id = await asks(county, 'resident', { ...quarrel, ...more })
  await moves(county, 'mediator', id, { move: 'accept', unit: 'mediation', words: '' })
  return id
}
const tokenOf = async (id: string) => (await county.ask('mediator', 'getCase', { id })).partyToken ?? ''
const sheet = async () => [await county.keepFile(`cases/${personIdOf('mediator')}/${nextKey()}.jpg`, 'signed')]

describe('the other side', () => {
  test('is nobody by a name and a number that somebody typed', async () => {
    const id = await asked()
    expect((await kept(county, id)).otherParty).toEqual({ id: '', ...party })
    expect(await sees('neighbour', id)).toBe(false)
  })

  test('comes in by what the mediator sends her, and nobody else after her', async () => {
    const id = await asked()
    const token = await tokenOf(id)
    const page = await county.ask('neighbour', 'partyCase', { id, token })
    expect(page).toMatchObject({ as: 'party', words: '夜里太吵' })
    expect(page.partyToken).toBeUndefined()
    expect(await tokenOf(id)).toBe('')
    // Opening it once more changes nothing.
    expect(await county.refusalOf('neighbour', 'partyCase', { id, token })).toBe('')
    expect(await county.refusalOf('stranger', 'partyCase', { id, token })).toBe('access.gone')
    expect(await sees('stranger', id)).toBe(false)
    expect((await county.ask('neighbour', 'myCases', {})).items.map((item) => item.id)).toContain(id)
    expect((await toldOf(county, 'resident', id)).at(-1)).toBe('「邻里调解」另一方进来了')
  })

  test('is one of two who open it at the same moment', async () => {
    const id = await asked()
    const token = await tokenOf(id)
    const both = await Promise.all(
      ['neighbour', 'helper1'].map((openid) => county.refusalOf(openid, 'partyCase', { id, token })),
    )
    expect(both.sort()).toEqual(['', 'access.gone'])
  })

  test('is not who asked, nor who mediates, nor whoever has the wrong word, and is invited by the mediator alone', async () => {
    const id = await asked()
    const token = await tokenOf(id)
    expect((await county.ask('resident', 'getCase', { id })).partyToken).toBeUndefined()
    for (const openid of ['resident', 'mediator'])
      expect([openid, await county.refusalOf(openid, 'partyCase', { id, token })]).toEqual([openid, 'access.gone'])
    const other = await tokenOf(await asked())
    expect(await county.refusalOf('neighbour', 'partyCase', { id, token: other })).toBe('access.gone')
    expect(await county.refusalOf('nobody', 'partyCase', { id, token })).toBe('access.profile_missing')
    expect((await kept(county, id)).otherParty?.id).toBe('')
  })

  test('is nobody who keeps whom it is for; and another who keeps her neither sees a sealed one nor has it in her list', async () => {
    const id = await asks(county, 'daughter', { ...quarrel, forId: 'dmother' })
    await moves(county, 'mediator', id, { move: 'accept', unit: 'mediation', words: '' })
    expect(await sees('daughter', id)).toBe(true)
    expect(await sees('member', id)).toBe(false)
    expect(await county.refusalOf('member', 'partyCase', { id, token: await tokenOf(id) })).toBe('access.gone')
    expect((await county.ask('member', 'myCases', {})).items.map((item) => item.id)).not.toContain(id)
  })
})

describe('who asks for somebody', () => {
  test('does so only while she keeps her', async () => {
    await county.add('dependents', [wardDoc('daunt', 'member', { name: '何玉兰' })])
    await county.set('people', personIdOf('member'), { wards: ['dmother', 'daunt'] })
    const id = await asks(county, 'member', { ...quarrel, forId: 'daunt' })
    expect(await sees('member', id)).toBe(true)
    await county.set('dependents', 'daunt', { keepers: [] })
    expect(await sees('member', id)).toBe(false)
  })

  test('and the worker who wrote down a sealed one only while she works there', async () => {
    await county.add('people', [personDoc('clerk', 'east', { staffOf: ['east'] })])
    const id = await enters(county, 'clerk', { ...quarrel })
    expect(await sees('clerk', id)).toBe(true)
    await county.set('people', personIdOf('clerk'), { staffOf: [] })
    expect(await sees('clerk', id)).toBe(false)
  })
})

describe('an agreement', () => {
  test('is agreed to in the words that were seen: written anew in between, it is not signed', async () => {
    const id = await asked()
    await comesIn(county, 'neighbour', id)
    await moves(county, 'mediator', id, { move: 'propose', words: '十点以后不出声' })
    const { agreement } = await county.ask('neighbour', 'getCase', { id })
    const turn = agreement?.turn ?? 0
    await moves(county, 'mediator', id, { move: 'propose', words: '赔三万元' })
    expect(await noMove(county, 'neighbour', id, { move: 'agree', turn, side: null, pictures: [] })).toBe(
      'case.not_now',
    )
    expect((await kept(county, id)).agreement?.agreed).toEqual(['unit'])
  })

  test('written anew at the very moment is never signed in other words than those seen', async () => {
    for (let n = 0; n < 5; n++) {
      const id = await asked()
      await comesIn(county, 'neighbour', id)
      await moves(county, 'mediator', id, { move: 'propose', words: '十点以后不出声' })
      const seen = (await kept(county, id)).agreement?.turn ?? 0
      const word = { move: 'agree', turn: seen, side: null, pictures: [] as string[] } as const
      await Promise.all([
        county.call('neighbour', 'moveCase', { id, key: nextKey(), move: { ...word, pictures: [] } }),
        moves(county, 'mediator', id, { move: 'propose', words: '赔三万元' }),
      ])
      const { agreement } = await kept(county, id)
      expect([agreement?.words, agreement?.agreed]).toEqual(['赔三万元', ['unit']])
    }
  }, 30_000)

  test('needs a side without an account too: the mediator shows the sheet that she signed', async () => {
    const id = await asked()
    const done = { move: 'resolve', words: '谈好了', pictures: [] as string[] } as const
    await moves(county, 'mediator', id, { move: 'propose', words: '十点以后不出声' })
    await agrees(county, 'resident', id)
    expect(await noMove(county, 'mediator', id, { ...done, pictures: [] })).toBe('case.agreement_missing')
    const turn = (await kept(county, id)).agreement?.turn ?? 0
    const onPaper = { move: 'agree', turn, side: 'party' } as const
    expect(await noMove(county, 'mediator', id, { ...onPaper, pictures: [] })).toBe('case.picture_needed')
    // Who has an account says so herself.
    const hers = { move: 'agree', turn, side: 'asker', pictures: await sheet() } as const
    expect(await noMove(county, 'mediator', id, { ...hers, pictures: [...hers.pictures] })).toBe('case.not_now')
    const signed = await moves(county, 'mediator', id, { ...onPaper, pictures: await sheet() })
    expect(signed.agreement?.missing).toEqual([])
    expect(signed.steps.at(-1)).toMatchObject({ words: '另一方在纸上签了字', pictures: [{ of: 'said' }] })
    await moves(county, 'mediator', id, { ...done, pictures: [] })
  })

  test('is not signed for a caller by the worker who wrote it down', async () => {
    const id = await enters(county, 'staff', { ...quarrel })
    await moves(county, 'mediator', id, { move: 'accept', unit: 'mediation', words: '' })
    const view = await moves(county, 'mediator', id, { move: 'propose', words: '十点以后不出声' })
    expect(view.agreement?.onPaper.map(({ side }) => side)).toEqual(['asker', 'party'])
    const turn = view.agreement?.turn ?? 0
    const word = { move: 'agree', turn, side: null, pictures: [] as string[] } as const
    expect(await noMove(county, 'staff', id, { ...word, pictures: [] })).toBe('case.not_now')
    for (const side of ['asker', 'party'] as const)
      await moves(county, 'mediator', id, { move: 'agree', turn, side, pictures: await sheet() })
    expect((await kept(county, id)).agreement?.agreed).toEqual(['unit', 'asker', 'party'])
  })
})

test('what the mediator says reaches both sides, and what one side says the other and the mediator', async () => {
  const id = await asked()
  await comesIn(county, 'neighbour', id)
  const told = async () =>
    Promise.all(
      ['resident', 'neighbour', 'mediator'].map(
        async (openid) => (await toldOf(county, openid, id)).filter((title) => title.endsWith('有新的话')).length,
      ),
    )
  await moves(county, 'mediator', id, { move: 'say', words: '周三三点来谈', pictures: [] })
  expect(await told()).toEqual([1, 1, 0])
  await moves(county, 'neighbour', id, { move: 'say', words: '好', pictures: [] })
  expect(await told()).toEqual([2, 1, 1])
  await moves(county, 'resident', id, { move: 'say', words: '行', pictures: [] })
  expect(await told()).toEqual([2, 2, 2])
})

describe('a mediator who says nothing', () => {
  const pass = async (days: number) => {
    await county.advance(days * day)
    await county.round()
  }

  test('leaves it to the next who has people, and the staff learn whom to ring', async () => {
    const other = { kind: 'mediation' as const, communityIds: ['east'] }
    await county.add('partners', [
      partnerDoc('empty', '空着的调解室', { ...other, order: 5 }),
      partnerDoc('second', '河东调解室', {
        ...{ ...other, order: 6 },
        people: [{ id: personIdOf('second'), name: '许静', title: '调解员', phone: '' }],
      }),
    ])
    await county.add('people', [personDoc('second', 'east', { unitOf: ['second'] })])
    const id = await asks(county, 'resident', quarrel)
    await pass(7)
    const [first] = (await kept(county, id)).steps.filter(({ move }) => move === 'overdue')
    expect(first).toMatchObject({ state: 'dispatched', of: 'mediation', to: ['second'] })
    expect((await toldOf(county, 'second', id))[0]).toBe('「邻里调解」派到您这里了')
    const [hint] = await county.find('messages', { personId: personIdOf('staff'), about: id })
    expect(hint?.body).toBe('内容只有当事人看得到。请打给河东调解室，催一催。')
    expect(dayOf(county.now()) > dayOf((await kept(county, id)).createdAt)).toBe(true)
    await pass(7)
    expect(await kept(county, id)).toMatchObject({ state: 'closed', outcome: 'declined' })
    const last = (await county.find('messages', { personId: personIdOf('resident'), about: id })).at(-1)
    expect([last?.title, last?.body]).toEqual([
      '「邻里调解」一直没有人接',
      expect.stringContaining('请打给社区') as string,
    ])
  })

  test('what was agreed and then heard nothing of counts as done, and says so', async () => {
    const id = await asked()
    await moves(county, 'mediator', id, { move: 'propose', words: '十点以后不出声' })
    await agrees(county, 'resident', id)
    const turn = (await kept(county, id)).agreement?.turn ?? 0
    await moves(county, 'mediator', id, { move: 'agree', turn, side: 'party', pictures: await sheet() })
    await moves(county, 'mediator', id, { move: 'resolve', words: '谈好了', pictures: [] })
    for (let n = 0; n < 3; n++) await pass(7)
    expect(await kept(county, id)).toMatchObject({ state: 'closed', outcome: 'done' })
    expect((await toldOf(county, 'resident', id)).at(-1)).toBe('「邻里调解」算办好了')
  })
})
