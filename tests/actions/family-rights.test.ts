// What each who keeps somebody may do, and who ends or changes it: on the genuine SDK and a local cloud.
import { sentence } from '../../cloudfunctions/core/contract'
import { County, day, personIdOf } from './county'
import { family, wardDoc } from './families'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
const none = { signUp: false, told: false }
const onlyTold = { signUp: false, told: true }
const onlySigns = { signUp: true, told: false }

/** A mother with a daughter, who agreed, a son, and, when wanted, an account of her own. */
async function aFamily({ hasSelf = false } = {}) {
  made += 1
  const [daughter, son, mother, id] = [`daughter${made}`, `son${made}`, `mother${made}`, `dm${made}`]
  const keepers = [
    { id: personIdOf(daughter), called: '妈妈', since: 1, as: '女儿' },
    { id: personIdOf(son), called: '老妈', since: 2 },
    ...(hasSelf ? [{ id: personIdOf(mother), called: '我', since: 3, as: '本人', isSelf: true }] : []),
  ]
  await family(county, daughter, [wardDoc(id, daughter, { keepers, name: '何秀兰' })])
  await county.residents([son, mother])
  for (const openid of hasSelf ? [son, mother] : [son]) await county.set('people', personIdOf(openid), { wards: [id] })
  // An account that accepted a card never said its name.
  await county.set('people', personIdOf(mother), { name: '' })
  return { daughter, son, mother, id }
}

const rightsOf = async (id: string) => (await county.one('dependents', id)).keepers.map(({ id, may }) => [id, may])
const toldTo = async (openid: string) =>
  (await county.find('messages', { personId: personIdOf(openid), kind: 'kept' })).map(({ title }) => title)
/** Everything by which an account could act for her, or see her. */
async function reachOf(openid: string, id: string, activityId: string) {
  const people = [id]
  return {
    join: await county.refusalOf(openid, 'join', { id: activityId, people }),
    leave: await county.refusalOf(openid, 'leave', { id: activityId, people }),
    answer: await county.refusalOf(openid, 'answer', { id: activityId, people, yes: true }),
    save: await county.refusalOf(openid, 'saveDependent', {
      ...{ id, key: 'k', name: '何秀兰', called: '妈', kind: 'elder', born: null, phone: null, consent: true },
    }),
    invite: await county.refusalOf(openid, 'inviteKeeper', { id }),
    hours: await county.refusalOf(openid, 'myHours', { personId: id }),
    isSeen: /何秀兰/.test(
      JSON.stringify([
        await county.call(openid, 'family', {}),
        await county.call(openid, 'getActivity', { id: activityId }),
        await county.call(openid, 'myPasses', { id: activityId }),
      ]),
    ),
  }
}

