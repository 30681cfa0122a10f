// A community that knows its elders: entered at the door, listed by name, acted for on their word.
import { sentence, type InputOf, type actions } from '../../cloudfunctions/core/contract'
import { County, hour, personIdOf } from './county'
import { family, wardDoc } from './families'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
type Form = InputOf<(typeof actions)['enterElder']>
const grandma = (changes: Partial<Form> = {}): Form => ({
  communityId: 'east',
  key: `door${++made}`,
  name: '郭素珍',
  kind: 'elder',
  born: '1948-02',
  phone: '0555-1234567',
  consent: true,
  ...changes,
})
const enter = (changes: Partial<Form> = {}) => county.ask('staff', 'enterElder', grandma(changes))
const auditOf = async (about: string) => (await county.find('audit', { about })).map(({ action, by }) => [action, by])

/** An elder of the east whom a family keeps, whose names begin with `name`. */
async function kept(name: string, changes = {}) {
  const [keeper, id] = [`keeper${++made}`, `dk${made}`]
  await family(county, keeper, [wardDoc(id, keeper, { name, phone: '13900001111', ...changes })])
  return { keeper, id }
}

describe('at the door', () => {
  test('she is entered with what she agreed to aloud, the community acts for her, and it is noted who did', async () => {
    const elder = await enter()
    expect(elder).toMatchObject({ name: '郭素珍', phone: '0555-1234567', kind: 'elder', isOurs: true, keepers: [] })
    expect(elder.consent).toEqual({ at: elder.since, by: 'staff', version: 1 })
    expect(await county.one('dependents', elder.id)).toMatchObject({
      station: 'east',
      communityId: 'east',
      keepers: [],
    })
    expect(await auditOf(elder.id)).toEqual([['station.enter', personIdOf('staff')]])
  })

  test('the same key twice is one, whether answered or cut off', async () => {
    const form = grandma()
    await expect(county.call('staff', 'enterElder', form, 1)).rejects.toThrow()
    const first = await county.ask('staff', 'enterElder', form)
    expect(await county.ask('staff', 'enterElder', form)).toEqual(first)
    expect(await county.find('audit', { about: first.id })).toHaveLength(1)
  })

  test('nobody is entered without it, and no child, for whom a guardian agrees', async () => {
    const before = (await county.find('dependents', {})).length
    expect(await county.refusalOf('staff', 'enterElder', grandma({ consent: false }))).toBe('family.consent_needed')
    const child = grandma({ kind: 'care', born: '2019-04' })
    expect(await county.refusalOf('staff', 'enterElder', child)).toBe('family.consent_needed')
    expect(await county.find('dependents', {})).toHaveLength(before)
  })

  test('by nobody else: not by staff of another community, a leader, the county', async () => {
    for (const openid of ['farStaff', 'leader', 'county', 'resident', 'unknown'])
      expect([openid, await county.refusalOf(openid, 'enterElder', grandma())]).toEqual([openid, 'access.denied'])
    expect(await county.refusalOf('staff', 'enterElder', grandma({ communityId: 'west' }))).toBe('access.denied')
  })
})

