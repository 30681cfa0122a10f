// People without an account, as the family that keeps them meets it: on the genuine SDK and a local cloud.
import type { InputOf, actions } from '../../cloudfunctions/core/contract'
import { ids } from '../../cloudfunctions/core/ports/ids'
import { activityDoc, County, day, formFor, hour, personIdOf } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
type Form = InputOf<(typeof actions)['saveDependent']>
const mother = (changes: Partial<Form> = {}): Form => ({
  id: null,
  key: `k${++made}`,
  name: '何秀兰',
  called: '妈妈',
  as: '女儿',
  kind: 'elder',
  born: null,
  phone: '13900001111',
  consent: true,
  ...changes,
})
/** Somebody new, so that no test minds another's family. */
async function someone(): Promise<string> {
  const openid = `f${++made}`
  await county.residents([openid])
  return openid
}
const keep = async (openid: string, changes: Partial<Form> = {}) => county.ask(openid, 'saveDependent', mother(changes))

/** Puts people into an activity with their rows, as signing up does. */
async function seated(people: readonly string[], by: string, changes = {}) {
  const id = `fa${++made}`
  const now = county.now()
  const activity = activityDoc(id, now, { capacity: 5, holders: [...people], taken: people.length, ...changes })
  await county.add('activities', [{ ...activity, seatsLeft: 5 - people.length }])
  const { startsAt, endsAt, teamId } = activity
  const row = { activityId: id, teamId, state: 'in' as const, live: true, since: now, startsAt, endsAt, answerBy: null }
  const history = [{ at: now, by, what: 'joined' }]
  const rows = people.map((personId) => ({ ...row, _id: ids.row(id, personId), personId, by, history }))
  await county.add('signups', rows)
  return id
}

describe('keeping somebody', () => {
  test('she is there with her consent, her number masked, and her keeper’s document follows', async () => {
    const openid = await someone()
    const ward = await keep(openid)
    expect(ward).toMatchObject({ name: '何秀兰', called: '妈妈', kind: 'elder', phone: '139****1111', age: null })
    const may = { signUp: true, told: true }
    const hers = { id: personIdOf(openid), name: openid, as: '女儿', since: expect.any(Number), isMe: true }
    expect(ward.keepers).toEqual([{ ...hers, isSelf: false, may }])
    expect(ward).toMatchObject({ isSelf: false, canManage: true, station: '' })
    expect(ward.consent).toMatchObject({ by: openid, version: 1, asGuardian: false })
    expect((await county.ask(openid, 'family', {})).items).toEqual([ward])
    expect((await county.one('people', personIdOf(openid))).wards).toEqual([ward.id])
  })

  test('a child needs a month of birth, and a guardian’s consent that says so', async () => {
    const openid = await someone()
    const child = { kind: 'child', called: '乐乐', phone: '' } as const
    expect(await county.refusalOf(openid, 'saveDependent', mother(child))).toBe('family.born_needed')
    const born = '2018-05'
    expect(await county.refusalOf(openid, 'saveDependent', mother({ ...child, born, consent: false }))).toBe(
      'family.consent_needed',
    )
    expect((await keep(openid, { ...child, born })).consent?.asGuardian).toBe(true)
  })

  test('a change keeps the consent of before, unless it now takes a guardian’s', async () => {
    const openid = await someone()
    const ward = await keep(openid)
    const renamed = await keep(openid, { id: ward.id, name: '何秀芝', phone: null, consent: false })
    expect(renamed).toMatchObject({ name: '何秀芝', phone: '139****1111', consent: ward.consent })
    const asChild = mother({ id: ward.id, kind: 'child', born: '2020-01', consent: false })
    expect(await county.refusalOf(openid, 'saveDependent', asChild)).toBe('family.consent_needed')
  })

  test('ten at most', async () => {
    const openid = await someone()
    for (let n = 0; n < 10; n++) await keep(openid)
    expect(await county.refusalOf(openid, 'saveDependent', mother())).toBe('family.too_many')
  })

  test('to a stranger she is not there: she sees nothing, changes nothing, ends nothing', async () => {
    const [openid, stranger] = [await someone(), await someone()]
    const { id } = await keep(openid)
    const before = await county.one('dependents', id)
    expect((await county.ask(stranger, 'family', {})).items).toEqual([])
    expect(await county.refusalOf(stranger, 'saveDependent', mother({ id, name: '别人' }))).toBe('access.gone')
    expect(await county.refusalOf(stranger, 'inviteKeeper', { id })).toBe('access.gone')
    await county.ask(stranger, 'letGo', { id })
    expect(await county.ask(stranger, 'withdrawConsent', { id })).toEqual({ givenUp: 0 })
    expect(await county.one('dependents', id)).toEqual(before)
  })
})

