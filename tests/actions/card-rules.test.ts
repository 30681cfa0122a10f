// What a card does at the door of an activity is what signing up does: on the genuine SDK and a local cloud.
import { alsoKeeps, answersTold, home, sentCard, stateOf } from './cards'
import { County, hour, personIdOf } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

describe('the rules of signing up', () => {
  test('put her at the end of the line when the last seat is gone, and say which place it is', async () => {
    const at = await home(county, { capacity: 1 })
    const token = await sentCard(county, at)
    expect((await county.ask(at.phone, 'openCard', { token })).isFull).toBe(false)
    await county.ask('resident', 'join', { id: at.id })
    expect((await county.ask(at.phone, 'openCard', { token })).isFull).toBe(true)
    const said = await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect(said).toMatchObject({ answer: 'yes', mine: { state: 'waiting', position: 1 } })
    expect(await county.ask(at.phone, 'openCard', { token })).toMatchObject({ mine: { state: 'waiting', position: 1 } })
    const [told] = await county.find('messages', { personId: personIdOf(at.daughter), kind: 'answered' })
    expect(told?.body).toContain('候补第 1 位')
    await county.ask('resident', 'leave', { id: at.id })
    expect((await county.ask(at.phone, 'openCard', { token })).mine?.state).toBe('in')
  })

  test('say before she answers whether her slot is full, and leave it to the lot where one decides', async () => {
    const unit = {
      kind: 'slot' as const,
      capacity: 1,
      role: 'guest' as const,
      skills: '',
      startsAt: null,
      endsAt: null,
    }
    const seats = {
      u1: { left: 0, waiting: 0, holders: ['other'], line: [] },
      u2: { left: 1, waiting: 0, holders: [], line: [] },
    }
    const units = [
      { ...unit, id: 'u1', name: '九点' },
      { ...unit, id: 'u2', name: '十点' },
    ]
    const at = await home(county, { capacity: 2, units, seats })
    const other = await home(county, { capacity: 2, units, seats })
    const full = await sentCard(county, at, { unit: 'u1' })
    const free = await sentCard(county, other, { unit: 'u2' })
    expect((await county.ask(at.phone, 'openCard', { token: full })).isFull).toBe(true)
    expect((await county.ask(other.phone, 'openCard', { token: free })).isFull).toBe(false)
    await county.set('activities', at.id, { drawAt: county.now() + hour })
    expect((await county.ask(at.phone, 'openCard', { token: full })).isFull).toBe(false)
  })

  test('refuse her as they would refuse who invites her, and a refused answer binds nobody', async () => {
    for (const [changes, no] of [
      [{ ages: { from: null, to: 30 } }, 'activity.age'],
      [{ state: 'closed' }, 'activity.closed'],
      [{ audience: 'community', communityId: 'west' }, 'activity.community_only'],
    ] as const) {
      const at = await home(county)
      const token = await sentCard(county, at)
      await county.set('activities', at.id, changes)
      expect(await county.refusalOf(at.phone, 'answerCard', { token, yes: true })).toBe(no)
      expect(await stateOf(county, at)).toMatchObject({ isIn: false, answer: 'none', isDone: true, answeredBy: '' })
      expect(await answersTold(county, at.daughter)).toEqual([])
      expect((await county.ask(`other-${at.id}`, 'openCard', { token })).you).toBe('new')
    }
  })

  test('refuse the card itself to who would send it, where her answer would be refused', async () => {
    const month = await home(county, { perMonth: 1 })
    await county.activity(`${month.id}b`, { perMonth: 1 })
    await county.ask(month.daughter, 'join', { id: `${month.id}b`, people: [month.mother] })
    for (const [at, refused, name] of [
      [await home(county, { ages: { from: null, to: 30 } }), 'activity.age', '妈妈'],
      [await home(county, { ages: { from: 60, to: null } }, { born: null }), 'activity.age_unknown', '妈妈'],
      [await home(county, { audience: 'community', communityId: 'west' }), 'activity.community_only', undefined],
      [await home(county, { audience: 'members' }), 'activity.members_only', undefined],
      [month, 'activity.month_limit', '妈妈'],
      [await home(county, {}, { kind: 'care', born: '2019-04' }), 'card.not_for_children', undefined],
    ] as const) {
      const reply = await county.call(at.daughter, 'makeCard', { id: at.id, wardId: at.mother })
      expect(reply).toMatchObject({ refusal: { refused } })
      expect('refusal' in reply && reply.refusal.facts.name).toBe(name)
    }
  })

  test('name her in a refusal as who reads it calls her, and to anybody else than her family not at all', async () => {
    const at = await home(county)
    const son = `son-${at.id}`
    await alsoKeeps(county, at, son)
    await alsoKeeps(county, at, `look-${at.id}`, { called: '外婆', may: { signUp: false, told: true } })
    const token = await sentCard(county, at)
    await county.set('activities', at.id, { ages: { from: null, to: 30 } })
    const nameFor = async (openid: string) => {
      const reply = await county.call(openid, 'answerCard', { token, yes: true })
      return 'refusal' in reply ? [reply.refusal.refused, reply.refusal.facts.name] : []
    }
    expect(await nameFor(son)).toEqual(['activity.age', '老妈'])
    expect(await nameFor(at.phone)).toEqual(['activity.age', undefined])
    expect(await nameFor(`look-${at.id}`)).toEqual(['family.not_yours', '外婆'])
    await county.ask(at.phone, 'acceptCard', { token })
    expect(await nameFor(at.phone)).toEqual(['activity.age', undefined])
  })

  test('keep a seat that was offered to her when she says 我去 once more', async () => {
    const startsAt = county.now() + 3 * hour
    const times = { startsAt, endsAt: startsAt + hour, closesAt: startsAt, cancelBy: startsAt - hour }
    const at = await home(county, { ...times, capacity: 1 })
    const token = await sentCard(county, at)
    await county.ask('resident', 'join', { id: at.id })
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    await county.ask('resident', 'leave', { id: at.id })
    expect((await county.ask(at.phone, 'openCard', { token })).mine?.state).toBe('offered')
    expect((await county.ask(at.phone, 'answerCard', { token, yes: true })).mine).toMatchObject({ state: 'in' })
    await county.advance(2 * hour)
    await county.round()
    expect((await county.one('activities', at.id)).holders).toEqual([at.mother])
  })

  test('let her give the seat back only until the time to cancel, and say whom to call after it', async () => {
    const at = await home(county)
    const token = await sentCard(county, at)
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    await county.set('activities', at.id, { cancelBy: county.now() - 1 })
    const reply = await county.call(at.phone, 'answerCard', { token, yes: false })
    expect(reply).toMatchObject({ ok: false, refusal: { refused: 'activity.too_late_to_leave' } })
    expect(reply).toMatchObject({ refusal: { facts: { contactPhone: '0555-7654321' } } })
    expect(await stateOf(county, at)).toMatchObject({ isIn: true, answer: 'yes', isDone: true })
  })

  test('leave her in the post and with the answers she is in with already', async () => {
    const at = await home(county, {
      questions: [{ id: 'q1', kind: 'text', label: '忌口', options: [], required: false }],
    })
    const token = await sentCard(county, at, { answers: { q1: '不吃辣' } })
    const answers = [{ personId: at.mother, values: { q1: '不吃葱' } }]
    await county.ask(at.daughter, 'join', { id: at.id, people: [at.mother], answers })
    await county.ask(at.phone, 'answerCard', { token, yes: true })
    const rows = await county.find('signups', { activityId: at.id })
    expect(rows.map((row) => row.answers)).toEqual([{ q1: '不吃葱' }])
  })
})
