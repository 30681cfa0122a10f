// docs/rules-signup.md, sentence by sentence, on the local cloud.
import { County, day, hour, minute, personIdOf } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
const newId = () => `s${++made}`

/** People of the east who have signed up for nothing yet. */
async function people(count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, n) => `one${++made}x${n}`)
  await county.residents(names)
  return names
}

async function joined(id: string, openids: readonly string[]): Promise<void> {
  for (const openid of openids) await county.ask(openid, 'join', { id })
}

const seatsOf = async (id: string) => {
  const { holders, line } = await county.one('activities', id)
  return { holders, line }
}
const ids = (openids: readonly (string | undefined)[]) => openids.map((openid) => personIdOf(openid ?? ''))
const mineOf = async (openid: string, id: string) => (await county.ask(openid, 'getActivity', { id })).mine

describe('signing up', () => {
  test('gives a seat while there is one, then a place in the line with its number', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 2 })
    const [a, b, c, d] = (await people(4)) as [string, string, string, string]
    expect(await county.ask(a, 'join', { id })).toMatchObject({ mine: { state: 'in' }, seatsLeft: 1, waiting: 0 })
    expect(await county.ask(b, 'join', { id })).toMatchObject({ mine: { state: 'in' }, seatsLeft: 0 })
    expect(await county.ask(c, 'join', { id })).toMatchObject({ mine: { state: 'waiting', position: 1 }, waiting: 1 })
    expect(await county.ask(d, 'join', { id })).toMatchObject({ mine: { state: 'waiting', position: 2 }, waiting: 2 })
    expect(await mineOf(d, id)).toMatchObject({ state: 'waiting', position: 2 })
  })

  test('with no limit never fills up and shows no number of seats', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: null })
    expect(await county.ask('resident', 'join', { id })).toMatchObject({ mine: { state: 'in' }, seatsLeft: null })
  })

  test('tapped twice is one seat, also when both taps come at once', async () => {
    const { _id: id } = await county.activity(newId())
    const [a = ''] = await people(1)
    const both = await Promise.all([county.ask(a, 'join', { id }), county.ask(a, 'join', { id })])
    expect(both.map((each) => each.mine?.state)).toEqual(['in', 'in'])
    expect(await seatsOf(id)).toEqual({ holders: ids([a]), line: [] })
  })

  test('is answered with her seat when she taps again after sign-up has closed', async () => {
    const { _id: id } = await county.activity(newId())
    await county.ask('resident', 'join', { id })
    await county.ask('leader', 'close', { id, closed: true })
    expect((await county.ask('resident', 'join', { id })).mine?.state).toBe('in')
    expect(await county.refusalOf('member', 'join', { id })).toBe('activity.closed')
  })

  test.each([
    ['before it opens', { opensAt: 1e13 }, 'activity.not_open_yet'],
    ['after its deadline', { closesAt: 5 }, 'activity.closed'],
    ['when the leader closed it', { state: 'closed' }, 'activity.closed'],
    ['when it was called off', { state: 'cancelled', reason: '下雨' }, 'activity.called_off'],
    ['when it has ended', { state: 'ended' }, 'activity.over'],
    ['when it is over, before the timer noticed', { startsAt: 1, endsAt: 2 }, 'activity.over'],
    ['for residents of another community', { audience: 'community', communityId: 'west' }, 'activity.community_only'],
    ['for members only', { audience: 'members' }, 'activity.members_only'],
    ['while it is a draft: it is not there', { state: 'draft', listed: false }, 'access.gone'],
  ] as const)('is refused %s', async (_, change, code) => {
    const { _id: id } = await county.activity(newId(), change)
    expect(await county.refusalOf('resident', 'join', { id })).toBe(code)
    expect((await seatsOf(id)).holders).toEqual([])
  })

  test('is open to members where only members are asked', async () => {
    const { _id: id } = await county.activity(newId(), { audience: 'members' })
    expect((await county.ask('member', 'join', { id })).mine?.state).toBe('in')
  })

  test('needs a name to be called by', async () => {
    const { _id: id } = await county.activity(newId())
    expect(await county.refusalOf('somebody-new', 'join', { id })).toBe('access.profile_missing')
  })

  test('is refused when the line is full too', async () => {
    const line = Array.from({ length: 2000 }, (_, n) => `p${n}`)
    const seats = { capacity: 1, holders: ['x'], taken: 1, seatsLeft: 0, line, waiting: line.length }
    const { _id: id } = await county.activity(newId(), seats)
    expect(await county.refusalOf('resident', 'join', { id })).toBe('activity.line_full')
  })

  test('shows her other sign-ups that overlap before she signs up', async () => {
    const at = county.now() + 9 * day
    const { _id: first } = await county.activity(newId(), { startsAt: at, endsAt: at + 2 * hour, title: '义诊' })
    const next = { startsAt: at + 2 * hour, endsAt: at + 3 * hour }
    const { _id: after } = await county.activity(newId(), next)
    const { _id: across } = await county.activity(newId(), { startsAt: at + hour, endsAt: at + 3 * hour })
    await county.ask('resident', 'join', { id: first })
    expect((await county.ask('resident', 'getActivity', { id: after })).clashes).toEqual([])
    expect((await county.ask('resident', 'getActivity', { id: across })).clashes).toMatchObject([{ id: first }])
    expect((await county.ask('resident', 'getActivity', { id: first })).clashes).toEqual([])
  })
})