describe('several who keep her', () => {
  test('and invite at the same moment are each given an invitation', async () => {
    for (let n = 0; n < 6; n++) {
      const [daughter, son] = [await someone(), await someone()]
      const { id } = await keep(daughter)
      const { token } = await county.ask(daughter, 'inviteKeeper', { id })
      await county.ask(son, 'acceptKeeping', { token, called: '老妈' })
      const both = [daughter, son].map((openid) => county.refusalOf(openid, 'inviteKeeper', { id }))
      expect(await Promise.all(both)).toEqual(['', ''])
    }
  })

  test('an invitation shows masked names, takes one person, and all keepers know of it', async () => {
    const [daughter, son, third] = [await someone(), await someone(), await someone()]
    const { id } = await keep(daughter)
    const { token, until } = await county.ask(daughter, 'inviteKeeper', { id })
    expect(until - county.now()).toBeGreaterThan(2.9 * day)
    expect((await county.ask(daughter, 'inviteKeeper', { id })).token).toBe(token)
    const seen = await county.ask(son, 'previewKeeping', { token })
    expect(seen.name).toBe('何＊兰')
    expect(JSON.stringify(seen)).not.toContain(daughter)
    const hers = await county.ask(son, 'acceptKeeping', { token, called: '老妈' })
    expect(hers).toMatchObject({ id, called: '老妈' })
    expect(await county.ask(son, 'acceptKeeping', { token, called: '老妈' })).toEqual(hers)
    expect(await county.refusalOf(third, 'acceptKeeping', { token, called: '阿姨' })).toBe('family.invite_over')
    expect(await county.refusalOf(third, 'previewKeeping', { token })).toBe('family.invite_over')
    const told = await county.find('messages', { personId: personIdOf(daughter) })
    expect(told.map(({ title }) => title)).toEqual([`${son}也在照管妈妈了`])
  })

  test('after three days it is over', async () => {
    const [daughter, son] = [await someone(), await someone()]
    const { id } = await keep(daughter)
    const { token } = await county.ask(daughter, 'inviteKeeper', { id })
    await county.set('dependents', id, { invite: { token, by: personIdOf(daughter), until: county.now() - 1 } })
    expect(await county.refusalOf(son, 'acceptKeeping', { token, called: '妈' })).toBe('family.invite_over')
  })

  test('the last one cannot just go, whoever is not the last can', async () => {
    const [daughter, son] = [await someone(), await someone()]
    const { id } = await keep(daughter)
    expect(await county.refusalOf(daughter, 'letGo', { id })).toBe('family.last_keeper')
    const { token } = await county.ask(daughter, 'inviteKeeper', { id })
    await county.ask(son, 'acceptKeeping', { token, called: '妈' })
    await county.ask(daughter, 'letGo', { id })
    expect((await county.ask(daughter, 'family', {})).items).toEqual([])
    expect((await county.one('people', personIdOf(daughter))).wards).toEqual([])
    expect(await county.refusalOf(son, 'letGo', { id })).toBe('family.last_keeper')
  })
})

