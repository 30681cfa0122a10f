// The way out of the app: whatever breaks off or goes wrong, nobody is told twice and nobody is lost.
import type { MessageDoc } from '../../cloudfunctions/core/ports/documents'
import { letterTime } from '../../cloudfunctions/core/domain/outbox'
import type { SendTrouble } from './cloud-process'
import { County, day, hour, minute, personIdOf } from './county'
import { family, wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
beforeEach(() => county.goTo(12))
afterAll(() => county.end())

let made = 0
/** An activity in two days to which new residents come, each of whom allowed one message of these templates. */
async function withPeople(count: number, templates: readonly string[] = []) {
  const id = `out${++made}`
  const who = Array.from({ length: count }, (_, n) => `${id}r${n}`)
  await county.residents(who)
  const startsAt = county.now() + 2 * day
  const times = { startsAt, endsAt: startsAt + 2 * hour, cancelBy: startsAt - hour, closesAt: startsAt }
  const seats = { capacity: 50, seatsLeft: 50 - count, taken: count }
  await county.activity(id, { ...seats, ...times, holders: who.map(personIdOf) })
  if (templates.length > 0) for (const each of who) await county.allow(each, templates)
  return { id, who, startsAt }
}
const cancel = (id: string, killAfterWrites = 0) =>
  county.call('leader', 'cancel', { id, reason: '下雨' }, killAfterWrites)
async function edit(id: string, changes: object) {
  const { form, revision } = await county.ask('leader', 'getForm', { id })
  return county.ask('leader', 'edit', { id, revision, form: { ...form, ...changes } })
}
const toldOf = (about: string, more: object = {}) => county.find('messages', { about, personId: { $ne: '' }, ...more })
const receivedBy = async (who: string) => (await county.received(who)).map(({ templateId }) => templateId)
/** Long enough that whatever a call left half done is the timer's. */
const later = async () => {
  await county.advance(3 * minute)
  await county.round()
}
const isKnown = ({ stand, out }: MessageDoc) => stand === (out?.state === 'sent' ? 'sent' : 'open')

describe('each is told at most once, and stands on the call list unless WeChat took it', () => {
  test('killed after any of its writes, with the timer coming after', async () => {
    for (let writes = 1; writes <= 22; writes++) {
      const { id, who } = await withPeople(2, ['cancelled'])
      for (const each of who) await county.allow(each, ['cancelled'])
      await cancel(id, writes).catch(() => undefined)
      await later()
      await county.ask('leader', 'cancel', { id, reason: '下雨' })
      await later()
      const told = await toldOf(id, { kind: 'cancelled' })
      expect(told.map((each) => each.personId).sort()).toEqual(who.map(personIdOf).sort())
      for (const each of who) {
        const message = told.find(({ personId }) => personId === personIdOf(each))
        const received = await receivedBy(each)
        expect(received.length).toBeLessThanOrEqual(1)
        expect([writes, message && isKnown(message), message?.out?.letter]).toEqual([writes, true, undefined])
        // Whoever got it though nobody knows is called; nobody who did not get it counts as reached.
        if (message?.stand === 'sent') expect(received).toEqual(['stand-in-cancelled'])
      }
    }
    expect(await county.find('tasks', { kind: 'cancelled' })).toEqual([])
    expect(await county.find('messages', { 'out.state': { $in: ['queued', 'sending'] } })).toEqual([])
  }, 240_000)

  const goneWrong: [string, Omit<SendTrouble, 'openid'>, number, number][] = [
    ['no consent left (43101)', { how: 43101 }, 43101, 0],
    ['a field it will not take (47003)', { how: 47003 }, 47003, 0],
    ['busy (-1)', { how: -1 }, -1, 0],
    ['busy (-1) though it arrives', { how: -1, arrives: true }, -1, 1],
    ['silence', { how: 'silence' }, -2, 0],
    ['silence though it arrives', { how: 'silence', arrives: true }, -2, 1],
    ['the death of the call that asks', { how: 'death' }, -2, 0],
    ['the death of the call that asks though it arrives', { how: 'death', arrives: true }, -2, 1],
  ]
  test.each(goneWrong)(
    'WeChat answers with %s',
    async (_, trouble, code, arrived) => {
      const { id, who } = await withPeople(3, ['cancelled'])
      const [unlucky = ''] = who
      await county.troubles([{ openid: unlucky, ...trouble }])
      await cancel(id).catch(() => undefined)
      await later()
      await later()
      const told = await toldOf(id, { kind: 'cancelled' })
      expect(told).toHaveLength(3)
      const hers = told.find(({ personId }) => personId === personIdOf(unlucky))
      expect(hers).toMatchObject({ stand: 'open', sent: code, out: { state: 'failed', code } })
      expect(await receivedBy(unlucky)).toHaveLength(arrived)
      const others = told.filter((each) => each !== hers)
      for (const { stand, out } of others) {
        // Whoever was being told by the call that died is unclear too.
        if (trouble.how === 'death') expect(['sent', 'open']).toContain(stand)
        else expect([stand, out?.code]).toEqual(['sent', 0])
      }
      for (const each of who) expect((await receivedBy(each)).length).toBeLessThanOrEqual(1)
      expect((await county.one('people', personIdOf(unlucky))).consents.cancelled).toBe(0)
    },
    60_000,
  )

  test('the timer twice at once, and three times', async () => {
    const { id, who } = await withPeople(30, ['cancelled'])
    // Consents enough that a second message would arrive.
    for (const each of who) await county.allow(each, ['cancelled'])
    await county.goTo(22)
    await cancel(id)
    expect(await toldOf(id, { 'out.state': 'queued' })).toHaveLength(30)
    const atOnce = () => Promise.all([county.round(), county.round(), county.round()])
    // Warm, so that they meet.
    await atOnce()
    await county.goTo(7.5)
    await atOnce()
    for (const each of who) expect(await receivedBy(each)).toEqual(['stand-in-cancelled'])
    const told = await toldOf(id)
    expect(told.every(({ stand, out }) => stand === 'sent' && out?.code === 0)).toBe(true)
  }, 60_000)

  test('the timer killed after any of its writes', async () => {
    const { id, who } = await withPeople(6, ['cancelled'])
    for (const each of who) await county.allow(each, ['cancelled'])
    await county.goTo(22)
    await cancel(id)
    await county.goTo(7.5)
    for (let writes = 1; writes <= 12; writes += 2) await county.round(writes).catch(() => undefined)
    await later()
    for (const each of who) expect((await receivedBy(each)).length).toBeLessThanOrEqual(1)
    expect((await toldOf(id)).every(isKnown)).toBe(true)
  }, 60_000)
})

test('whoever has no consent left is not asked of WeChat, and is to be called', async () => {
  const { id } = await withPeople(1)
  await cancel(id)
  expect(await toldOf(id)).toMatchObject([
    { stand: 'open', sent: null, read: false, out: { state: 'failed', code: 43101 } },
  ])
})

describe('at night', () => {
  test('the inbox has it at once, WeChat brings it in the morning', async () => {
    const { id, who } = await withPeople(1, ['changed'])
    const [one = ''] = who
    await county.goTo(22)
    await edit(id, { bring: ['水杯'] })
    expect((await county.ask(one, 'messages', {})).items).toHaveLength(1)
    await county.round()
    expect(await receivedBy(one)).toEqual([])
    await county.goTo(7.5)
    await county.round()
    expect(await receivedBy(one)).toEqual(['stand-in-changed'])
    expect((await county.ask(one, 'me', {})).unread).toBe(1)
  })

  test('what begins before half past nine is told in the night', async () => {
    const { id, who, startsAt } = await withPeople(1, ['cancelled'])
    await county.goTo(22)
    await county.set('activities', id, { startsAt: startsAt - (startsAt - county.now()) + 10 * hour })
    await cancel(id)
    expect(await receivedBy(who[0] ?? '')).toEqual(['stand-in-cancelled'])
  })

  test('who read it in the inbox is not rung in the morning, and her consent is kept', async () => {
    const { id, who } = await withPeople(1, ['cancelled'])
    const [one = ''] = who
    await county.goTo(22)
    await cancel(id)
    const { items } = await county.ask(one, 'messages', {})
    await county.ask(one, 'readMessages', { ids: items.map((each) => each.id) })
    expect(await toldOf(id)).toMatchObject([{ stand: 'read', read: true }])
    await county.goTo(7.5)
    await county.round()
    expect(await receivedBy(one)).toEqual([])
    expect((await county.one('people', personIdOf(one))).consents.cancelled).toBe(1)
    expect(await toldOf(id)).toMatchObject([{ stand: 'read', out: { state: 'merged' } }])
  })

  test('what was to begin before half past nine is told in the night too when it is put off', async () => {
    const { id, who } = await withPeople(1, ['changed'])
    await county.goTo(22)
    const startsAt = county.now() + 9.75 * hour
    const times = { startsAt, endsAt: startsAt + hour, cancelBy: startsAt - hour, closesAt: startsAt }
    await county.set('activities', id, times)
    const later = startsAt + 7 * hour
    await edit(id, { startsAt: later, endsAt: later + hour, cancelBy: later - hour, closesAt: later })
    expect(await receivedBy(who[0] ?? '')).toEqual(['stand-in-changed'])
  })

  test('a free seat that waits takes the new time and place of a move', async () => {
    const { id, startsAt } = await withPeople(1)
    const waits = `${id}w`
    await county.residents([waits])
    await county.allow(waits, ['movedUp'])
    await county.set('activities', id, { capacity: 1, seatsLeft: 0 })
    await county.ask(waits, 'join', { id })
    await county.goTo(22)
    await county.ask(`${id}r0`, 'leave', { id })
    expect(await toldOf(id, { kind: 'movedUp' })).toMatchObject([{ out: { state: 'queued' } }])
    const place = { id: null, name: '西院', address: '', latitude: null, longitude: null }
    await edit(id, { startsAt: startsAt + hour, endsAt: startsAt + 3 * hour, place })
    await county.goTo(7.5)
    await county.round()
    const [letter] = await county.received(waits)
    expect(letter?.data).toMatchObject({ time2: letterTime(startsAt + hour), thing3: '西院' })
  })

  test('who gives her seat back is not told any more that she has it', async () => {
    const { id } = await withPeople(1)
    const waits = `${id}w`
    await county.residents([waits])
    await county.allow(waits, ['movedUp'])
    await county.set('activities', id, { capacity: 1, seatsLeft: 0 })
    await county.ask(waits, 'join', { id })
    await county.goTo(22)
    await county.ask(`${id}r0`, 'leave', { id })
    expect(await toldOf(id, { kind: 'movedUp' })).toMatchObject([{ out: { state: 'queued' } }])
    await county.ask(waits, 'leave', { id })
    await county.goTo(7.5)
    await county.round()
    expect(await receivedBy(waits)).toEqual([])
  })

  test('who keeps her no longer by the morning is not rung about her', async () => {
    const { id } = await withPeople(0)
    await family(county, 'nightson', [wardDoc('dnight', 'nightson')])
    await county.allow('nightson', ['cancelled'])
    await county.set('activities', id, { holders: ['dnight'], taken: 1 })
    await county.goTo(22)
    await cancel(id)
    await county.set('dependents', 'dnight', { keepers: [] })
    await county.goTo(7.5)
    await county.round()
    expect(await receivedBy('nightson')).toEqual([])
  })
})

describe('a burst of changes', () => {
  test('the first goes at once, of those that follow within five minutes the last alone, when they are over', async () => {
    const { id, who, startsAt } = await withPeople(1, ['changed'])
    const [one = ''] = who
    await county.allow(one, ['changed'])
    await county.allow(one, ['changed'])
    await edit(id, { startsAt: startsAt + minute })
    expect(await receivedBy(one)).toHaveLength(1)
    await county.advance(minute)
    await edit(id, { startsAt: startsAt + 2 * minute })
    await county.advance(minute)
    await edit(id, { startsAt: startsAt + 3 * minute })
    await county.round()
    expect(await receivedBy(one)).toHaveLength(1)
    await county.advance(3 * minute)
    await county.round()
    const received = await county.received(one)
    expect(received).toHaveLength(2)
    const states = (await toldOf(id)).map(({ out, stand }) => `${out?.state} ${stand}`)
    expect(states.sort()).toEqual(['merged past', 'sent sent', 'sent sent'])
    expect((await county.ask(one, 'messages', {})).items).toHaveLength(3)
  }, 60_000)

  test('a cancellation does not wait, and what waits of changes is not sent after it', async () => {
    const { id, who, startsAt } = await withPeople(1, ['changed', 'cancelled'])
    const [one = ''] = who
    await county.allow(one, ['changed'])
    await edit(id, { startsAt: startsAt + minute })
    await edit(id, { startsAt: startsAt + 2 * minute })
    await cancel(id)
    expect(await receivedBy(one)).toEqual(['stand-in-changed', 'stand-in-cancelled'])
    await county.advance(6 * minute)
    await county.round()
    expect(await receivedBy(one)).toHaveLength(2)
    expect(await toldOf(id, { kind: 'changed', stand: { $in: ['queued', 'open'] } })).toEqual([])
  })

  test('what not everybody has to know replaces nothing that everybody has to', async () => {
    const { id, who, startsAt } = await withPeople(1, ['changed'])
    const [one = ''] = who
    for (let n = 0; n < 2; n++) await county.allow(one, ['changed'])
    await edit(id, { bring: ['水杯'] })
    await edit(id, { startsAt: startsAt + minute })
    await edit(id, { bring: [] })
    await county.advance(6 * minute)
    await county.round()
    expect(await receivedBy(one)).toHaveLength(3)
    expect(await toldOf(id, { notice: { $exists: true } })).toMatchObject([{ stand: 'sent' }])
  })
})

test('a round looks at what is due alone, however much was sent before', async () => {
  const { docsExamined: before } = await county.costOfRound()
  const sent = { state: 'sent' as const, notice: 'changed_1', template: 'changed', dueAt: 1, takenAt: 1, code: 0 }
  const old = { kind: 'changed', title: '', body: '', page: '', at: 1, read: true, sent: 0, out: sent }
  await county.add(
    'messages',
    Array.from({ length: 500 }, (_, n) => ({ _id: `old${n}`, personId: personIdOf('resident'), about: 'old', ...old })),
  )
  expect((await county.costOfRound()).docsExamined).toBeLessThanOrEqual(before + 5)
})