describe('giving a seat back', () => {
  test('lets the first in line move up, and tells her', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1 })
    const [a, b, c] = (await people(3)) as [string, string, string]
    await joined(id, [a, b, c])
    expect(await county.ask(a, 'leave', { id })).toMatchObject({ seatsLeft: 0, waiting: 1 })
    expect(await seatsOf(id)).toEqual({ holders: ids([b]), line: ids([c]) })
    expect(await mineOf(b, id)).toMatchObject({ state: 'in', answerBy: null })
    expect(await mineOf(c, id)).toMatchObject({ state: 'waiting', position: 1 })
    expect((await county.ask(b, 'messages', {})).items).toMatchObject([{ kind: 'movedUp' }])
    expect((await county.ask(b, 'me', {})).unread).toBe(1)
  })

  test('out of the line lets the others behind her move on', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1 })
    const [a, b, c] = (await people(3)) as [string, string, string]
    await joined(id, [a, b, c])
    await county.ask(b, 'leave', { id })
    expect(await mineOf(c, id)).toMatchObject({ state: 'waiting', position: 1 })
  })

  test('goes through the leader after the deadline, who can always do it until the end', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1, cancelBy: 5 })
    const [a, b] = (await people(2)) as [string, string]
    await joined(id, [a, b])
    const reply = await county.call(a, 'leave', { id })
    expect(reply).toMatchObject({
      refusal: { refused: 'activity.too_late_to_leave', facts: { contactPhone: '0555-7654321' } },
    })
    await county.ask('leader', 'release', { id, personId: personIdOf(a), reason: '家里有事' })
    expect(await seatsOf(id)).toEqual({ holders: ids([b]), line: [] })
    expect((await county.ask(a, 'messages', {})).items).toMatchObject([{ kind: 'released' }])
  })

  test('is free for whoever waits, until the start', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1, cancelBy: 5 })
    const [a, b] = (await people(2)) as [string, string]
    await joined(id, [a, b])
    expect(await county.ask(b, 'leave', { id })).toMatchObject({ waiting: 0 })
  })

  test('she never had harms nobody', async () => {
    const { _id: id } = await county.activity(newId())
    expect(await county.ask('resident', 'leave', { id })).toEqual({ seatsLeft: 3, waiting: 0 })
  })

  test('and coming again puts her at the end of the line', async () => {
    const { _id: id } = await county.activity(newId(), { capacity: 1 })
    const [a, b, c] = (await people(3)) as [string, string, string]
    await joined(id, [a, b, c])
    await county.ask(a, 'leave', { id })
    expect((await county.ask(a, 'join', { id })).mine).toMatchObject({ state: 'waiting', position: 2 })
    const row = await county.one('signups', `${id}_${personIdOf(a)}`)
    expect(row.history.map((step) => step.what)).toEqual(['joined', 'left', 'joined'])
  })

  test('after the start moves nobody up', async () => {
    const now = county.now()
    const times = { startsAt: now - minute, endsAt: now + hour, closesAt: now + hour, cancelBy: now + hour }
    const { _id: id } = await county.activity(newId(), { capacity: 1, ...times })
    const [a, b] = (await people(2)) as [string, string]
    await joined(id, [a, b])
    await county.ask(a, 'leave', { id })
    expect(await seatsOf(id)).toEqual({ holders: [], line: ids([b]) })
  })
})