describe('what she may do is changed', () => {
  test('by who gave the consent; the one concerned and the others are told once, and all see it', async () => {
    const { daughter, son, id } = await aFamily()
    const change = { id, keeperId: personIdOf(son), may: onlyTold }
    const { item } = await county.ask(daughter, 'changeRights', change)
    expect(item?.keepers.map(({ name, as, may }) => [name, as, may.signUp, may.told])).toEqual([
      [daughter, '女儿', true, true],
      [son, '', false, true],
    ])
    expect(await county.ask(daughter, 'changeRights', change)).toEqual({ item })
    expect(await toldTo(son)).toEqual(['您给老妈能办的事有变化'])
    expect(await toldTo(daughter)).toEqual([])
    const [seen] = (await county.ask(son, 'family', {})).items
    expect(seen).toMatchObject({ id, canManage: false, isSelf: false, canWithdraw: false })
  })

  test('not by anybody else: another keeper is refused, to a stranger she is not there', async () => {
    const { daughter, son, id } = await aFamily()
    const before = await county.one('dependents', id)
    const change = { id, keeperId: personIdOf(daughter), may: none }
    expect(await county.refusalOf(son, 'changeRights', change)).toBe('family.rights_of_other')
    expect(await county.refusalOf(son, 'changeRights', { ...change, may: null })).toBe('family.rights_of_other')
    expect(await county.refusalOf(son, 'changeRights', { ...change, keeperId: personIdOf(son) })).toBe(
      'family.rights_of_other',
    )
    for (const openid of ['stranger', 'staff', 'unknown']) {
      expect(await county.refusalOf(openid, 'changeRights', change)).toBe('access.gone')
    }
    expect(await county.one('dependents', id)).toEqual(before)
  })

  test('nobody who does not keep her gets a right by it', async () => {
    const { daughter, id } = await aFamily()
    const stranger = { id, keeperId: personIdOf('resident'), may: { signUp: true, told: true } }
    expect(await county.refusalOf(daughter, 'changeRights', stranger)).toBe('access.gone')
    expect((await county.ask(daughter, 'changeRights', { ...stranger, may: null })).item?.keepers).toHaveLength(2)
    expect(await county.find('messages', { personId: personIdOf('resident') })).toEqual([])
  })

  test('once she has an account of her own it is hers alone, and nobody takes that one away', async () => {
    const { daughter, son, mother, id } = await aFamily({ hasSelf: true })
    const toSon = { id, keeperId: personIdOf(son), may: onlySigns }
    expect(await county.refusalOf(daughter, 'changeRights', toSon)).toBe('family.rights_of_other')
    expect(await county.refusalOf(daughter, 'changeRights', { id, keeperId: personIdOf(mother), may: null })).toBe(
      'family.rights_of_other',
    )
    const { item } = await county.ask(mother, 'changeRights', toSon)
    expect(item).toMatchObject({ called: '我', isSelf: true, canManage: true, canWithdraw: true })
    expect(await rightsOf(id)).toContainEqual([personIdOf(son), onlySigns])
    const [told] = await county.find('messages', { personId: personIdOf(son), kind: 'kept' })
    expect(told?.body).toBe('本人改的：现在您可以给老妈报名，不会收到老妈的消息。')
    expect(await toldTo(daughter)).toEqual([`${son}给妈妈能办的事有变化`])
  })
})

describe('who may not change it is told who can', () => {
  const saidTo = async (openid: string, id: string) => {
    const change = { id, keeperId: personIdOf('another'), may: none }
    const reply = await county.call(openid, 'changeRights', change)
    return 'refusal' in reply ? sentence(reply.refusal) : null
  }

  test('who gave the consent, that it is hers now; another of the family, that it is for who gave it', async () => {
    const { daughter, son, id } = await aFamily({ hasSelf: true })
    expect(await saidTo(daughter, id)).toEqual({ why: '这要由本人在自己的微信上来改', next: '等不及的话，打给社区' })
    const other = await aFamily()
    expect((await saidTo(other.son, other.id))?.why).toBe('这要由当初同意记下的家人来改')
    await county.set('dependents', other.id, {
      station: 'east',
      consent: { at: 1, by: 'pworker', version: 1, asGuardian: false },
    })
    expect((await saidTo(other.son, other.id))?.why).toBe('这要由社区按本人的意思来改')
    expect((await saidTo(son, id))?.why).toContain('本人')
  })

  test('her own account in its first week, from when on; nor does it let another in before', async () => {
    const { mother, id } = await aFamily({ hasSelf: true })
    const { keepers } = await county.one('dependents', id)
    const since = county.now() - day
    await county.set('dependents', id, { keepers: keepers.map((each) => ({ ...each, ...(each.isSelf && { since }) })) })
    await county.set('people', personIdOf(mother), { name: '何秀兰' })
    expect((await saidTo(mother, id))?.why).toBe('这个微信连上满七天，才能改谁来帮忙')
    expect(await county.refusalOf(mother, 'inviteKeeper', { id })).toBe('family.rights_of_other')
    await county.set('dependents', id, { keepers })
    expect(await county.refusalOf(mother, 'inviteKeeper', { id })).toBe('')
  })
})

