// What becomes of a card when things change around it, and when its elder has a phone of her own.
import { County, day, formFor, hour, personIdOf } from './county'
import { alsoKeeps, answersTold, home, sentCard, stateOf, type Home } from './cards'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

describe('a card shows how things are now', () => {
  test('with the new time and place once the activity was moved, and is good as long as that', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    const startsAt = county.now() + 9 * day
    const place = { id: null, name: '西院凉亭', address: '', latitude: null, longitude: null }
    const form = formFor(county.now(), { startsAt, endsAt: startsAt + hour, closesAt: startsAt, place })
    await county.ask('leader', 'edit', { id: at.id, revision: 1, form })
    const { facts, until } = await county.ask(at.phone, 'openCard', { token })
    expect(facts).toMatchObject({ startsAt, place: { name: '西院凉亭' } })
    expect(until).toBe(startsAt + hour + day)
    await county.advance(4 * day)
    const said = await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect(said.mine).toMatchObject({ state: 'in' })
  })

  test('once it was called off it says why, and takes no answer', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    await county.ask('leader', 'cancel', { id: at.id, reason: '明天有大风' })
    const seen = await county.ask(at.phone, 'openCard', { token })
    expect(seen).toMatchObject({ facts: { state: 'cancelled', reason: '明天有大风' }, canAnswer: false })
    expect(await county.refusalOf(`other-${at.id}`, 'answerCard', { token, yes: true })).toBe('card.answered')
    const unanswered = await home(county, { state: 'cancelled', reason: '明天有大风' })
    await county.set('activities', unanswered.id, { state: 'published' })
    const text = await sentCard(county, unanswered)
    await county.set('activities', unanswered.id, { state: 'cancelled' })
    const reply = await county.call(unanswered.phone, 'answerCard', { token: text, yes: true })
    expect(reply).toMatchObject({ refusal: { refused: 'activity.called_off', facts: { reason: '明天有大风' } } })
  })

  test('a day after the activity it is over', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    const endsAt = county.now() - hour
    await county.set('activities', at.id, { state: 'ended', startsAt: endsAt - hour, endsAt })
    expect(await county.ask(at.phone, 'openCard', { token })).toMatchObject({ canAnswer: false })
    expect(await county.refusalOf(at.phone, 'answerCard', { token, yes: true })).toBe('activity.over')
    await county.set('activities', at.id, { startsAt: endsAt - day, endsAt: county.now() - day - 1 })
    expect(await county.refusalOf(at.phone, 'openCard', { token })).toBe('card.over')
  })

  test('once her consent was taken back it is over, and nobody can sign her up by it', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    await county.ask(at.daughter, 'withdrawConsent', { id: at.mother })
    for (const key of ['openCard', 'acceptCard'] as const)
      expect(await county.refusalOf(at.phone, key, { token })).toBe('card.over')
    expect(await county.refusalOf(at.phone, 'answerCard', { token, yes: true })).toBe('card.over')
    expect((await stateOf(county, at)).isIn).toBe(false)
  })

  test('once who sent it may not sign her up any more, or keeps her no more, it is over', async () => {
    for (const may of [{ signUp: false, told: true }, null]) {
      const at = await home(county)
      await alsoKeeps(county, at, `son-${at.id}`)
      const token = await sentCard(county, at)
      const { keepers } = await county.one('dependents', at.mother)
      const left = keepers.flatMap((each) =>
        each.id !== personIdOf(at.daughter) ? [each] : may ? [{ ...each, may }] : [],
      )
      await county.set('dependents', at.mother, { keepers: left })
      expect(await county.refusalOf(at.phone, 'openCard', { token })).toBe('card.over')
      expect(await county.refusalOf(at.phone, 'answerCard', { token, yes: true })).toBe('card.over')
    }
  })

  test('a text that was never given is over', async () => {
    expect(await county.refusalOf('resident', 'openCard', { token: 'a'.repeat(24) })).toBe('card.over')
    expect(await county.refusalOf('resident', 'openCard', { token: 'short' })).toBe('bad_input')
  })
})

describe('cards that were sent', () => {
  test('are seen with their answer by everybody who keeps her, and by nobody else', async () => {
    const at = await home(county)
    const son = `son-${at.id}`
    await alsoKeeps(county, at, son)
    const token = await sentCard(county, at)
    const sent = async (openid: string) => (await county.ask(openid, 'sentCards', { id: at.id })).items
    expect(await sent(son)).toEqual([
      { wardId: at.mother, called: '老妈', answer: 'none', openedAt: null, answeredAt: null },
    ])
    await county.ask(at.daughter, 'openCard', { token })
    expect((await sent(son))[0]?.openedAt).toBeNull()
    await county.ask(at.phone, 'openCard', { token })
    expect((await sent(at.daughter))[0]).toMatchObject({ called: '妈妈', openedAt: expect.any(Number) })
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect((await sent(son))[0]).toMatchObject({ answer: 'yes', answeredAt: expect.any(Number) })
    expect(await sent('resident')).toEqual([])
  })
})