describe('the list', () => {
  const list = (search = '', cursor: string | null = null) =>
    county.ask('staff', 'elders', { communityId: 'east', search, cursor })

  test('shows whom the community entered and whom a family keeps, with their own numbers and no keeper’s', async () => {
    const ours = await enter({ name: '上官一' })
    const { keeper, id } = await kept('上官二')
    const { items } = await list('上官')
    expect(items.map(({ name, isOurs, phone }) => [name, isOurs, phone])).toEqual([
      ['上官一', true, '0555-1234567'],
      ['上官二', false, '13900001111'],
    ])
    expect(items[0]).toEqual(ours)
    expect(items[1]).toMatchObject({ id, consent: { by: keeper } })
    expect(items[1]?.keepers).toMatchObject([{ id: personIdOf(keeper), name: keeper, as: '', isSelf: false }])
    expect(JSON.stringify(items)).not.toContain('13800001234')
  })

  test('never shows a child, a guest, one of another community, or one whose data went', async () => {
    await kept('司徒乐', { kind: 'child', born: '2018-05' })
    await kept('司徒小', { kind: 'care', born: '2018-05' })
    await kept('司徒远', { communityId: 'west' })
    await kept('司徒客', { kind: 'guest', keepers: [], consent: null })
    const gone = await enter({ name: '司徒走' })
    await county.ask('staff', 'withdrawElder', { id: gone.id })
    const there = await enter({ name: '司徒在', kind: 'care', born: null })
    expect((await list('司徒')).items.map(({ id }) => id)).toEqual([there.id])
    const everyone = await pagesOf('')
    expect(everyone.filter(({ name }) => name === '' || /司徒[乐小远客走]/.test(name))).toEqual([])
  })

  async function pagesOf(search: string) {
    const found = []
    for (let cursor: string | null = null; ;) {
      const page: Awaited<ReturnType<typeof list>> = await list(search, cursor)
      found.push(...page.items)
      if (page.next === null) return found
      cursor = page.next
    }
  }

  test('goes by name over pages, namesakes and both kinds among them, nobody twice and nobody left out', async () => {
    const surnames = ['丁', '万', '丁', '诸葛', '欧阳', '丁']
    const many = Array.from({ length: 130 }, (_, n) => {
      const name = n < 50 ? '诸葛兰' : `诸葛${surnames[n % surnames.length] ?? ''}${n % 7}`
      return wardDoc(`dpage${n}`, 'stranger', { name, kind: n % 3 === 0 ? 'care' : 'elder' })
    })
    await county.add('dependents', many)
    const names = (await pagesOf('诸葛')).map(({ id, name }) => ({ id, name }))
    expect(names.map(({ id }) => id).sort()).toEqual(many.map(({ _id }) => _id).sort())
    const inOrder = [...names].sort((a, b) => Buffer.compare(Buffer.from(a.name + a.id), Buffer.from(b.name + b.id)))
    expect(names.map(({ name }) => name)).toEqual(inOrder.map(({ name }) => name))
  })

  test('a page reads about as many as it shows, however many live there', async () => {
    await county.add(
      'dependents',
      Array.from({ length: 1000 }, (_, n) =>
        wardDoc(`dall${n}`, 'stranger', { name: `何${String(n).padStart(4, '0')}` }),
      ),
    )
    const first = await county.call('staff', 'elders', { communityId: 'east', search: '何', cursor: null })
    if (!first.ok) throw new Error('refused')
    expect(first.data.items).toHaveLength(20)
    const second = await county.call('staff', 'elders', { communityId: 'east', search: '何', cursor: first.data.next })
    for (const { stats } of [first, second]) {
      // The caller, a page and one more of each kind, names.
      expect(stats.docsExamined).toBeLessThanOrEqual(48)
      expect(stats.requests).toBeLessThanOrEqual(6)
    }
  })

  test('a cursor nobody gave begins at the beginning', async () => {
    expect(await list('诸葛', 'nonsense')).toEqual(await list('诸葛'))
  })

  test('is for those who work for that community alone', async () => {
    for (const openid of ['farStaff', 'leader', 'county', 'resident', 'unknown'])
      expect([openid, await county.refusalOf(openid, 'elders', { communityId: 'east' })]).toEqual([
        openid,
        'access.denied',
      ])
    expect(await county.refusalOf('staff', 'elders', { communityId: 'west' })).toBe('access.denied')
  })
})

