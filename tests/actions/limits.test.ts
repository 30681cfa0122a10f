// What one person may take: calls in a minute, numbers of others in an hour, guesses. Everybody else goes on undisturbed.
import { settleCases } from './cases'
import { County, day, hour, minute, personDoc, personIdOf } from './county'
import { wardDoc } from './families'

const calls = 40
const numbers = 60
const guesses = 30
const county = new County()
beforeAll(async () => {
  process.env.FUNCTION_CALLS_PER_MINUTE = String(calls)
  process.env.FUNCTION_NUMBERS_PER_HOUR = String(numbers)
  await settleCases(county)
}, 60_000)
afterAll(async () => {
  delete process.env.FUNCTION_CALLS_PER_MINUTE
  delete process.env.FUNCTION_NUMBERS_PER_HOUR
  await county.end()
})
/** Each test begins with an hour in which nobody has taken anything. */
beforeEach(async () => {
  await county.advance(2 * hour - (county.now() % hour) + 1)
  await county.clear('limits')
})

/** A fact of the refusal that an answer is. */
const factOf = (reply: object, name: string): number => {
  const { refusal: { facts } = { facts: {} } } = reply as { refusal?: { facts: Record<string, number> } }
  return facts[name] ?? 0
}
const refusal = async (openid: string) => county.refusalOf(openid, 'health', {})
/** Calls until one is refused; how many were let in. */
async function letIn(openid: string): Promise<number> {
  for (let n = 0; n < 3 * calls; n++) if ((await refusal(openid)) !== '') return n
  return Infinity
}

describe('calls of one person', () => {
  test('a leader at the door is let in as fast as she taps, up to the limit, and told how long to rest', async () => {
    for (let n = 0; n < calls - 1; n++) expect(await refusal('leader')).toBe('')
    await county.call('leader', 'health', {})
    const reply = await county.call('leader', 'health', {})
    expect(reply).toMatchObject({ ok: false, refusal: { refused: 'access.too_often' } })
    const seconds = factOf(reply, 'seconds')
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(await refusal('resident')).toBe('')
    await county.advance(seconds * 1000)
    expect(await refusal('leader')).toBe('')
  })

  test('that are few ask the database for nothing', async () => {
    const before = await county.call('member', 'listTeams', { communityId: null })
    for (let n = 0; n < 5; n++) {
      const { stats } = await county.call('member', 'listTeams', { communityId: null })
      expect(stats.requests).toBe(before.stats.requests)
    }
    expect(await county.find('limits', {})).toEqual([])
  })

  test('are counted over a sliding minute, not anew at each full one', async () => {
    await county.advance(minute - 30_000)
    expect(await letIn('staff')).toBe(calls)
    await county.advance(31_000)
    expect(await letIn('staff')).toBeLessThan(calls / 4)
  })

  test('to several functions, which have an instance each, are bounded together', async () => {
    let passed = 0
    for (let n = 0; n < 2 * calls; n++) {
      for (const key of ['health', 'myCertificates', 'caseFigures'] as const) {
        const input = key === 'caseFigures' ? { communityId: 'east', year: 2026 } : {}
        if ((await county.refusalOf('neighbour', key, input)) === '') passed++
      }
    }
    // The limit, and for each of three instances less than a quarter that it had not told the others.
    expect(passed).toBeGreaterThanOrEqual(calls)
    expect(passed).toBeLessThan(calls + 3 * (calls / 4))
  })

  test('who has no account here share nothing: one of them takes nothing from another', async () => {
    for (let n = 0; n < 2 * calls; n++) expect(await refusal('')).toBe('')
  })

  test('that are refused read nothing and write nothing', async () => {
    await letIn('power')
    const { stats } = await county.call('power', 'me', {})
    expect(stats).toMatchObject({ requests: 0, writes: 0 })
  })
})