describe('one who may only look', () => {
  test('sees her, and neither signs her up, cancels, answers, changes nor invites', async () => {
    const { daughter, son, id } = await aFamily()
    const { _id: activityId } = await county.activity(`look${made}`)
    await county.ask(daughter, 'join', { id: activityId, people: [id] })
    await county.ask(daughter, 'changeRights', { id, keeperId: personIdOf(son), may: onlyTold })
    const no = 'family.not_yours'
    const expected = { join: no, leave: no, answer: no, save: no, invite: no, hours: '', isSeen: true }
    expect(await reachOf(son, id, activityId)).toEqual(expected)
    const page = await county.ask(son, 'getActivity', { id: activityId })
    const hers = page.people.find((each) => each.id === id)
    expect(hers).toMatchObject({ mine: { state: 'in' }, no: { refused: no, facts: { name: '老妈' } } })
    expect((await county.one('activities', activityId)).holders).toEqual([id])
    await county.ask(daughter, 'changeRights', { id, keeperId: personIdOf(son), may: { signUp: true, told: true } })
    expect(await county.refusalOf(son, 'leave', { id: activityId, people: [id] })).toBe('')
  })

  test('comes to a series for her neither', async () => {
    const { daughter, son, id } = await aFamily()
    const series = {
      ...{ _id: `s${made}`, teamId: 'green', communityId: 'east', title: '课', meetings: 1, regulars: [id] },
      ...{ rule: { weekdays: [1], from: '2026-11-23', to: '2026-11-30', skip: [] }, revision: 1, createdBy: 'p' },
      createdAt: 1,
    }
    const meeting = await county.activity(`meeting${made}`, { seriesId: series._id, meeting: 1 })
    const { form } = await county.ask('leader', 'getForm', { id: meeting._id })
    await county.add('series', [{ ...series, form }])
    await county.ask(daughter, 'changeRights', { id, keeperId: personIdOf(son), may: onlyTold })
    const people = [id]
    expect(await county.refusalOf(son, 'joinSeries', { id: series._id, people, meetings: null })).toBe(
      'family.not_yours',
    )
    expect(await county.refusalOf(son, 'leaveSeries', { id: series._id, people })).toBe('family.not_yours')
    expect((await county.one('series', series._id)).regulars).toEqual([id])
  })

  test('an invitation given before is void, so that nobody comes in by it', async () => {
    const { daughter, son, id } = await aFamily()
    const { token } = await county.ask(son, 'inviteKeeper', { id })
    await county.ask(daughter, 'changeRights', { id, keeperId: personIdOf(son), may: onlyTold })
    expect(await county.refusalOf('resident', 'previewKeeping', { token })).toBe('family.invite_over')
    expect(await county.refusalOf('resident', 'acceptKeeping', { token, called: '阿姨' })).toBe('family.invite_over')
  })

  test('one who wants no messages gets none of hers', async () => {
    const { daughter, son, id } = await aFamily()
    await county.ask(daughter, 'changeRights', { id, keeperId: personIdOf(son), may: onlySigns })
    const { _id: activityId } = await county.activity(`quiet${made}`)
    await county.ask(son, 'join', { id: activityId, people: [id] })
    await county.ask('leader', 'cancel', { id: activityId, reason: '下雨' })
    const titlesOf = async (openid: string) =>
      (await county.find('messages', { personId: personIdOf(openid), kind: 'cancelled' })).length
    expect([await titlesOf(daughter), await titlesOf(son)]).toEqual([1, 0])
  })
})