describe('signed up by her community', () => {
  test('she has a seat under her name, it says by whom, and whoever looks for her knows; twice is once', async () => {
    const { id } = await enter()
    const { _id: activityId } = await county.activity(`st${made}`)
    const asked = { id, activityId }
    expect(await county.ask('staff', 'joinForElder', asked)).toEqual({ state: 'in', position: null })
    expect(await county.ask('staff', 'joinForElder', asked)).toEqual({ state: 'in', position: null })
    expect(await county.one('activities', activityId)).toMatchObject({ holders: [id], taken: 1, seatsLeft: 2 })
    const [row] = await county.find('signups', { activityId })
    expect(row).toMatchObject({ personId: id, by: personIdOf('staff'), isLookedFor: true, state: 'in' })
    expect(await auditOf(id)).toContainEqual(['station.join', personIdOf('staff')])
  })

  test('all rules of signing up hold: the full list, the post, the age, the end', async () => {
    const { id } = await enter()
    const join = (activityId: string, unit: string | null = null) =>
      county.call('staff', 'joinForElder', { id, activityId, unit })
    await county.activity(`full${made}`, { capacity: 1, holders: ['pother'], seatsLeft: 0, taken: 1 })
    expect(await join(`full${made}`)).toMatchObject({ data: { state: 'waiting', position: 1 } })
    await county.activity(`young${made}`, { ages: { from: null, to: 30 } })
    expect(await join(`young${made}`)).toMatchObject({ refusal: { refused: 'activity.age' } })
    const over = { startsAt: county.now() - 3 * hour, endsAt: county.now() - hour, closesAt: county.now() - hour }
    await county.activity(`over${made}`, over)
    expect(await join(`over${made}`)).toMatchObject({ refusal: { refused: 'activity.over' } })
    expect(await join('nothing')).toMatchObject({ refusal: { refused: 'access.gone' } })
  })

  test('what the activity asks of her is answered for her', async () => {
    const { id } = await enter()
    const questions = [{ id: 'q1', kind: 'text' as const, label: '忌口', options: [], required: true }]
    const { _id: activityId } = await county.activity(`asks${made}`, { questions })
    expect(await county.refusalOf('staff', 'joinForElder', { id, activityId })).toBe('activity.answers_missing')
    await county.ask('staff', 'joinForElder', { id, activityId, answers: { q1: '不吃辣' } })
    const [row] = await county.find('signups', { activityId })
    expect(row?.answers).toEqual({ q1: '不吃辣' })
  })

  test('a seat offered to her is kept by signing her up once more, and given back by cancelling', async () => {
    const startsAt = county.now() + 3 * hour
    const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt - hour }
    for (const isKept of [true, false]) {
      const { id } = await enter()
      // Somebody of her family can answer too, so that she is asked.
      await county.set('dependents', id, { keepers: [{ id: personIdOf('member'), called: '妈妈', since: 1 }] })
      const { _id: activityId } = await county.activity(`offer${made}`, { ...times, capacity: 1 })
      await county.ask('resident', 'join', { id: activityId })
      expect((await county.ask('staff', 'joinForElder', { id, activityId })).state).toBe('waiting')
      await county.ask('resident', 'leave', { id: activityId })
      const stateOf = async () => (await county.find('signups', { activityId, personId: id }))[0]?.state
      expect(await stateOf()).toBe('offered')
      if (isKept) expect((await county.ask('staff', 'joinForElder', { id, activityId })).state).toBe('in')
      else await county.ask('staff', 'leaveForElder', { id, activityId })
      expect(await stateOf()).toBe(isKept ? 'in' : 'left')
      expect((await county.one('activities', activityId)).holders).toEqual(isKept ? [id] : [])
    }
  })

  test('whoever asks for her sees what she is signed up for and is still to come, and no list does', async () => {
    const { id } = await enter()
    const { _id: activityId } = await county.activity(`coming${made}`)
    await county.ask('staff', 'joinForElder', { id, activityId })
    const seen = await county.ask('staff', 'elders', { communityId: 'east', id })
    expect(seen.items[0]?.coming).toEqual([expect.objectContaining({ activityId, state: 'in' })])
    await county.ask('staff', 'leaveForElder', { id, activityId })
    expect((await county.ask('staff', 'elders', { communityId: 'east', id })).items[0]?.coming).toEqual([])
    expect((await county.ask('staff', 'elders', { communityId: 'east' })).items[0]).not.toHaveProperty('coming')
  })

  test('she can be cancelled for as long as she could cancel, twice is once, and her family reads of each', async () => {
    const { id } = await enter()
    await county.set('dependents', id, { keepers: [{ id: personIdOf('neighbour'), called: '姑', since: 1 }] })
    const { _id: activityId } = await county.activity(`cancel${made}`, { title: '听评书' })
    const all = { id, activityId }
    await county.ask('staff', 'joinForElder', all)
    for (let n = 0; n < 2; n++) expect(await county.ask('staff', 'leaveForElder', all)).toEqual({})
    expect((await county.one('activities', activityId)).holders).toEqual([])
    await county.advance(1000)
    await county.ask('staff', 'joinForElder', all)
    const told = await county.find('messages', { personId: personIdOf('neighbour'), ward: id })
    expect(told.map(({ title }) => title).sort()).toEqual([
      ...['姑：社区给报了「听评书」', '姑：社区给报了「听评书」', '姑：社区给退了「听评书」'],
    ])
    expect(await auditOf(id)).toContainEqual(['station.leave', personIdOf('staff')])
    await county.set('activities', activityId, { cancelBy: county.now() - 1 })
    expect(await county.refusalOf('staff', 'leaveForElder', all)).toBe('activity.too_late_to_leave')
    const { id: kept1 } = await kept('何秀花')
    expect(await county.refusalOf('staff', 'leaveForElder', { ...all, id: kept1 })).toBe('family.not_yours')
  })

  test('one whom only her family entered is signed up by her family, also when a worker keeps her', async () => {
    const { id } = await kept('何秀兰')
    const { _id: activityId } = await county.activity(`fam${made}`)
    expect(await county.refusalOf('staff', 'joinForElder', { id, activityId })).toBe('family.not_yours')
    expect((await county.one('activities', activityId)).holders).toEqual([])
  })

  test('her family reads of it, once, unless it wants no messages', async () => {
    const { id } = await enter()
    const keepers = [
      { id: personIdOf('resident'), called: '妈妈', since: 1 },
      { id: personIdOf('member'), called: '奶奶', since: 2, may: { signUp: true, told: false } },
    ]
    await county.set('dependents', id, { keepers })
    const { _id: activityId } = await county.activity(`told${made}`, { title: '听听心跳' })
    for (let n = 0; n < 2; n++) await county.ask('staff', 'joinForElder', { id, activityId })
    const told = await county.find('messages', { ward: id })
    expect(told.map(({ personId, title }) => [personId, title])).toEqual([
      [personIdOf('resident'), '妈妈：社区给报了「听听心跳」'],
    ])
  })
})

