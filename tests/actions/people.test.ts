import { verdictOn } from '../../cloudfunctions/core/ports/verdict'
import { County, personIdOf } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

describe('a person', () => {
  test('may look around before she says anything', async () => {
    const me = await county.ask('first-time', 'me', {})
    expect(me).toMatchObject({ id: personIdOf('first-time'), hasProfile: false, name: '', leads: [], unread: 0 })
    expect(me.communities.map((each) => each.name)).toEqual(['柳湾社区', '新桥社区'])
    expect(await county.find('people', { openid: 'first-time' })).toEqual([])
  })

  test('is known by her OPENID only, whatever her phone claims', async () => {
    const input = { openid: 'leader', id: personIdOf('leader') }
    expect((await county.ask('resident', 'me', input as object)).id).toBe(personIdOf('resident'))
  })

  test('says how to call her once, and her number comes back masked', async () => {
    const profile = { name: '何玉珍', phone: '13912345678', communityId: 'east' }
    const me = await county.ask('he', 'saveProfile', profile)
    expect(me).toMatchObject({ name: '何玉珍', hasProfile: true, phone: '139****5678', communityId: 'east' })
    await county.ask('he', 'saveProfile', profile)
    expect(await county.find('people', { openid: 'he' })).toHaveLength(1)
  })

  test('keeps her number when she only changes her name, and can take it back', async () => {
    await county.ask('he', 'saveProfile', { name: '玉珍', phone: null, communityId: 'east' })
    expect((await county.one('people', personIdOf('he'))).phone).toBe('13912345678')
    await county.ask('he', 'saveProfile', { name: '玉珍', phone: '', communityId: 'east' })
    expect((await county.one('people', personIdOf('he'))).phone).toBe('')
  })

  test('cannot be called what WeChat does not let pass', async () => {
    const profile = { name: '赌博网站', phone: null, communityId: 'east' }
    expect(await county.refusalOf('bad', 'saveProfile', profile)).toBe('content.risky')
  })

  test('lives in a community that there is', async () => {
    const profile = { name: '我', phone: null, communityId: 'nowhere' }
    expect(await county.refusalOf('lost', 'saveProfile', profile)).toBe('access.gone')
    expect(await county.find('people', { openid: 'lost' })).toEqual([])
  })

  test('cannot make herself a worker or a leader', async () => {
    const rights = { staffOf: ['east'], county: true, gridOf: ['willow'], unitOf: ['power'] }
    const wished = { name: '我', phone: null, communityId: 'east', ...rights }
    const me = await county.ask('sly', 'saveProfile', wished)
    expect(me.roles).toEqual({ staffOf: [], county: false, gridOf: [], unitOf: [] })
  })

  test.each([
    ['no name', { name: '  ', phone: null, communityId: 'east' }],
    ['a number that is none', { name: '我', phone: '12', communityId: 'east' }],
    ['nothing at all', {}],
  ])('is told that something is missing when she sends %s', async (_, input) => {
    expect(await county.refusalOf('resident', 'saveProfile', input)).toBe('bad_input')
  })
})

describe('WeChat’s advice on words', () => {
  test.each([
    ['pass', 'fine'],
    ['review', 'risky'],
    ['risky', 'risky'],
    [undefined, 'unchecked'],
    ['something new', 'unchecked'],
  ])('%j makes them %s', (suggest, verdict) => {
    expect(verdictOn(suggest)).toBe(verdict)
  })
})