describe('each concerned is told', () => {
  test('of every change, also of several on one day, so that the last one told is how it is', async () => {
    const { daughter, son, mother, id } = await aFamily({ hasSelf: true })
    for (const may of [onlyTold, onlySigns, onlyTold])
      await county.ask(mother, 'changeRights', { id, keeperId: personIdOf(son), may })
    const bodies = await county.find('messages', { personId: personIdOf(son), kind: 'kept' })
    const said = bodies.sort((a, b) => a.at - b.at).map(({ body }) => body.slice(5, 17))
    expect(said).toEqual(['现在您不能给老妈报名，会', '现在您可以给老妈报名，不', '现在您不能给老妈报名，会'])
    expect(await toldTo(daughter)).toHaveLength(3)
  })

  test('of a change that was cut off, once it is repeated, and once', async () => {
    for (const cut of [1, 2, 3, 4, 5]) {
      const { daughter, son, mother, id } = await aFamily({ hasSelf: true })
      const change = { id, keeperId: personIdOf(son), may: onlyTold }
      await county.call(mother, 'changeRights', change, cut).catch(() => null)
      await county.ask(mother, 'changeRights', change)
      expect([cut, await toldTo(son)]).toEqual([cut, ['您给老妈能办的事有变化']])
      expect([cut, await toldTo(daughter)]).toEqual([cut, [`${son}给妈妈能办的事有变化`]])
    }
  })

  test('when somebody goes by herself, by either way, also cut off, or is forgotten, and then without her name', async () => {
    for (const [way, cut] of [
      ['letGo', 0],
      ['letGo', 2],
      ['letGo', 3],
      ['rights', 0],
      ['erased', 0],
    ] as const) {
      const { daughter, son, id } = await aFamily()
      if (way === 'letGo') {
        if (cut) await county.call(son, 'letGo', { id }, cut).catch(() => null)
        await county.ask(son, 'letGo', { id })
      } else if (way === 'rights') await county.ask(son, 'changeRights', { id, keeperId: personIdOf(son), may: null })
      else await county.ask(son, 'eraseMe', { sure: true })
      expect([way, cut, await toldTo(daughter)]).toEqual([
        ...[way, cut, [`${way === 'erased' ? '一位家人' : son}不再照管妈妈了`]],
      ])
      expect(await toldTo(son)).toEqual([])
      expect(await county.one('dependents', id)).not.toHaveProperty('parting')
    }
  })

  test('and nobody of what was refused: that the last one goes', async () => {
    const { daughter, son, id } = await aFamily()
    const go = (openid: string) => county.refusalOf(openid, 'letGo', { id })
    const refused = await Promise.all([go(daughter), go(son)])
    const told = await county.find('messages', { about: id })
    expect(told.map(({ personId }) => personId)).toEqual([personIdOf(refused[0] ? daughter : son)])
  })
})

describe('who left or was ended', () => {
  const nothing = {
    ...{ join: 'family.not_yours', leave: 'family.not_yours', answer: 'family.not_yours', save: 'access.gone' },
    ...{ invite: 'access.gone', hours: 'family.not_yours', isSeen: false },
  }

  test('acts for her no more from that moment, sees nothing of her, and both sides are told', async () => {
    const { daughter, son, id } = await aFamily({ hasSelf: true })
    const { _id: activityId } = await county.activity(`ended${made}`)
    await county.ask(son, 'join', { id: activityId, people: [id] })
    const { token } = await county.ask(son, 'inviteKeeper', { id })
    const ending = { id, keeperId: personIdOf(son), may: null }
    const { item } = await county.ask(`mother${made}`, 'changeRights', ending)
    expect(item?.keepers.map(({ name, as }) => name || as)).toEqual([daughter, '本人'])
    expect(await reachOf(son, id, activityId)).toEqual(nothing)
    expect(await county.refusalOf('resident', 'acceptKeeping', { token, called: '阿姨' })).toBe('family.invite_over')
    expect((await county.one('people', personIdOf(son))).wards).toEqual([])
    // Her seat is hers, whoever took it.
    expect((await county.one('activities', activityId)).holders).toEqual([id])
    expect(await county.ask(`mother${made}`, 'changeRights', ending)).toEqual({ item })
    expect(await toldTo(son)).toEqual(['您不再照管老妈了'])
    expect(await toldTo(daughter)).toEqual([`${son}不再照管妈妈了`])
  })

  test('the same when she goes by herself, by either way', async () => {
    for (const way of ['letGo', 'rights']) {
      const { son, id } = await aFamily()
      const { _id: activityId } = await county.activity(`gone${made}`)
      if (way === 'letGo') await county.ask(son, 'letGo', { id })
      else
        expect(await county.ask(son, 'changeRights', { id, keeperId: personIdOf(son), may: null })).toEqual({
          item: null,
        })
      expect([way, await reachOf(son, id, activityId)]).toEqual([way, nothing])
    }
  })

  test('the last one cannot go, also not at the same moment as the other', async () => {
    const { daughter, son, id } = await aFamily()
    const go = (openid: string) =>
      county.refusalOf(openid, 'changeRights', { id, keeperId: personIdOf(openid), may: null })
    expect((await Promise.all([go(daughter), go(son)])).sort()).toEqual(['', 'family.last_keeper'])
    const [left] = (await county.one('dependents', id)).keepers
    const openid = left?.id === personIdOf(son) ? son : daughter
    expect(await go(openid)).toBe('family.last_keeper')
    expect((await county.ask(openid, 'family', {})).items).toHaveLength(1)
    expect((await county.one('people', personIdOf(openid))).wards).toEqual([id])
  })

  test('cut off anywhere, the repeated call ends it, tells once, and leaves no way to her between', async () => {
    for (const cut of [1, 2, 3, 4, 5, 6]) {
      const { daughter, son, id } = await aFamily()
      const { _id: activityId } = await county.activity(`cut${made}`)
      const ending = { id, keeperId: personIdOf(son), may: null }
      await county.call(daughter, 'changeRights', ending, cut).catch(() => null)
      // Only promised so far: the timer ends it.
      if (cut === 1) await county.mend()
      if (cut === 1) await county.mend()
      expect([cut, await county.refusalOf(son, 'join', { id: activityId, people: [id] })]).toEqual([
        cut,
        'family.not_yours',
      ])
      await county.ask(daughter, 'changeRights', ending)
      expect([cut, await reachOf(son, id, activityId)]).toEqual([cut, nothing])
      expect([cut, await toldTo(son)]).toEqual([cut, ['您不再照管老妈了']])
    }
  }, 60_000)
})