describe('her family comes to it', () => {
  test('by an invitation a worker shows at the door; then it goes on with both', async () => {
    const { id } = await enter({ name: '郭素兰' })
    const { token } = await county.ask('staff', 'inviteForElder', { id })
    expect((await county.ask('staff', 'inviteForElder', { id })).token).toBe(token)
    expect(await county.ask('resident', 'previewKeeping', { token })).toMatchObject({
      name: '郭＊兰',
      from: 's＊＊＊f',
    })
    const hers = await county.ask('resident', 'acceptKeeping', { token, called: '妈妈', as: '女儿' })
    expect(hers).toMatchObject({ id, called: '妈妈', station: '柳湾社区', phone: '****4567' })
    expect(hers).toMatchObject({ canManage: false, canWithdraw: false, consent: { by: 'staff' } })
    expect(await county.refusalOf('member', 'acceptKeeping', { token, called: '婶' })).toBe('family.invite_over')
    const { _id: activityId } = await county.activity(`both${made}`, { capacity: 1, seatsLeft: 1 })
    expect(await county.refusalOf('resident', 'join', { id: activityId, people: [id] })).toBe('')
    expect(await county.ask('staff', 'joinForElder', { id, activityId })).toEqual({ state: 'in', position: null })
    expect(await county.refusalOf('resident', 'leave', { id: activityId, people: [id] })).toBe('')
    const [elder] = (await county.ask('staff', 'elders', { communityId: 'east', search: '郭素兰' })).items
    expect(elder).toMatchObject({ isOurs: true, keepers: [{ name: 'resident', as: '女儿', isMe: false }] })
    // It is the community that was told yes: the family lets go, the record stays.
    const refused = await county.call('resident', 'withdrawConsent', { id })
    expect(refused).toMatchObject({ refusal: { refused: 'family.given_by_other', facts: { name: '柳湾社区' } } })
    await county.ask('resident', 'letGo', { id })
    expect(await county.one('dependents', id)).toMatchObject({ keepers: [], station: 'east', name: '郭素兰' })
    expect((await county.one('people', personIdOf('resident'))).wards).toEqual([])
  })

  test('no worker takes an invitation she gave herself; another’s, if she is family', async () => {
    const { id } = await enter()
    const { token } = await county.ask('staff', 'inviteForElder', { id })
    expect(await county.refusalOf('staff', 'acceptKeeping', { token, called: '妈' })).toBe('access.denied')
    expect((await county.one('dependents', id)).keepers).toEqual([])
    await county.residents(['colleague'])
    expect(await county.refusalOf('colleague', 'acceptKeeping', { token, called: '妈' })).toBe('')
  })

  test('one whom her family entered is shared by her family, not by the community', async () => {
    const { keeper, id } = await kept('何秀梅')
    const reply = await county.call('staff', 'inviteForElder', { id })
    expect(reply).toMatchObject({ refusal: { refused: 'family.not_yours', facts: { entered: '何秀梅' } } })
    expect('refusal' in reply && sentence(reply.refusal).next).toBe('请照管的家人来办')
    expect((await county.one('dependents', id)).invite).toBeUndefined()
    expect(await county.refusalOf(keeper, 'inviteKeeper', { id })).toBe('')
  })

  test('an invitation of a worker who works there no more is void', async () => {
    await county.residents(['lapsed'])
    await county.set('people', personIdOf('lapsed'), { staffOf: ['east'] })
    const { id } = await enter()
    const { token } = await county.ask('lapsed', 'inviteForElder', { id })
    await county.set('people', personIdOf('lapsed'), { staffOf: [] })
    expect(await county.refusalOf('resident', 'acceptKeeping', { token, called: '妈' })).toBe('family.invite_over')
  })
})