describe('an account of her own', () => {
  test('sees who acts for her, is told from then on, and needs no name for it', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect(await county.ask(at.phone, 'acceptCard', { token })).toMatchObject({ you: 'self', answer: 'yes' })
    const { items } = await county.ask(at.phone, 'family', {})
    expect(items.map(({ id, isSelf }) => [id, isSelf])).toEqual([[at.mother, true]])
    expect(items[0]?.keepers.map(({ name, as, isSelf }) => [name, as, isSelf])).toEqual([
      ['梁文娟', '女儿', false],
      ['', '本人', true],
    ])
    expect(await county.one('people', personIdOf(at.phone))).toMatchObject({ name: '', wards: [at.mother] })
    const [kept] = await county.find('messages', { personId: personIdOf(at.daughter), kind: 'kept' })
    expect(kept?.title).toBe('妈妈用上自己的微信了')
    await county.ask('leader', 'cancel', { id: at.id, reason: '大风' })
    const { items: inbox } = await county.ask(at.phone, 'messages', {})
    expect(inbox.map(({ title }) => title)).toEqual([expect.stringContaining('一起扫扫咱们院')])
    expect(await county.ask(at.phone, 'openCard', { token })).toMatchObject({ you: 'self' })
  })

  test('is on record: who said so, when, and of whom, once', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    for (let n = 0; n < 2; n++) await county.ask(at.phone, 'acceptCard', { token })
    const notes = await county.find('audit', { about: at.mother })
    expect(notes).toMatchObject([{ action: 'card.accept', by: personIdOf(at.phone), changed: ['keepers'] }])
  })

  test('answers, cancels, signs up and sees her part in the app too, without a name; for itself it needs one', async () => {
    const startsAt = county.now() + 3 * hour
    const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt - hour }
    const at = await home(county, { ...times, capacity: 1 })
    const token = await sentCard(county, at)
    await county.ask('resident', 'join', { id: at.id })
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    await county.ask(at.phone, 'acceptCard', { token })
    await county.ask('resident', 'leave', { id: at.id })
    const hers = { id: at.id, people: [at.mother] }
    const page = await county.ask(at.phone, 'getActivity', { id: at.id })
    expect(page.ours).toMatchObject([{ id: at.mother, called: '我', mine: { state: 'offered' } }])
    expect(page.people.map(({ id, kind, called }) => [id, kind, called])).toEqual([[at.mother, 'elder', '我']])
    expect(await county.refusalOf(at.phone, 'answer', { ...hers, yes: true })).toBe('')
    const { items } = await county.ask(at.phone, 'myActivities', { which: 'coming' })
    expect(items.map(({ ours }) => ours.map(({ called, mine }) => [called, mine.state]))).toEqual([[['我', 'in']]])
    expect(await county.refusalOf(at.phone, 'leave', hers)).toBe('')
    expect(await county.refusalOf(at.phone, 'join', hers)).toBe('')
    expect((await stateOf(county, at)).row).toMatchObject({ by: personIdOf(at.phone), state: 'in' })
    for (const people of [[], [personIdOf(at.phone)], [personIdOf(at.phone), at.mother]])
      for (const [key, more] of [
        ['join', {}],
        ['leave', {}],
        ['answer', { yes: true }],
      ] as const)
        expect(await county.refusalOf(at.phone, key, { id: at.id, people, ...more })).toBe('access.profile_missing')
    const another = await home(county)
    expect(await county.refusalOf(at.phone, 'join', { id: at.id, people: [another.mother] })).toBe('family.not_yours')
  })

  test('for a week has no say over others, and who could before can take it away; after it all of that is hers', async () => {
    const [wrong, right] = [await home(county), await home(county)]
    for (const at of [wrong, right]) {
      await alsoKeeps(county, at, `son-${at.id}`)
      await county.ask(at.phone, 'acceptCard', { token: await sentCard(county, at) })
    }
    const end = (by: string, { mother: id }: Home, whom: string) =>
      county.refusalOf(by, 'changeRights', { id, keeperId: personIdOf(whom), may: null })
    const hers = async ({ phone }: Home) =>
      (await county.ask(phone, 'family', {})).items.map(({ canManage, canWithdraw }) => [canManage, canWithdraw])
    await county.advance(6 * day)
    expect(await hers(wrong)).toEqual([[false, false]])
    expect(await end(wrong.phone, wrong, wrong.daughter)).toBe('family.rights_of_other')
    expect(await county.refusalOf(wrong.phone, 'withdrawConsent', { id: wrong.mother })).toBe('family.given_by_other')
    expect(await end(wrong.daughter, wrong, wrong.phone)).toBe('')
    expect(await hers(wrong)).toEqual([])
    await county.advance(day)
    expect(await hers(right)).toEqual([[true, true]])
    expect(await end(right.daughter, right, right.phone)).toBe('family.rights_of_other')
    expect(await end(right.phone, right, `son-${right.id}`)).toBe('')
    expect(await county.refusalOf(right.phone, 'withdrawConsent', { id: right.mother })).toBe('')
    expect(await county.one('dependents', right.mother)).toMatchObject({ consent: null, keepers: [] })
  })

  test.each(['her family', 'the community'])(
    'taken away by %s does not come back by any card, and the card it answered opens no more',
    async (by) => {
      const at = await home(county)
      await alsoKeeps(county, at, `son-${at.id}`)
      const token = await sentCard(county, at)
      await county.ask(at.phone, 'answerCard', { token, yes: true })
      await county.ask(at.phone, 'acceptCard', { token })
      const ending = { id: at.mother, keeperId: personIdOf(at.phone), may: null }
      if (by === 'her family') await county.ask(at.daughter, 'changeRights', ending)
      else await county.ask('staff', 'changeKeeper', ending)
      for (const key of ['openCard', 'acceptCard'] as const)
        expect(await county.refusalOf(at.phone, key, { token })).toBe('card.over')
      expect(await county.refusalOf(at.phone, 'answerCard', { token, yes: false })).toBe('card.over')
      const another = (await county.ask(`son-${at.id}`, 'makeCard', { id: at.id, wardId: at.mother })).token
      const again = await sentCard(county, at)
      expect(again).not.toBe(token)
      for (const text of [again, another])
        expect(await county.refusalOf(at.phone, 'acceptCard', { token: text })).toBe('family.self_ended')
      expect((await county.one('dependents', at.mother)).keepers).toHaveLength(2)
      // The new card is good for her own phone.
      const own = `own-${at.id}`
      expect(await county.ask(own, 'acceptCard', { token: again })).toMatchObject({ you: 'self', answer: 'none' })
      const kept = await county.find('messages', { personId: personIdOf(at.daughter), kind: 'kept' })
      expect(kept.filter(({ title }) => title === '妈妈用上自己的微信了')).toHaveLength(2)
    },
  )

  test('that said itself that it is not hers may say otherwise on a new card, and the family is told again', async () => {
    const at = await home(county)
    await county.ask(at.phone, 'acceptCard', { token: await sentCard(county, at) })
    await county.ask(at.phone, 'changeRights', { id: at.mother, keeperId: personIdOf(at.phone), may: null })
    await county.advance(1000)
    await county.ask(at.phone, 'acceptCard', { token: await sentCard(county, at) })
    const kept = await county.find('messages', { personId: personIdOf(at.daughter), kind: 'kept' })
    expect(kept.filter(({ title }) => title === '妈妈用上自己的微信了')).toHaveLength(2)
  })

  test('keeps her card to herself, also when her answer is refused', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'acceptCard', { token })
    await county.set('activities', at.id, { state: 'closed' })
    expect(await county.refusalOf(at.phone, 'answerCard', { token, yes: true })).toBe('activity.closed')
    expect((await county.ask(`other-${at.id}`, 'openCard', { token })).you).toBe('stranger')
  })

  test('is told when another phone answers for her', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'acceptCard', { token })
    await county.ask(at.daughter, 'answerCard', { token, yes: true })
    expect(await answersTold(county, at.phone)).toEqual(['家里人替您报了「一起扫扫咱们院」'])
  })

  test('accepted twice, or cut off and accepted again, is hers once', async () => {
    for (const after of [0, 1, 2, 3]) {
      const at = await home(county)
      const token = await sentCard(county, at)
      await county.call(at.phone, 'acceptCard', { token }, after).catch(() => null)
      await Promise.all([1, 2].map(() => county.ask(at.phone, 'acceptCard', { token })))
      const { keepers } = await county.one('dependents', at.mother)
      expect(keepers.map((each) => [each.called, each.isSelf === true])).toEqual([
        ['妈妈', false],
        ['我', true],
      ])
      expect((await county.one('people', personIdOf(at.phone))).wards).toEqual([at.mother])
      expect(await county.find('messages', { personId: personIdOf(at.daughter), kind: 'kept' })).toHaveLength(1)
    }
  })

  test('is one alone, and never that of somebody who keeps her', async () => {
    const at = await home(county)
    const son = `son-${at.id}`
    await alsoKeeps(county, at, son)
    const [token, other] = [
      await sentCard(county, at),
      (await county.ask(son, 'makeCard', { id: at.id, wardId: at.mother })).token,
    ]
    expect(await county.refusalOf(son, 'acceptCard', { token })).toBe('access.denied')
    await county.ask(at.phone, 'acceptCard', { token })
    expect(await county.refusalOf(`other-${at.id}`, 'acceptCard', { token: other })).toBe('family.self_taken')
    expect((await county.ask(`other-${at.id}`, 'openCard', { token: other })).you).toBe('new')
    expect((await county.one('dependents', at.mother)).keepers).toHaveLength(3)
  })

  test('of ten who say that they are she is exactly one', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    const all = Array.from({ length: 10 }, (_, n) => `${at.phone}-${n}`)
    const replies = await Promise.all(all.map((each) => county.refusalOf(each, 'acceptCard', { token })))
    expect(replies.filter((each) => each === '')).toHaveLength(1)
    const { keepers } = await county.one('dependents', at.mother)
    expect(keepers.filter((each) => each.isSelf).map((each) => each.id)).toEqual([
      personIdOf(all[replies.indexOf('')] ?? ''),
    ])
  })
})