describe('a seat that comes free near the start', () => {
  const near = (inHours: number) => {
    const startsAt = county.now() + inHours * hour
    return { startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt, capacity: 1 }
  }

  /** An activity near its start whose only seat is offered to `b`, with `c` behind her. */
  async function offered() {
    const { _id: id } = await county.activity(newId(), near(23))
    const [a, b, c] = (await people(3)) as [string, string, string]
    await joined(id, [a, b, c])
    await county.ask(a, 'leave', { id })
    return { id, b, c }
  }

  test('is kept for her while she is asked', async () => {
    const { id, b, c } = await offered()
    const mine = await mineOf(b, id)
    expect(mine?.state).toBe('offered')
    expect(mine?.answerBy).toBeGreaterThan(county.now())
    expect(await seatsOf(id)).toEqual({ holders: ids([b]), line: ids([c]) })
    expect((await county.ask('leader', 'roster', { id, which: 'in' })).items).toMatchObject([{ state: 'offered' }])
  })

  test('is hers after her yes', async () => {
    const { id, b } = await offered()
    expect((await county.ask(b, 'answer', { id, yes: true })).mine).toMatchObject({ state: 'in', answerBy: null })
    expect(await mineOf(b, id)).toMatchObject({ state: 'in' })
  })

  test('goes to the next after her no', async () => {
    const { id, b, c } = await offered()
    expect((await county.ask(b, 'answer', { id, yes: false })).mine).toBeNull()
    expect(await seatsOf(id)).toEqual({ holders: ids([c]), line: [] })
    expect((await mineOf(c, id))?.state).toBe('offered')
  })

  test('goes to the next when no answer came in time, and she is told', async () => {
    const { id, b, c } = await offered()
    await county.set('signups', `${id}_${personIdOf(b)}`, { answerBy: county.now() - minute })
    await county.round()
    expect(await seatsOf(id)).toEqual({ holders: ids([c]), line: [] })
    expect(await mineOf(b, id)).toBeNull()
    expect((await county.ask(b, 'messages', {})).items[0]).toMatchObject({ kind: 'released' })
    expect(await county.refusalOf(b, 'answer', { id, yes: true })).toBe('activity.nothing_to_answer')
  })

  test('is still hers when her yes comes late but before anyone took it back', async () => {
    const { id, b } = await offered()
    await county.set('signups', `${id}_${personIdOf(b)}`, { answerBy: county.now() - minute })
    expect((await county.ask(b, 'answer', { id, yes: true })).mine?.state).toBe('in')
    await county.round()
    expect((await mineOf(b, id))?.state).toBe('in')
  })

  test('is not lost when her yes and the timer come at the same moment', async () => {
    for (let again = 0; again < 5; again++) {
      const { id, b, c } = await offered()
      await county.set('signups', `${id}_${personIdOf(b)}`, { answerBy: county.now() - minute })
      const [reply] = await Promise.all([county.call(b, 'answer', { id, yes: true }), county.round()])
      const { holders } = await seatsOf(id)
      expect(holders).toEqual(ids([reply.ok ? b : c]))
      expect((await mineOf(reply.ok ? b : c, id))?.state).toBe(reply.ok ? 'in' : 'offered')
    }
  })

  test('cannot be answered by whoever was not asked', async () => {
    const { id, c } = await offered()
    expect(await county.refusalOf(c, 'answer', { id, yes: true })).toBe('activity.nothing_to_answer')
    expect(await county.refusalOf('resident', 'answer', { id, yes: true })).toBe('activity.nothing_to_answer')
  })
})
