// What a card does at the door of an activity is what signing up does: on the genuine SDK and a local cloud.
import { answersTold, home, sentCard, stateOf } from './cards'
import { County, hour, personIdOf } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

describe('the rules of signing up', () => {
  test('put her at the end of the line when the last seat is gone, and say which place it is', async () => {
    const at = await home(county, { capacity: 1 })
    const token = await sentCard(county, at)
    await county.ask('resident', 'join', { id: at.id })
    const said = await county.ask(at.phone, 'answerCard', { token, yes: true })
    expect(said).toMatchObject({ answer: 'yes', mine: { state: 'waiting', position: 1 } })
    expect(await county.ask(at.phone, 'openCard', { token })).toMatchObject({ mine: { state: 'waiting', position: 1 } })
    const [told] = await county.find('messages', { personId: personIdOf(at.daughter), kind: 'answered' })
    expect(told?.body).toContain('候补第 1 位')
    await county.ask('resident', 'leave', { id: at.id })
    expect((await county.ask(at.phone, 'openCard', { token })).mine?.state).toBe('in')
  })

  test('refuse her as they would refuse who invites her, and a refused answer binds nobody', async () => {
    const old = await home(county, { ages: { from: null, to: 30 } })
    const closed = await home(county, { state: 'closed' })
    const far = await home(county, { audience: 'community', communityId: 'west' })
    for (const [at, no] of [
      [old, 'activity.age'],
      [closed, 'activity.closed'],
      [far, 'activity.community_only'],
    ] as const) {
      const token = await sentCard(county, at)
      expect(await county.refusalOf(at.phone, 'answerCard', { token, yes: true })).toBe(no)
      expect(await stateOf(county, at)).toMatchObject({ isIn: false, answer: 'none', isDone: true, answeredBy: '' })
      expect(await answersTold(county, at.daughter)).toEqual([])
      expect((await county.ask(`other-${at.id}`, 'openCard', { token })).you).toBe('new')
    }
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