describe('messages', () => {
  // At night WeChat would wait.
  beforeAll(() => county.goTo(12))

  const leaveTo = async (id: string, from: string, to: string) => {
    await county.activity(id, { capacity: 1 })
    await county.ask(from, 'join', { id })
    await county.ask(to, 'join', { id })
    await county.ask(from, 'leave', { id })
  }

  test('one consent carries one message out of the app, the next stays in the inbox', async () => {
    await county.allow('member', ['movedUp'])
    await leaveTo('m1', 'resident', 'member')
    await leaveTo('m2', 'resident', 'member')
    expect(await county.received('member')).toHaveLength(1)
    expect((await county.ask('member', 'messages', {})).items.map((each) => each.read)).toEqual([false, false])
    expect((await county.ask('member', 'me', {})).unread).toBe(2)
    expect((await county.find('messages', { personId: personIdOf('member') })).map((each) => each.sent).sort()).toEqual(
      [0, null],
    )
  })

  test('when WeChat says there is no consent left, ours is none too', async () => {
    await county.set('people', personIdOf('staff'), { consents: { movedUp: 3 } })
    await leaveTo('m3', 'resident', 'staff')
    expect((await county.one('people', personIdOf('staff'))).consents.movedUp).toBe(0)
    expect((await county.find('messages', { personId: personIdOf('staff') }))[0]?.sent).toBe(43101)
  })

  test('are read once, and never anybody else’s', async () => {
    const { items } = await county.ask('member', 'messages', {})
    const ids = items.map((each) => each.id)
    expect(await county.ask('resident', 'readMessages', { ids })).toEqual({ unread: 0 })
    expect(await county.ask('member', 'readMessages', { ids: ids.slice(0, 1) })).toEqual({ unread: 1 })
    expect(await county.ask('member', 'readMessages', { ids: ids.slice(0, 1) })).toEqual({ unread: 1 })
    expect(await county.ask('member', 'readMessages', { ids })).toEqual({ unread: 0 })
  })

  test('are counted anew when the whole inbox is in sight', async () => {
    await county.set('people', personIdOf('member'), { unread: 7 })
    await county.ask('member', 'messages', {})
    expect((await county.ask('member', 'me', {})).unread).toBe(0)
  })

  test('are counted anew by reading, however many there are', async () => {
    const personId = personIdOf('neighbour')
    const rest = { kind: 'changed', title: '改了', body: '', page: '', read: false, sent: null }
    await county.add(
      'messages',
      Array.from({ length: 30 }, (_, n) => ({ _id: `many${n}`, personId, at: n, ...rest })),
    )
    await county.set('people', personId, { unread: 77 })
    expect(await county.ask('neighbour', 'readMessages', { ids: ['many1', 'many2'] })).toEqual({ unread: 28 })
    expect((await county.ask('neighbour', 'me', {})).unread).toBe(28)
  })

  test('a consent given before any name is kept too', async () => {
    await county.allow('shy', ['cancelled'])
    expect((await county.one('people', personIdOf('shy'))).consents).toEqual({ cancelled: 1 })
    expect((await county.ask('shy', 'me', {})).hasProfile).toBe(false)
  })

  test('two first taps at the same moment are two consents, and what she says of herself then is kept', async () => {
    const { templates: ids } = await county.ask('', 'me', {})
    const templates = [ids.cancelled ?? '']
    for (let n = 0; n < 12; n++) {
      const openid = `quick${n}`
      await Promise.all([
        county.ask(openid, 'consent', { templates, key: 'k1' }),
        county.ask(openid, 'consent', { templates, key: 'k2' }),
        county.ask(openid, 'saveProfile', { name: openid, phone: null, communityId: 'east' }),
      ])
      const { consents, name } = await county.one('people', personIdOf(openid))
      expect([consents, name]).toEqual([{ cancelled: 2 }, openid])
    }
  })
})

describe('the router', () => {
  test('knows no action that is not in the contract', async () => {
    const { result } = await county.raw('resident', { action: 'people.crown', input: {} })
    expect(result).toMatchObject({ ok: false, fault: { kind: 'bad_input' } })
  })

  test.each([[null], ['text'], [{ action: 5 }], [{ action: 'activity.join', input: { id: { $gt: '' } } }]])(
    'answers %j calmly',
    async (data) => {
      const { result } = await county.raw('resident', data)
      expect(result).toMatchObject({ ok: false, fault: { kind: 'bad_input', safeToRepeat: true } })
    },
  )
})
