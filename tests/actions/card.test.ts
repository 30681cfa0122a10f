// 给家里老人: a card that signs her up with one tap, on the genuine SDK and a local cloud. Rules: docs/rules-card.md.
import { County, day, hour, personIdOf } from './county'
import { alsoKeeps, answersTold, home, sentCard, stateOf } from './cards'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

describe('a card', () => {
  test('signs her up under her own name with one tap, as who sent it would', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    const seen = await county.ask(at.phone, 'openCard', { token })
    expect(seen).toMatchObject({
      from: { as: '女儿', name: '文娟' },
      called: '妈妈',
      answer: 'none',
      mine: null,
      canAnswer: true,
      you: 'new',
    })
    expect(seen.facts).toMatchObject({
      id: at.id,
      title: '一起扫扫咱们院',
      state: 'published',
      bring: ['手套'],
      unit: '',
    })
    const said = await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect(said).toMatchObject({ answer: 'yes', mine: { state: 'in' }, canAnswer: true, you: 'hand', called: '妈妈' })
    expect(await stateOf(county, at)).toEqual({
      isIn: true,
      isWaiting: false,
      row: { state: 'in', by: personIdOf(at.daughter), isLookedFor: true },
      answer: 'yes',
      isDone: true,
      answeredBy: personIdOf(at.phone),
    })
    expect(await county.find('people', { _id: personIdOf(at.phone) })).toEqual([])
  })

  test('opens without login and without a name, also for a phone that WeChat names nobody for', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    expect(await county.ask('', 'openCard', { token })).toMatchObject({ called: '妈妈', canAnswer: false, you: 'new' })
    expect(await county.refusalOf('', 'answerCard', { token, yes: true })).toBe('access.denied')
    expect(await county.refusalOf('', 'acceptCard', { token })).toBe('access.denied')
    expect(await stateOf(county, at)).toMatchObject({ isIn: false, answeredBy: '' })
  })

  test('is one for each person, activity and sender, and keeps its text when it is made again', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    expect(await sentCard(county, at, { as: '儿媳' })).toBe(token)
    expect((await county.ask(at.phone, 'openCard', { token })).from.as).toBe('儿媳')
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect(await sentCard(county, at, { as: '邻居' })).toBe(token)
    expect((await county.ask(at.phone, 'openCard', { token })).from.as).toBe('儿媳')
    expect(await county.find('cards', { wardId: at.mother })).toHaveLength(1)
  })

  test('remembers what who sends it is to her', async () => {
    const at = await home(county)
    await sentCard(county, at)
    await county.activity(`${at.id}b`)
    const input = { id: `${at.id}b`, wardId: at.mother }
    expect(await county.ask(at.daughter, 'makeCard', input)).toMatchObject({ as: '女儿', called: '妈妈' })
    expect((await county.ask(at.daughter, 'family', {})).items[0]?.keepers[0]?.as).toBe('女儿')
  })

  test('is not sent by a stranger, or by one who may not sign her up any more', async () => {
    const at = await home(county)
    const input = { id: at.id, wardId: at.mother }
    expect(await county.refusalOf('resident', 'makeCard', input)).toBe('family.not_yours')
    await alsoKeeps(county, at, `son-${at.id}`, { may: { signUp: false, told: true } })
    expect(await county.refusalOf(`son-${at.id}`, 'makeCard', input)).toBe('family.not_yours')
  })

  test('is not for children', async () => {
    const at = await home(county, {}, { kind: 'child', born: '2018-05' })
    const input = { id: at.id, wardId: at.mother }
    expect(await county.refusalOf(at.daughter, 'makeCard', input)).toBe('card.not_for_children')
  })

  test('is not sent for what is over or called off', async () => {
    const off = await home(county, { state: 'cancelled', reason: '大风' })
    const over = await home(county, { state: 'ended', endsAt: county.now() - hour })
    for (const [at, no] of [
      [off, 'activity.called_off'],
      [over, 'activity.over'],
    ] as const)
      expect(await county.refusalOf(at.daughter, 'makeCard', { id: at.id, wardId: at.mother })).toBe(no)
  })

  test('brings her post and the answers the family gave, so that she types nothing', async () => {
    const now = county.now()
    const unit = { id: 'u1', kind: 'slot' as const, name: '九点', capacity: 2, role: 'guest' as const, skills: '' }
    const at = await home(county, {
      units: [{ ...unit, startsAt: now + 2 * day, endsAt: now + 2 * day + hour }],
      seats: { u1: { left: 2, waiting: 0, holders: [], line: [] } },
      questions: [{ id: 'q1', kind: 'text', label: '有什么病', options: [], required: true }],
      capacity: 2,
    })
    const input = { id: at.id, wardId: at.mother }
    expect(await county.refusalOf(at.daughter, 'makeCard', input)).toBe('activity.needs_unit')
    expect(await county.refusalOf(at.daughter, 'makeCard', { ...input, unit: 'u2' })).toBe('activity.unit_gone')
    expect(await county.refusalOf(at.daughter, 'makeCard', { ...input, unit: 'u1' })).toBe('activity.answers_missing')
    const token = await sentCard(county, at, { unit: 'u1', answers: { q1: '血压高' } })
    const seen = await county.ask(at.phone, 'openCard', { token })
    expect(seen.facts).toMatchObject({ unit: '九点', startsAt: now + 2 * day, endsAt: now + 2 * day + hour })
    expect(JSON.stringify(seen)).not.toContain('血压高')
    // WeChat's check of words is down: they were checked when the card was made.
    await county.checks({ textDown: true })
    const said = await county.ask(at.phone, 'answerCard', { token, yes: true })
    await county.checks({ textDown: false })
    expect(said.mine).toMatchObject({ state: 'in', unit: 'u1' })
    const [row] = await county.find('signups', { activityId: at.id })
    expect(row).toMatchObject({ unit: 'u1', answers: { q1: '血压高' } })
  })
})

