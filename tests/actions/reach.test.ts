// The leader's call list: who has not been reached by what everybody has to know of, until nobody is left.
import type { KeeperDoc } from '../../cloudfunctions/core/ports/documents'
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { County, day, formFor, hour, minute, personIdOf } from './county'
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

describe('who has to know', () => {
  // Whom the tests before left to be called is past by now.
  beforeEach(() => county.advance(3 * day))
  const edit = async (id: string, changes: object) => {
    const { form, revision } = await county.ask('leader', 'getForm', { id })
    return county.ask('leader', 'edit', { id, revision, form: { ...form, ...changes } })
  }

  test('of another time or place, not of what to bring', async () => {
    const who = name()
    await county.residents([who])
    const id = await activityOf([personIdOf(who)])
    await edit(id, { bring: ['水杯'] })
    expect(await list(id)).toMatchObject({ notices: [], notice: null, say: '', items: [] })
    const { form } = await county.ask('leader', 'getForm', { id })
    await edit(id, { startsAt: form.startsAt + hour, endsAt: form.endsAt + hour })
    expect(await list(id)).toMatchObject({ notice: 'changed_3', items: [{ personId: personIdOf(who) }] })
  })

  test('of the last change alone, and of nothing but the cancellation once it is called off', async () => {
    const who = name()
    await county.residents([who])
    const id = await activityOf([personIdOf(who)])
    const { form } = await county.ask('leader', 'getForm', { id })
    for (const later of [1, 2]) await edit(id, { startsAt: form.startsAt + later * minute })
    expect((await deskCalls()).calls).toBe(1)
    await cancel(id)
    const { notices, notice } = await list(id)
    expect(notice).toBe('cancelled_once')
    expect(notices.map((each) => [each.notice, each.open])).toContainEqual(['cancelled_once', 1])
    expect((await deskCalls()).calls).toBe(1)
  })

  test('no more once she gave her seat back, or the activity is over', async () => {
    const [who, other] = [name(), name()]
    await county.residents([who, other])
    const id = await activityOf([])
    for (const each of [who, other]) await county.ask(each, 'join', { id })
    const { form } = await county.ask('leader', 'getForm', { id })
    await edit(id, { startsAt: form.startsAt + hour, endsAt: form.endsAt + hour })
    await county.ask(who, 'leave', { id })
    expect(await list(id)).toMatchObject({ items: [{ personId: personIdOf(other) }], notices: [{ open: 1, total: 1 }] })
    expect((await deskCalls()).calls).toBe(1)
    await county.advance(3 * day)
    expect((await deskCalls()).calls).toBe(0)
  })

  test('no more once she gave her seat back, before anybody opens the list', async () => {
    const who = name()
    await county.residents([who])
    const id = await activityOf([])
    await county.ask(who, 'join', { id })
    const { form } = await county.ask('leader', 'getForm', { id })
    await edit(id, { startsAt: form.startsAt + hour, endsAt: form.endsAt + hour })
    const { calls } = await deskCalls()
    await county.ask(who, 'leave', { id })
    expect((await deskCalls()).calls).toBe(calls - 1)
  })

  test('as the account that a guest turned out to be', async () => {
    const who = name()
    await county.residents([who])
    const id = await activityOf([])
    await county.ask('leader', 'enterPeople', { id, people: [{ name: who, phone: '13800001234' }] })
    const [guest = ''] = (await county.one('activities', id)).holders
    const { form } = await county.ask('leader', 'getForm', { id })
    await edit(id, { startsAt: form.startsAt + hour, endsAt: form.endsAt + hour })
    await county.ask(who, 'claim', { id: guest })
    await county.ask('leader', 'confirmClaim', { id: guest, by: personIdOf(who), accept: true })
    expect((await list(id)).items).toMatchObject([{ personId: personIdOf(who), kind: 'account', name: who }])
  })

  describe('of a series', () => {
    /** Three meetings on one weekday, the next in two days. */
    async function weekly() {
      const startsAt = county.now() + 2 * day
      const closes = { closesAt: startsAt, cancelBy: startsAt - hour }
      const form = formFor(county.now(), { title: '课堂', startsAt, endsAt: startsAt + hour, ...closes, capacity: 9 })
      const weekdays = [new Date(startsAt + 8 * hour).getUTCDay() || 7]
      const rule = { weekdays, from: dayOf(startsAt), to: dayOf(startsAt + 14 * day), skip: [] }
      const { id } = await county.ask('leader', 'createSeries', { key: name(), form, rule })
      const all = await county.find('activities', { seriesId: id })
      const meetings = all.sort((a, b) => a.startsAt - b.startsAt).map((each) => each._id)
      const [first = '', second = ''] = meetings
      const who = name()
      await county.residents([who])
      for (const each of [first, second]) await county.ask(who, 'join', { id: each })
      await county.ask('leader', 'enterPeople', { id: second, people: [{ name: '老张', phone: '' }] })
      return { id, first, second, who, form, rule }
    }

    test('that ends: each once, on the list of the first of her meetings', async () => {
      const { id, first, second, who } = await weekly()
      const { calls } = await deskCalls()
      await county.ask('leader', 'endSeries', { id, from: county.now(), reason: '不办了' })
      expect(await list(first)).toMatchObject({
        notice: 'cancelled_once',
        say: expect.stringMatching(/后面的不办了.+原因：不办了/),
        items: [{ personId: personIdOf(who), why: 'refused' }],
      })
      expect(await list(second)).toMatchObject({ items: [{ kind: 'guest', name: '老张' }] })
      expect((await deskCalls()).calls).toBe(calls + 2)
      const { items } = await county.ask(who, 'messages', {})
      await county.ask(who, 'readMessages', { ids: items.map((each) => each.id) })
      expect((await deskCalls()).calls).toBe(calls + 1)
    })

    test('that moves: of the last move alone', async () => {
      const { id, first, second, form, rule } = await weekly()
      const { calls } = await deskCalls()
      for (const [n, later] of [1, 2].entries()) {
        const at = form.startsAt + later * hour
        const times = { startsAt: at, endsAt: at + hour, closesAt: at, cancelBy: at - hour }
        const input = { id, revision: n + 1, from: county.now(), form: { ...form, ...times }, rule }
        await county.ask('leader', 'editSeries', input)
      }
      expect(await list(first)).toMatchObject({ items: [{ kind: 'account' }] })
      expect(await list(second)).toMatchObject({ items: [{ name: '老张' }] })
      expect((await deskCalls()).calls).toBe(calls + 2)
    })

    test('that ends in the night: what waits of a meeting is not sent', async () => {
      const { id, first, who } = await weekly()
      for (let n = 0; n < 2; n++) await county.allow(who, ['changed', 'cancelled'])
      await county.goTo(22)
      const { form } = await county.ask('leader', 'getForm', { id: first })
      await edit(first, { startsAt: form.startsAt + hour, endsAt: form.endsAt + hour })
      await county.ask('leader', 'endSeries', { id, from: county.now(), reason: '不办了' })
      await county.goTo(7.5)
      await county.round()
      expect((await county.received(who)).map((each) => each.templateId)).toEqual(['stand-in-cancelled'])
    })
  })

  test('that a seat came free: who is asked for an answer soon, and whoever has nobody to be told', async () => {
    const [who, waits] = [name(), name()]
    await county.residents([who, waits])
    const guest = `g${name()}`
    await county.add('dependents', [{ ...wardDoc(guest, 'x'), kind: 'guest', keepers: [], consent: null }])
    const startsAt = county.now() + 2 * day
    const times = { startsAt, endsAt: startsAt + hour, cancelBy: startsAt - hour, closesAt: startsAt }
    const full = { capacity: 1, seatsLeft: 0, taken: 1, line: [guest], waiting: 1 }
    const id = await activityOf([personIdOf(who)], { ...full, ...times })
    await county.add('signups', [
      {
        ...{ _id: `${id}_${personIdOf(who)}`, activityId: id, personId: personIdOf(who), teamId: 'green', state: 'in' },
        ...{ live: true, since: 1, startsAt, endsAt: startsAt + hour, answerBy: null, history: [] },
      },
    ])
    await county.ask(who, 'leave', { id })
    expect(await list(id)).toMatchObject({
      notice: 'movedUp_line',
      items: [{ personId: guest, kind: 'guest', why: 'none' }],
    })
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
