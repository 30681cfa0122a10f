import { terms } from '../../cloudfunctions/core/domain/search'
import { County, day, hour, minute } from './county'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

type Filter = Parameters<typeof listed>[0]

/** Ids of every page of a list, in order. */
async function listed(filter: object, openid = 'resident'): Promise<string[]> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const input = { communityId: null, from: county.now(), ...filter, cursor }
    const page: { items: { id: string }[]; next: string | null } = await county.ask(openid, 'listActivities', input)
    found.push(...page.items.map((each) => each.id))
    cursor = page.next
  } while (cursor)
  return found
}

describe('what is on', () => {
  const at = (n: number) => county.now() + 20 * day + n * minute
  beforeAll(async () => {
    // Forty start at the very same moment, as Saturdays at nine do.
    for (let n = 0; n < 40; n++) {
      const startsAt = at(0)
      await county.activity(`tie${String(n).padStart(2, '0')}`, { startsAt, endsAt: startsAt + hour })
    }
    await county.activity('west-blue', { communityId: 'west', colour: 'blue', startsAt: at(5), endsAt: at(9) })
    await county.activity('west-green', {
      communityId: 'west',
      startsAt: at(6),
      endsAt: at(9),
      title: '学用智能手机',
      terms: terms('学用智能手机'),
    })
  }, 60_000)

  test('comes page by page without gaps or repeats, also when many start at once', async () => {
    const startsAt = (await county.one('activities', 'tie00')).startsAt
    for (let n = 0; n < 40; n++) await county.set('activities', `tie${String(n).padStart(2, '0')}`, { startsAt })
    const found = await listed({})
    expect(found).toHaveLength(42)
    expect(new Set(found).size).toBe(42)
    expect(found.slice(-2)).toEqual(['west-blue', 'west-green'])
  })

  const narrowed: [string, Filter, string[]][] = [
    ['one community', { communityId: 'west' }, ['west-blue', 'west-green']],
    ['one colour', { colour: 'blue' }, ['west-blue']],
    ['one colour of one community', { communityId: 'west', colour: 'green' }, ['west-green']],
    ['words in the title', { search: '手机' }, ['west-green']],
    ['words in the title of one community', { communityId: 'east', search: '手机' }, []],
    ['words apart that must all be there', { search: '学用 手机' }, ['west-green']],
    ['characters that stand apart', { search: '学机' }, []],
    ['punctuation only', { search: '，。' }, []],
  ]
  test.each(narrowed)('is narrowed to %s', async (_, filter, ids) => {
    expect(await listed(filter)).toEqual(ids)
  })

  test('ends before `to` and starts with `from`', async () => {
    const { startsAt } = await county.one('activities', 'west-blue')
    expect(await listed({ from: startsAt, to: startsAt + 1 })).toEqual(['west-blue'])
    expect(await listed({ from: startsAt, to: startsAt })).toEqual([])
  })

  test('shows her own part in each', async () => {
    await county.ask('resident', 'join', { id: 'west-blue' })
    const input = { communityId: 'west', from: county.now() }
    const mine = async (openid: string) =>
      (await county.ask(openid, 'listActivities', input)).items.map((each) => each.mine?.state ?? null)
    expect(await mine('resident')).toEqual(['in', null])
    expect(await mine('nobody-yet')).toEqual([null, null])
  })

  test('never lets the people in it out', async () => {
    const text = JSON.stringify(await county.ask('resident', 'listActivities', { communityId: 'west', from: 0 }))
    expect(text).not.toMatch(/holders|"line"|terms|createdBy/)
  })

  test('begins anew with a cursor we never gave', async () => {
    const input = { communityId: 'west', from: county.now(), cursor: 'bm9uc2Vuc2U' }
    expect((await county.ask('resident', 'listActivities', input)).items).toHaveLength(2)
  })
})

describe('my sign-ups', () => {
  test('come soonest first, the past latest first', async () => {
    const now = county.now()
    const starts = { late: now + 5 * day, soon: now + 3 * day, middle: now + 4 * day }
    for (const [id, startsAt] of Object.entries(starts)) {
      await county.activity(id, { startsAt, endsAt: startsAt + hour, cancelBy: startsAt })
      await county.ask('member', 'join', { id })
    }
    const mine = async (which: 'coming' | 'past') =>
      (await county.ask('member', 'myActivities', { which })).items.map((each) => each.id)
    expect(await mine('coming')).toEqual(['soon', 'middle', 'late'])
    await county.advance(4 * day + 2 * hour)
    expect(await mine('coming')).toEqual(['late'])
    expect(await mine('past')).toEqual(['middle', 'soon'])
  })

  test('do not hold what she gave back', async () => {
    await county.ask('member', 'leave', { id: 'late' })
    expect((await county.ask('member', 'myActivities', { which: 'coming' })).items).toEqual([])
  })
})
