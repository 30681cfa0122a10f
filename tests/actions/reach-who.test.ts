// Who has to know of what, until when, and on whose list she stands.
import { dayOf } from '../../cloudfunctions/core/domain/times'
import { County, day, formFor, hour, minute, personIdOf } from './county'
import { wardDoc } from './families'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
beforeEach(() => county.goTo(12))
afterAll(() => county.end())

let made = 0
const name = () => `who${++made}`
async function activityOf(people: readonly string[], changes: object = {}): Promise<string> {
  const id = name()
  const startsAt = county.now() + 2 * day
  const times = { startsAt, endsAt: startsAt + 2 * hour, cancelBy: startsAt - hour, closesAt: startsAt }
  const seats = { capacity: 500, seatsLeft: 500 - people.length, taken: people.length, holders: [...people] }
  await county.activity(id, { ...seats, ...times, ...changes })
  return id
}
const cancel = (id: string) => county.ask('leader', 'cancel', { id, reason: '下雨' })
const list = (id: string) => county.ask('leader', 'callList', { id })
const deskCalls = async () => {
  const { calls, callsIn } = await county.ask('leader', 'desk', {})
  return { calls, callsIn }
}

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