describe('an account of her own', () => {
  test('without a name sees who acts for her, and takes the consent back herself', async () => {
    const { daughter, mother, id } = await aFamily({ hasSelf: true })
    const { items } = await county.ask(mother, 'family', {})
    expect(items).toMatchObject([{ id, called: '我', isSelf: true, canManage: true, canWithdraw: true }])
    expect(items[0]?.keepers.map(({ name, isMe }) => [name, isMe])).toEqual([
      [daughter, false],
      [`son${made}`, false],
      ['', true],
    ])
    await county.ask(mother, 'withdrawConsent', { id })
    expect(await county.one('dependents', id)).toMatchObject({ name: '', consent: null, keepers: [] })
    const [told] = await county.find('messages', { personId: personIdOf(daughter), kind: 'forgotten' })
    expect(told?.body).toContain('本人收回了同意')
    for (const openid of [daughter, mother]) expect((await county.one('people', personIdOf(openid))).wards).toEqual([])
  })

  test('cards for her go with the consent, and what WeChat was to bring of her', async () => {
    const { daughter, id } = await aFamily()
    const { _id: activityId } = await county.activity(`cards${made}`)
    const by = personIdOf(daughter)
    const card = { _id: `c${id}`, token: `token${id}`, activityId, wardId: id, by, as: '女儿', unit: '', answers: {} }
    const open = { at: 1, until: county.now() + day, openedAt: null, answer: 'none' as const, answeredAt: null }
    await county.add('cards', [{ ...card, ...open, answeredBy: '', turn: 0, said: null }])
    const letter = { title: '何秀兰', time: '', place: '', note: '何秀兰' }
    const message = { _id: `m${id}`, personId: '', kind: 'cancelled', title: '何秀兰', body: '何秀兰', page: '', at: 1 }
    const out = {
      state: 'queued' as const,
      notice: 'cancelled_1',
      template: 'cancelled',
      letter,
      dueAt: county.now() + day,
    }
    await county.add('messages', [{ ...message, read: false, sent: null, ward: id, for: id, stand: 'open', out }])
    await county.ask(daughter, 'withdrawConsent', { id })
    expect(await county.find('cards', { wardId: id })).toEqual([])
    const left = await county.one('messages', `m${id}`)
    expect(JSON.stringify(left)).not.toContain('何秀兰')
    expect(left).not.toHaveProperty('out')
    expect(left).not.toHaveProperty('stand')
  })
})

test('looking at a family of ten, and changing a right, reads no more than the family', async () => {
  const keeper = `large${++made}`
  const wards = Array.from({ length: 10 }, (_, n) => wardDoc(`dl${n}`, keeper))
  await family(county, keeper, wards)
  const other = Array.from({ length: 200 }, (_, n) => wardDoc(`dother${n}`, 'resident'))
  await county.add('dependents', other)
  const { stats } = await county.call(keeper, 'family', {})
  // She herself, ten wards, and her name once more.
  expect(stats.docsExamined).toBeLessThanOrEqual(12)
  expect(stats.writes).toBe(0)
  const { stats: cost } = await county.call(keeper, 'changeRights', {
    ...{ id: 'dl0', keeperId: personIdOf(keeper), may: onlyTold },
  })
  expect(cost.docsExamined).toBeLessThanOrEqual(10)
})