describe('on her word', () => {
  test('what somebody may do for her is changed, and ended, also her own account; each concerned is told', async () => {
    const { keeper, id } = await kept('何秀英')
    const [self, keeperId] = [`self${made}`, personIdOf(keeper)]
    await county.residents([self])
    const { keepers } = await county.one('dependents', id)
    const hers = { id: personIdOf(self), called: '我', since: 2, isSelf: true }
    await county.set('dependents', id, { keepers: [...keepers, hers] })
    await county.set('people', personIdOf(self), { wards: [id] })
    const may = { signUp: false, told: true }
    const changed = await county.ask('staff', 'changeKeeper', { id, keeperId, may })
    expect(changed.keepers.map((each) => each.may)).toEqual([may, { signUp: true, told: true }])
    await county.ask('staff', 'changeKeeper', { id, keeperId: personIdOf(self), may: null })
    expect((await county.ask(self, 'family', {})).items).toEqual([])
    const told = await county.find('messages', { ward: id, kind: 'kept' })
    const to = (openid: string) => told.filter(({ personId }) => personId === personIdOf(openid))
    expect(to(keeper).map(({ body }) => body)).toContain(
      `柳湾社区按本人的意思改的：现在您不能给叫${id}报名，会收到叫${id}的消息。`,
    )
    expect(to(keeper).map(({ title }) => title)).toContain(`本人的微信不再照管叫${id}了`)
    expect(
      to(self)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['一位家人的旧消息', '您的档案不再连着这个微信'])
    expect((await auditOf(id)).filter(([action]) => action === 'family.rights')).toHaveLength(2)
  })

  test('when the last of her family is ended, the community acts for her', async () => {
    const { keeper, id } = await kept('何秀云')
    const ended = await county.ask('staff', 'changeKeeper', { id, keeperId: personIdOf(keeper), may: null })
    expect(ended).toMatchObject({ keepers: [], isOurs: true })
    expect((await county.ask(keeper, 'family', {})).items).toEqual([])
    const { _id: activityId } = await county.activity(`left${made}`)
    expect(await county.refusalOf(keeper, 'join', { id: activityId, people: [id] })).toBe('family.not_yours')
    expect(await county.refusalOf('staff', 'joinForElder', { id, activityId })).toBe('')
  })

  test('her data goes: seats, name, number, cards; her family is told', async () => {
    const { id } = await enter({ name: '郭素云' })
    const keepers = [{ id: personIdOf('neighbour'), called: '婆婆', since: 1 }]
    await county.set('dependents', id, { keepers })
    const { _id: activityId } = await county.activity(`bye${made}`)
    await county.ask('staff', 'joinForElder', { id, activityId })
    expect(await county.ask('staff', 'withdrawElder', { id })).toEqual({ givenUp: 1 })
    expect(await county.one('dependents', id)).toMatchObject({
      name: '',
      phone: '',
      born: null,
      consent: null,
      keepers: [],
    })
    expect((await county.one('activities', activityId)).holders).toEqual([])
    const told = await county.find('messages', { personId: personIdOf('neighbour'), kind: 'forgotten' })
    expect(told.map(({ body }) => body)).toEqual([
      '柳湾社区按本人的意思收回了同意，婆婆的资料已经删除，还没开始的报名也退掉了。',
    ])
    expect(await county.refusalOf('staff', 'withdrawElder', { id })).toBe('access.gone')
  })

  test('never by another community, by a leader or the county, and never for a child', async () => {
    const { id } = await enter()
    const child = (await kept('小乐', { kind: 'child', born: '2019-01' })).id
    const { _id: activityId } = await county.activity(`never${made}`)
    const keeperId = personIdOf(`keeper${made}`)
    const before = await county.find('dependents', { _id: { $in: [id, child] } })
    const all = async (openid: string, of: string) => [
      await county.refusalOf(openid, 'inviteForElder', { id: of }),
      await county.refusalOf(openid, 'joinForElder', { id: of, activityId }),
      await county.refusalOf(openid, 'leaveForElder', { id: of, activityId }),
      await county.refusalOf(openid, 'changeKeeper', { id: of, keeperId, may: null }),
      await county.refusalOf(openid, 'withdrawElder', { id: of }),
    ]
    for (const openid of ['farStaff', 'leader', 'county', 'resident', 'unknown'])
      expect([openid, ...new Set(await all(openid, id))]).toEqual([openid, 'access.denied'])
    expect([...new Set(await all('staff', child))]).toEqual(['access.gone'])
    expect(await county.find('dependents', { _id: { $in: [id, child] } })).toEqual(before)
  })
})
