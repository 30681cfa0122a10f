// The leader's call list: who has not been reached by what everybody has to know of, until nobody is left.
import type { KeeperDoc } from '../../cloudfunctions/core/ports/documents'
import { County, day, hour, minute, personIdOf } from './county'
import { family, wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
beforeEach(() => county.goTo(12))
afterAll(() => county.end())

let made = 0
const name = () => `reach${++made}`
async function activityOf(people: readonly string[], changes: object = {}): Promise<string> {
  const id = name()
  const startsAt = county.now() + 2 * day
  const times = { startsAt, endsAt: startsAt + 2 * hour, cancelBy: startsAt - hour, closesAt: startsAt }
  const seats = { capacity: 500, seatsLeft: 500 - people.length, taken: people.length, holders: [...people] }
  await county.activity(id, { ...seats, ...times, ...changes })
  return id
}
const cancel = (id: string) => county.ask('leader', 'cancel', { id, reason: '下雨' })
const list = (id: string, cursor: string | null = null) => county.ask('leader', 'callList', { id, cursor })
let keys = 0
const tick = (id: string, personId: string, outcome: 'called' | 'no_answer' | 'undo', key = `k${++keys}`) =>
  county.ask('leader', 'tickCall', { id, notice: 'cancelled_once', personId, outcome, key })
const deskCalls = async () => {
  const { calls, callsIn } = await county.ask('leader', 'desk', {})
  return { calls, callsIn }
}

test('a cancelled activity with 40 people: 12 by WeChat, 5 through their family, the rest on the call list, ticked to zero', async () => {
  const residents = Array.from({ length: 30 }, () => name())
  await county.residents(residents)
  for (const each of residents.slice(0, 12)) await county.allow(each, ['cancelled'])
  const elders = Array.from({ length: 8 }, () => `d${name()}`)
  for (const [n, ward] of elders.entries()) {
    await family(county, `${ward}son`, [wardDoc(ward, `${ward}son`)])
    if (n < 5) await county.allow(`${ward}son`, ['cancelled'])
  }
  const guests = ['greach1', 'greach2']
  await county.add(
    'dependents',
    guests.map((id) => ({
      ...wardDoc(id, 'x'),
      kind: 'guest' as const,
      keepers: [],
      consent: null,
      name: `邻居${id}`,
    })),
  )
  const id = await activityOf([...residents.map(personIdOf), ...elders, ...guests])
  expect(await cancel(id)).toEqual({ told: 40 })

  const first = await list(id)
  expect(first.notice).toBe('cancelled_once')
  expect(first.notices).toMatchObject([
    { title: '「一起扫扫咱们院」不办了', total: 40, sent: 12, read: 0, family: 5, called: 0, open: 23, queued: 0 },
  ])
  expect(first.say).toMatch(/^您好，这里是绿叶志愿队。您报名的「一起扫扫咱们院」不办了。原定.+原因：下雨。/)
  expect(first.items).toHaveLength(23)
  expect(await deskCalls()).toEqual({ calls: 23, callsIn: id })
  const untold = [...residents.slice(12).map(personIdOf), ...elders.slice(5), ...guests]
  expect(first.items.map((each) => each.personId)).toEqual([...untold].sort())
  const of = (personId: string) => first.items.find((each) => each.personId === personId)
  expect(of(personIdOf(residents[20] ?? ''))).toMatchObject({
    kind: 'account',
    why: 'refused',
    code: 43101,
    phoneOf: '',
  })
  expect(of(elders[6] ?? '')).toMatchObject({
    kind: 'elder',
    why: 'family',
    phone: '13800001234',
    phoneOf: `${elders[6]}son`,
  })
  expect(of(guests[0] ?? '')).toMatchObject({ kind: 'guest', name: '邻居greach1', why: 'none', code: null })

  for (const [n, { personId }] of first.items.entries()) {
    expect((await tick(id, personId, 'called')).open).toBe(22 - n)
  }
  const last = await list(id)
  expect(last.items).toEqual([])
  expect(last.notices).toMatchObject([{ total: 40, sent: 12, family: 5, called: 23, open: 0 }])
  expect(await deskCalls()).toEqual({ calls: 0, callsIn: null })
}, 60_000)

describe('a tick', () => {
  test('is harmless when repeated, counts a call nobody took once for each tap, and can be taken back', async () => {
    const who = name()
    await county.residents([who])
    const personId = personIdOf(who)
    const id = await activityOf([personId])
    await cancel(id)
    for (let n = 0; n < 2; n++) {
      expect(await tick(id, personId, 'no_answer', 'tap')).toMatchObject({ open: 1, row: { tries: 1 } })
    }
    const again = await tick(id, personId, 'no_answer', 'another')
    expect(again).toMatchObject({ open: 1, row: { personId, tries: 2, triedAt: expect.any(Number) } })
    for (let n = 0; n < 2; n++) expect((await tick(id, personId, 'called')).open).toBe(0)
    const [message] = await county.find('messages', { about: id })
    expect(message).toMatchObject({ stand: 'called', called: { by: personIdOf('leader'), at: expect.any(Number) } })
    expect((await tick(id, personId, 'no_answer')).row?.tries).toBe(2)
    for (let n = 0; n < 2; n++) expect((await tick(id, personId, 'undo')).open).toBe(1)
    expect((await list(id)).items).toHaveLength(1)
  })

  test('taken back finds her reached all the same, if she read it or her family was told meanwhile', async () => {
    const [who, son] = [name(), name()]
    await county.residents([who])
    await family(county, son, [wardDoc(`d${son}`, son)])
    const people = [personIdOf(who), `d${son}`]
    const id = await activityOf(people)
    await cancel(id)
    for (const each of people) await tick(id, each, 'called')
    for (const each of [who, son]) {
      const { items } = await county.ask(each, 'messages', {})
      await county.ask(each, 'readMessages', { ids: items.map((message) => message.id) })
    }
    for (const each of people) expect((await tick(id, each, 'undo')).open).toBe(0)
    expect((await list(id)).notices).toMatchObject([{ read: 1, family: 1, called: 0 }])
  })

  test('of two leaders at once is one', async () => {
    const who = name()
    await county.residents([who])
    const id = await activityOf([personIdOf(who)])
    await cancel(id)
    await Promise.all(Array.from({ length: 4 }, () => tick(id, personIdOf(who), 'called')))
    expect((await list(id)).notices).toMatchObject([{ total: 1, called: 1, open: 0 }])
  })

  test('for somebody who was never told is nobody’s', async () => {
    const id = await activityOf([])
    await cancel(id)
    expect(await tick(id, personIdOf('stranger'), 'called')).toEqual({ open: 0, row: null })
  })
})

describe('reached is', () => {
  test('who reads it in the inbox, and who is read about by one who keeps her', async () => {
    const [who, son] = [name(), name()]
    await county.residents([who])
    await family(county, son, [wardDoc(`d${son}`, son)])
    const id = await activityOf([personIdOf(who), `d${son}`])
    await cancel(id)
    expect((await list(id)).items).toHaveLength(2)
    for (const each of [who, son]) {
      const { items } = await county.ask(each, 'messages', {})
      await county.ask(each, 'readMessages', { ids: items.map((message) => message.id) })
    }
    expect((await list(id)).notices).toMatchObject([{ total: 2, read: 1, family: 1, open: 0 }])
  })

  test('once by the first of several who keep her', async () => {
    const [son, other] = [name(), name()]
    await county.residents([other])
    const also: KeeperDoc = { id: personIdOf(other), called: '奶奶', since: 2 }
    const ward = wardDoc(`d${son}`, son)
    await family(county, son, [{ ...ward, keepers: [...ward.keepers, also] }])
    await county.allow(other, ['cancelled'])
    const id = await activityOf([ward._id])
    await cancel(id)
    expect((await list(id)).notices).toMatchObject([{ total: 1, family: 1, open: 0 }])
  })
})

describe('the list', () => {
  test('says of a free seat to each what was said to her', async () => {
    const [a, b] = [name(), name()]
    await county.residents([a, b])
    const startsAt = county.now() + 20 * hour
    const times = { startsAt, endsAt: startsAt + hour, cancelBy: startsAt - hour, closesAt: startsAt }
    const id = await activityOf([], { capacity: 2, seatsLeft: 2, ...times })
    for (const each of ['resident', 'member', a, b]) await county.ask(each, 'join', { id })
    const before = county.now()
    await county.ask('resident', 'leave', { id })
    await county.advance(30 * minute)
    await county.ask('member', 'leave', { id })
    const { say, items, notices } = await list(id)
    expect(notices[0]?.at).toBeGreaterThan(before + 29 * minute)
    const told = await county.find('messages', { about: id, kind: 'movedUp' })
    for (const { personId, body } of told) {
      const row = items.find((each) => each.personId === personId)
      expect(row?.say ?? say).toContain(body)
    }
    expect(new Set(told.map(({ body }) => body)).size).toBe(2)
  })

  test('gives nobody’s number who is not to be told', async () => {
    const [son, other] = [name(), name()]
    await county.residents([other])
    await family(county, son, [])
    const may = { signUp: true, told: false }
    const keepers = [
      { id: personIdOf(other), called: '奶奶', since: 1, may },
      { id: personIdOf(son), called: '妈妈', since: 2 },
    ]
    await county.add('dependents', [wardDoc(`d${son}`, son, { keepers })])
    const id = await activityOf([`d${son}`])
    const shown = async () => (await list(id)).items.map(({ phone, phoneOf }) => [phone, phoneOf])
    await cancel(id)
    expect(await shown()).toEqual([['13800001234', son]])
    await county.set('dependents', `d${son}`, { keepers: keepers.slice(0, 1) })
    expect(await shown()).toEqual([['', '']])
  })

  test('is for those who run the team alone', async () => {
    const id = await activityOf([])
    for (const other of ['resident', 'member', 'neighbour', 'stranger', 'farStaff']) {
      expect(await county.refusalOf(other, 'callList', { id })).toBe('access.denied')
      const input = { id, notice: 'cancelled_once', personId: 'p', outcome: 'called' as const, key: 'k' }
      expect(await county.refusalOf(other, 'tickCall', input)).toBe('access.denied')
    }
    expect(await county.refusalOf('staff', 'callList', { id })).toBe('')
  })

  test('comes in pages of fifty, and a page costs the same however many there are', async () => {
    const crowd = Array.from({ length: 230 }, () => name())
    await county.residents(crowd)
    const few = await activityOf(crowd.slice(0, 60).map(personIdOf))
    const many = await activityOf(crowd.map(personIdOf))
    for (const id of [few, many]) await cancel(id)
    const early = (await list(many)).notices[0]
    expect([early?.total, (early?.queued ?? 0) + (early?.open ?? 0)]).toEqual([230, 230])
    expect(early?.queued).toBeGreaterThan(0)
    await county.mend()
    await county.round()
    const seen: string[] = []
    for (let cursor: string | null = null, isFirst = true; isFirst || cursor; isFirst = false) {
      const page: { items: { personId: string }[]; next: string | null } = await list(many, cursor)
      expect(page.items.length).toBeLessThanOrEqual(50)
      seen.push(...page.items.map((each) => each.personId))
      cursor = page.next
    }
    expect(seen).toEqual(crowd.map(personIdOf).sort())
    const costs = []
    for (const id of [few, many]) costs.push((await county.call('leader', 'callList', { id })).stats)
    expect(costs[1]?.docsExamined).toBe(costs[0]?.docsExamined)
    // Fifty messages, people and sign-ups, and a little around them.
    expect(costs[1]?.docsExamined).toBeLessThanOrEqual(165)
    expect(costs[1]?.requests).toBeLessThanOrEqual(20)
    // The pages after the first count nothing.
    const { next } = await list(many)
    expect((await county.call('leader', 'callList', { id: many, cursor: next })).stats.requests).toBeLessThanOrEqual(10)
    const ticked = await county.call('leader', 'tickCall', {
      ...{ id: many, notice: 'cancelled_once', personId: seen[0], outcome: 'called' as const, key: 'cost' },
    })
    expect(ticked.stats.docsExamined).toBeLessThanOrEqual(10)
    expect(ticked.stats.writes).toBe(1)
  }, 60_000)
})