describe('numbers of others', () => {
  const people = Array.from({ length: 90 }, (_, n) => `n${n}`)
  const activities = ['door', 'second', 'third']
  beforeAll(async () => {
    const docs = people.map((openid, n) => personDoc(openid, 'east', { phone: `139${String(n).padStart(8, '0')}` }))
    await county.add('people', docs)
    for (const [n, id] of activities.entries()) {
      const holders = people.slice(n * 30, n * 30 + 30).map(personIdOf)
      const startsAt = county.now() + 20 * day
      await county.activity(id, { capacity: null, holders, taken: 30, startsAt, endsAt: startsAt + hour })
    }
  })
  const roster = (openid: string, id: string) => county.call(openid, 'roster', { id, which: 'in' })

  test('the same list opened again and again counts once, and costs a few requests once', async () => {
    const first = await roster('leader', 'door')
    const again = await roster('leader', 'door')
    expect(first.stats.requests - again.stats.requests).toBeGreaterThan(0)
    expect(first.stats.requests - again.stats.requests).toBeLessThanOrEqual(4)
    for (let n = 0; n < 10; n++) expect((await roster('leader', 'door')).ok).toBe(true)
    const [counter] = await county.find('limits', { seen: { $exists: true } })
    expect(counter).toMatchObject({ taken: 30 })
    expect(counter?.seen).toHaveLength(30)
  })

  /** Minutes for which a list comes without numbers; 0 when it brings all of them. */
  async function heldOf(openid: string, id: string, key: 'roster' | 'daySheet' = 'roster'): Promise<number> {
    const { items, held } = await county.ask(openid, key, { id, ...(key === 'roster' && { which: 'in' }) })
    expect(items).toHaveLength(30)
    expect(items.every(({ name }) => name !== '')).toBe(true)
    expect(items.every(({ phone }) => (held ? phone === '' : phone.startsWith('139')))).toBe(true)
    return held ?? 0
  }

  test('beyond the allowance a list comes without them, and says for how long; those seen before still come', async () => {
    expect(await heldOf('leader', 'door')).toBe(0)
    expect(await heldOf('leader', 'second')).toBe(0)
    const minutes = await heldOf('leader', 'third')
    expect(minutes).toBeGreaterThan(0)
    expect(minutes).toBeLessThanOrEqual(60)
    expect(await heldOf('leader', 'door')).toBe(0)
    expect(await heldOf('staff', 'third')).toBe(0)
    await county.advance(minutes * minute)
    expect(await heldOf('leader', 'third')).toBe(0)
  })

  test('the day goes on without them', async () => {
    expect(await heldOf('leader', 'door', 'daySheet')).toBe(0)
    expect(await heldOf('leader', 'second', 'daySheet')).toBe(0)
    expect(await heldOf('leader', 'third', 'daySheet')).toBeGreaterThan(0)
  })

  test('an elder is found while a name is typed, however many were shown before', async () => {
    const elders = Array.from({ length: 4 * 20 }, (_, n) => ({
      ...wardDoc(`e${n}`, 'member', { kind: 'elder' }),
      name: `${'赵钱孙李'[n % 4]}奶奶${n}`,
      phone: `137${String(n).padStart(8, '0')}`,
      communityId: 'east',
    }))
    await county.add('dependents', elders)
    const shown = []
    for (const search of ['赵', '钱', '孙', '李']) {
      const { items, held } = await county.ask('staff', 'elders', { communityId: 'east', search })
      expect(items).toHaveLength(20)
      shown.push(items.every(({ phone }) => phone === '') ? (held ?? 0) > 0 : items.every(({ phone }) => phone))
    }
    expect(shown).toEqual([true, true, true, true])
    const { held } = await county.ask('staff', 'elders', { communityId: 'east', search: '李' })
    expect(held).toBeGreaterThan(0)
  })

  test('a list to take away counts as what it lists, and ordering it again as nothing', async () => {
    const order = (id: string, key: string, phones: boolean) =>
      county.refusalOf('leader', 'orderRoster', { id, key, kind: 'roster-xlsx', phones })
    expect(await order('door', 'l1', true)).toBe('')
    expect(await order('door', 'l2', true)).toBe('')
    expect(await order('second', 'l3', true)).toBe('')
    expect(await order('third', 'l4', true)).toBe('access.too_many_numbers')
    expect(await order('third', 'l5', false)).toBe('')
  })

  test('who read how many is in the audit, and no number is in what is kept of it', async () => {
    await roster('staff', 'second')
    const noted = await county.find('audit', { action: 'activity.roster', about: 'second', by: personIdOf('staff') })
    expect(noted.map(({ changed }) => changed)).toEqual([['30 numbers']])
    const kept = JSON.stringify([await county.find('limits', {}), noted])
    expect(kept).not.toMatch(/139\d{8}/)
    expect(JSON.stringify(await county.find('limits', {}))).not.toContain(personIdOf('staff'))
  })
})

describe('guesses', () => {
  test('whoever shows cards that are none is asked to rest, and finds nothing by going on', async () => {
    const card = { token: 'a'.repeat(24) }
    const guess = () => county.refusalOf('member', 'openCard', card)
    for (let n = 0; n <= guesses; n++) {
      expect(await guess()).toBe('card.over')
      await county.advance(10_000)
    }
    const reply = await county.call('member', 'openCard', card)
    expect(reply).toMatchObject({ ok: false, refusal: { refused: 'access.too_many_guesses' } })
    expect(factOf(reply, 'minutes')).toBe(Math.ceil((hour - (county.now() % hour)) / minute))
    expect(await county.refusalOf('member', 'acceptCard', card)).toBe('access.too_many_guesses')
    expect(await county.refusalOf('member', 'me', {})).toBe('')
    expect(await county.refusalOf('resident', 'openCard', { token: 'a'.repeat(24) })).toBe('card.over')
    await county.advance(hour)
    expect(await guess()).toBe('card.over')
  })

  test('at one kind of thing close no other: with a pile of old cards she still checks in', async () => {
    for (let n = 0; n <= guesses + 1; n++) await county.refusalOf('stranger', 'openCard', { token: 'a'.repeat(24) })
    expect(await county.refusalOf('stranger', 'openCard', { token: 'a'.repeat(24) })).toBe('access.too_many_guesses')
    expect(await county.refusalOf('stranger', 'scanCode', { text: 'old', key: 'k' })).toBe('day.code_unknown')
    expect(await county.refusalOf('stranger', 'previewKeeping', { token: 'b' })).toBe('family.invite_over')
    expect(await county.ask('stranger', 'verifyCertificate', { code: 'b'.repeat(16) })).toMatchObject({
      state: 'unknown',
    })
  })
})

test('what was counted goes once its time is over', async () => {
  await letIn('member')
  expect((await county.find('limits', {})).length).toBeGreaterThan(0)
  await county.makeLeftFiles()
  expect((await county.find('limits', {})).length).toBeGreaterThan(0)
  await county.advance(hour)
  await county.makeLeftFiles()
  expect(await county.find('limits', {})).toEqual([])
})