describe('whoever answers', () => {
  test('first is the only one besides those who keep her, and a stranger then sees nothing of her', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    const seen = await county.ask(`other-${at.id}`, 'openCard', { token })
    expect(seen).toMatchObject({ you: 'stranger', called: '', mine: null, answer: 'none', canAnswer: false })
    expect(seen.from).toEqual({ as: '', name: '' })
    expect(await county.refusalOf(`other-${at.id}`, 'answerCard', { token, yes: false })).toBe('card.answered')
    expect(await county.refusalOf(`other-${at.id}`, 'acceptCard', { token })).toBe('card.answered')
    expect(await stateOf(county, at)).toMatchObject({ isIn: true, answer: 'yes' })
  })

  test('and a stranger sees the whole activity, not her post or her times', async () => {
    const startsAt = county.now() + 2 * day
    const slot = { kind: 'slot' as const, name: '十点', capacity: 2, role: 'guest' as const, skills: '' }
    const at = await home(county, {
      ...{ startsAt, endsAt: startsAt + 3 * hour, capacity: 2 },
      units: [{ id: 'u1', ...slot, startsAt: startsAt + hour, endsAt: startsAt + 2 * hour }],
      seats: { u1: { left: 2, waiting: 0, holders: [], line: [] } },
    })
    const token = await sentCard(county, at, { unit: 'u1' })
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    const factsFor = async (openid: string) => (await county.ask(openid, 'openCard', { token })).facts
    expect(await factsFor(at.phone)).toMatchObject({ unit: '十点', startsAt: startsAt + hour })
    expect(await factsFor(`other-${at.id}`)).toMatchObject({ unit: '', startsAt, endsAt: startsAt + 3 * hour })
  })

  test('of ten strangers to whom the card was forwarded is exactly one, however fast they tap', async () => {
    const at = await home(county, { capacity: 20 })
    const token = await sentCard(county, at)
    const strangers = Array.from({ length: 10 }, (_, n) => `${at.phone}-${n}`)
    const replies = await Promise.all(
      strangers.map((each, n) => county.refusalOf(each, 'answerCard', { token, yes: n % 3 > 0 })),
    )
    expect(replies.filter((each) => each === '')).toHaveLength(1)
    expect(replies.filter((each) => each === 'card.answered')).toHaveLength(9)
    const first = strangers[replies.indexOf('')] ?? ''
    const isYes = replies.indexOf('') % 3 > 0
    expect(await stateOf(county, at)).toMatchObject({
      answeredBy: personIdOf(first),
      answer: isYes ? 'yes' : 'no',
      isIn: isYes,
    })
    expect(await answersTold(county, at.daughter)).toHaveLength(1)
  })

  test('and taps twice at once has one seat, and her family hears it once', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    const taps = Array.from({ length: 3 }, () => county.ask(at.phone, 'answerCard', { token, yes: true }))
    for (const said of await Promise.all(taps)) expect(said).toMatchObject({ answer: 'yes', mine: { state: 'in' } })
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect((await county.one('activities', at.id)).holders).toEqual([at.mother])
    expect(await answersTold(county, at.daughter)).toEqual(['妈妈说：我去「一起扫扫咱们院」'])
    expect((await county.one('people', personIdOf(at.daughter))).unread).toBe(1)
  })

  test('may say no and yes again as long as she could cancel, and each is told', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    for (const yes of [true, false, true]) {
      const said = await county.ask(at.phone, 'answerCard', { token, yes })
      expect([said.answer, said.mine !== null]).toEqual(yes ? ['yes', true] : ['no', false])
      expect((await county.one('activities', at.id)).holders).toEqual(yes ? [at.mother] : [])
      await county.advance(1000)
    }
    expect(await answersTold(county, at.daughter)).toEqual([
      '妈妈说：我去「一起扫扫咱们院」',
      '妈妈这次不去「一起扫扫咱们院」',
      '妈妈说：我去「一起扫扫咱们院」',
    ])
  })

  test('no without a seat costs nobody anything, and is told too', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    expect(await county.ask(at.phone, 'answerCard', { token, yes: false })).toMatchObject({ answer: 'no', mine: null })
    expect(await county.find('signups', { activityId: at.id })).toEqual([])
    expect(await answersTold(county, at.daughter)).toEqual(['妈妈这次不去「一起扫扫咱们院」'])
  })

  test('from the family takes the card from nobody', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    expect((await county.ask(at.daughter, 'openCard', { token })).you).toBe('keeper')
    await county.ask(at.daughter, 'answerCard', { token, yes: false })
    expect(await county.ask(at.phone, 'openCard', { token })).toMatchObject({
      you: 'new',
      canAnswer: true,
      answer: 'no',
    })
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    await county.ask(at.daughter, 'answerCard', { token, yes: false })
    expect(await stateOf(county, at)).toMatchObject({ isIn: false, answer: 'no', answeredBy: personIdOf(at.phone) })
    expect(await county.ask(at.phone, 'openCard', { token })).toMatchObject({ you: 'hand', canAnswer: true })
  })

  test('is heard by everybody who keeps her and wants to know, and not told her own answer', async () => {
    const at = await home(county)
    const [son, cousin] = [`son-${at.id}`, `cousin-${at.id}`]
    await alsoKeeps(county, at, son)
    await alsoKeeps(county, at, cousin, { may: { signUp: true, told: false } })
    const token = await sentCard(county, at)
    await county.ask(son, 'answerCard', { token, yes: true })
    expect(await answersTold(county, at.daughter)).toEqual(['家里人替妈妈报了「一起扫扫咱们院」'])
    expect(await answersTold(county, son)).toEqual([])
    expect(await answersTold(county, cousin)).toEqual([])
    await county.advance(1000)
    await county.ask(at.phone, 'answerCard', { token, yes: false })
    expect(await answersTold(county, son)).toEqual(['老妈这次不去「一起扫扫咱们院」'])
    expect(await answersTold(county, at.phone)).toEqual([])
  })

  test('is heard in WeChat too by who allowed it, in words that fit', async () => {
    const at = await home(county)
    await county.allow(at.daughter, ['family'])
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    const [letter, ...others] = await county.received(at.daughter)
    expect([letter?.templateId, others]).toEqual(['stand-in-family', []])
    expect(letter?.data).toMatchObject({ thing1: '妈妈', thing2: '一起扫扫咱们院', thing4: '我去，已经报上了' })
  })

  test('who may not sign her up cannot answer either', async () => {
    const at = await home(county)
    const son = `son-${at.id}`
    await alsoKeeps(county, at, son, { may: { signUp: false, told: true } })
    const token = await sentCard(county, at)
    expect(await county.ask(son, 'openCard', { token })).toMatchObject({ you: 'keeper', canAnswer: false })
    expect(await county.refusalOf(son, 'answerCard', { token, yes: true })).toBe('family.not_yours')
  })
})