describe('consent taken back', () => {
  test('her data goes, her seats to come are free, her past stays as a number', async () => {
    const [daughter, son] = [await someone(), await someone()]
    const { id } = await keep(daughter)
    const { token } = await county.ask(daughter, 'inviteKeeper', { id })
    await county.ask(son, 'acceptKeeping', { token, called: '妈' })
    const coming = await seated([id, personIdOf('resident')], personIdOf(daughter))
    const past = await seated([id], personIdOf(daughter), {
      startsAt: county.now() - 3 * hour,
      endsAt: county.now() - hour,
      state: 'ended',
    })
    await county.set('signups', ids.row(past, id), { answers: { q1: '不吃辣' } })
    expect(await county.ask(daughter, 'withdrawConsent', { id })).toEqual({ givenUp: 1 })
    expect(await county.one('dependents', id)).toMatchObject({
      name: '',
      phone: '',
      born: null,
      keepers: [],
      consent: null,
    })
    expect(await county.one('activities', coming)).toMatchObject({ holders: [personIdOf('resident')], seatsLeft: 4 })
    expect(await county.one('activities', past)).toMatchObject({ holders: [id], taken: 1 })
    expect(await county.one('signups', ids.row(past, id))).not.toHaveProperty('answers')
    for (const openid of [daughter, son]) {
      expect((await county.ask(openid, 'family', {})).items).toEqual([])
      expect((await county.one('people', personIdOf(openid))).wards).toEqual([])
    }
    const told = await county.find('messages', { personId: personIdOf(son), kind: 'forgotten' })
    expect(told.map(({ title }) => title)).toEqual(['妈的档案删除了'])
    expect(await county.ask(daughter, 'withdrawConsent', { id })).toEqual({ givenUp: 0 })
  })

  test('only who gave it can take it back; whoever was invited lets go, and takes over when she is gone', async () => {
    const [daughter, son, third] = [await someone(), await someone(), await someone()]
    const { id } = await keep(daughter)
    for (const openid of [son, third]) {
      const { token } = await county.ask(daughter, 'inviteKeeper', { id })
      await county.ask(openid, 'acceptKeeping', { token, called: '妈' })
    }
    const mayOf = async (openid: string) =>
      (await county.ask(openid, 'family', {})).items.map(({ canWithdraw }) => canWithdraw)
    expect([await mayOf(daughter), await mayOf(son), await mayOf(third)]).toEqual([[true], [false], [false]])
    const before = await county.one('dependents', id)
    const refused = await county.call(son, 'withdrawConsent', { id })
    expect(refused).toMatchObject({ refusal: { refused: 'family.given_by_other', facts: { name: daughter } } })
    expect(await county.one('dependents', id)).toEqual(before)
    await county.ask(daughter, 'letGo', { id })
    expect([await mayOf(son), await mayOf(third)]).toEqual([[true], [false]])
    expect(await county.refusalOf(third, 'withdrawConsent', { id })).toBe('family.given_by_other')
    await county.ask(son, 'withdrawConsent', { id })
    expect(await county.one('dependents', id)).toMatchObject({ name: '', consent: null, keepers: [] })
  })

  test('messages to her keepers name her no longer', async () => {
    const [daughter, son] = [await someone(), await someone()]
    const { id } = await keep(daughter, { called: '乐乐' })
    const { token } = await county.ask(daughter, 'inviteKeeper', { id })
    await county.ask(son, 'acceptKeeping', { token, called: '乐乐' })
    const activityId = await seated([id], personIdOf(daughter))
    await county.ask('leader', 'cancel', { id: activityId, reason: '下雨' })
    const textsOf = async (openid: string) => {
      const told = await county.find('messages', { personId: personIdOf(openid), kind: { $ne: 'forgotten' } })
      return told.map(({ title, body, page }) => `${title} ${body} ${page}`).join('\n')
    }
    expect([await textsOf(daughter), await textsOf(son)].join('\n').match(/乐乐/g)).toHaveLength(4)
    await county.ask(daughter, 'withdrawConsent', { id })
    expect([await textsOf(daughter), await textsOf(son)].join('\n')).not.toMatch(/乐乐|一起扫扫/)
  })

  test('a seat that another keeper took in that very moment is given up at the second look', async () => {
    const daughter = await someone()
    const { id } = await keep(daughter)
    await county.ask(daughter, 'withdrawConsent', { id })
    const late = await seated([id, personIdOf('resident')], personIdOf(daughter))
    await county.advance(150_000)
    await county.round()
    expect(await county.one('activities', late)).toMatchObject({ holders: [personIdOf('resident')], seatsLeft: 4 })
    expect(await county.find('tasks', { activityId: id })).toEqual([])
  })

  test('cut off anywhere, the timer finishes it', async () => {
    const withdrawn: string[] = []
    for (const cut of [2, 3, 4, 5, 6, 7, 8]) {
      const daughter = await someone()
      const { id } = await keep(daughter)
      const coming = await seated([id], personIdOf(daughter))
      await county.call(daughter, 'withdrawConsent', { id }, cut).catch(() => null)
      await county.advance(60_000)
      await county.round()
      expect([cut, await county.one('dependents', id)]).toMatchObject([cut, { name: '', keepers: [], consent: null }])
      expect([cut, (await county.one('activities', coming)).holders]).toEqual([cut, []])
      expect([cut, (await county.one('people', personIdOf(daughter))).wards]).toEqual([cut, []])
      withdrawn.push(id)
    }
    await county.advance(150_000)
    await county.round()
    expect(await county.find('tasks', { activityId: { $in: withdrawn } })).toEqual([])
  }, 60_000)

  test('however many seats she has, each is free, and she comes to no series any more', async () => {
    const daughter = await someone()
    const { id } = await keep(daughter)
    const startsAt = county.now() + 2 * day
    const many = Array.from({ length: 120 }, (_, n) => {
      const doc = activityDoc(`many${made}_${n}`, county.now(), { holders: [id], taken: 1, capacity: 5 })
      return { ...doc, seatsLeft: 4, startsAt: startsAt + n * hour, endsAt: startsAt + (n + 1) * hour }
    })
    await county.add('activities', many)
    const row = {
      personId: id,
      teamId: 'green',
      state: 'in' as const,
      live: true,
      since: 1,
      answerBy: null,
      history: [],
    }
    const rows = many.map(({ _id: activityId, startsAt, endsAt }) => {
      return { ...row, _id: ids.row(activityId, id), activityId, startsAt, endsAt }
    })
    await county.add('signups', rows)
    await county.add('series', [
      {
        ...{ _id: `every${made}`, teamId: 'green', communityId: 'east', title: '课', form: formFor(county.now()) },
        ...{ rule: { weekdays: [1], from: '2026-11-23', to: '2026-11-23', skip: [] }, meetings: 0, revision: 1 },
        ...{ createdBy: 'p', createdAt: 1, regulars: [id, 'pother'], notes: { [id]: { unit: 'u' }, pother: {} } },
      },
    ])
    expect(await county.ask(daughter, 'withdrawConsent', { id })).toEqual({ givenUp: 120 })
    expect(await county.find('activities', { holders: id })).toEqual([])
    expect(await county.one('series', `every${made}`)).toMatchObject({ regulars: ['pother'], notes: { pother: {} } })
    expect((await county.one('series', `every${made}`)).notes).not.toHaveProperty(id)
  }, 60_000)
})

describe('telling', () => {
  test('what concerns her is told to each who keeps her, under what each calls her; a guest is told nothing', async () => {
    const [daughter, son] = [await someone(), await someone()]
    const { id } = await keep(daughter)
    const { token } = await county.ask(daughter, 'inviteKeeper', { id })
    await county.ask(son, 'acceptKeeping', { token, called: '老妈' })
    const activityId = await seated([id, 'gguest'], personIdOf(daughter))
    await county.ask('leader', 'cancel', { id: activityId, reason: '下雨' })
    const toAnAccount = { kind: 'cancelled', personId: { $ne: '' }, page: { $regex: activityId } }
    const told = await county.find('messages', toAnAccount)
    expect(told.map(({ title }) => title).sort()).toEqual([
      '妈妈：「一起扫扫咱们院」不办了',
      '老妈：「一起扫扫咱们院」不办了',
    ])
    expect(told.map(({ personId }) => personId).sort()).toEqual([personIdOf(daughter), personIdOf(son)].sort())
    await county.ask('leader', 'cancel', { id: activityId, reason: '下雨' })
    expect(await county.find('messages', toAnAccount)).toHaveLength(2)
  })
})

describe('each write of the family can be repeated', () => {
  test('done twice is done once', async () => {
    const [daughter, son] = [await someone(), await someone()]
    const form = mother()
    const first = await county.ask(daughter, 'saveDependent', form)
    expect(await county.ask(daughter, 'saveDependent', form)).toEqual(first)
    const { token } = await county.ask(daughter, 'inviteKeeper', { id: first.id })
    for (let n = 0; n < 2; n++) await county.ask(son, 'acceptKeeping', { token, called: '妈' })
    expect((await county.one('dependents', first.id)).keepers).toHaveLength(2)
    for (let n = 0; n < 2; n++) await county.ask(son, 'letGo', { id: first.id })
    expect((await county.one('dependents', first.id)).keepers).toHaveLength(1)
  })

  test('cut off before the account follows, saving is finished by looking at the family', async () => {
    const openid = await someone()
    await expect(county.call(openid, 'saveDependent', mother(), 2)).rejects.toThrow()
    expect((await county.ask(openid, 'family', {})).items).toHaveLength(1)
    expect((await county.one('people', personIdOf(openid))).wards).toHaveLength(1)
  })
})
