// The leader confirms who came and how long; what comes of it in rows, ledgers, and with those who did not come.
import type { ActivityDoc } from '../../cloudfunctions/core/ports/documents'
import { County, hour, minute, personIdOf } from './county'
import { rowIn, stepAt, underWay } from './day-county'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

const serving = (id: string, holders: readonly string[], changes: Partial<ActivityDoc> = {}) =>
  underWay(county, id, { holders }, { serves: true, ...changes })
const word = (who: string, attendance: 'came' | 'late' | 'absent' | 'excused', minutes = 0) => ({
  ...{ personId: personIdOf(who), attendance, minutes },
})
const settle = (id: string, rows: ReturnType<typeof word>[], done = false) =>
  county.ask('leader', 'settleDay', { id, rows, done })
const hoursOf = (who: string) => county.ask(who, 'myHours', {})

describe('confirming', () => {
  test('puts hours of helpers into their ledgers, and the same again changes nothing', async () => {
    await serving('plain', ['resident', 'member'])
    const rows = [word('resident', 'came', 120), word('member', 'late', 90)]
    expect(await settle('plain', rows)).toEqual({ settled: 2, settledAt: null, minutes: 210 })
    await settle('plain', rows)
    const hours = await hoursOf('resident')
    expect(hours).toMatchObject({ minutes: 120, total: 120, times: 1, colours: 1 })
    expect(hours.items).toMatchObject([{ activityId: 'plain', minutes: 120, kind: 'confirmed' }])
  })

  test('guests have no hours, whoever did not come neither', async () => {
    await underWay(county, 'guests', { holders: ['county'] })
    expect(await settle('guests', [word('county', 'came', 120)])).toMatchObject({ settled: 1, minutes: 0 })
    await serving('away', ['county'])
    expect(await settle('away', [word('county', 'absent', 120)])).toMatchObject({ minutes: 0 })
    expect(await hoursOf('county')).toMatchObject({ total: 0, items: [] })
  })

  test('until the day is closed, the leader’s later word replaces the earlier one', async () => {
    await serving('later', ['staff'])
    for (const minutes of [60, 90, 0, 75, 75]) {
      await settle('later', [word('staff', minutes ? 'came' : 'excused', minutes)])
      expect((await hoursOf('staff')).total).toBe(minutes)
    }
    expect((await hoursOf('staff')).items).toHaveLength(1)
  })

  test('closes the day once every row has a word', async () => {
    await serving('close', ['neighbour', 'farStaff'])
    const half = { id: 'close', rows: [word('neighbour', 'came', 60)], done: true }
    const refused = await county.call('leader', 'settleDay', half)
    expect(refused).toMatchObject({ ok: false, refusal: { refused: 'day.rows_missing', facts: { count: 1 } } })
    const closed = await settle('close', [word('farStaff', 'excused')], true)
    expect(closed.settledAt).not.toBeNull()
    // A lost answer is given again; another word has to be a correction.
    expect(await settle('close', [word('farStaff', 'excused')], true)).toEqual(closed)
    const other = { id: 'close', rows: [word('neighbour', 'came', 90)], done: true }
    expect(await county.refusalOf('leader', 'settleDay', other)).toBe('day.settled')
    expect((await hoursOf('neighbour')).total).toBe(60)
  })

  test('is refused before the start, and for what was called off', async () => {
    const startsAt = county.now() + hour / 2
    await serving('before', ['resident'], { startsAt, endsAt: startsAt + hour })
    await serving('off', ['resident'], { state: 'cancelled', reason: '下雨' })
    const refusal = (id: string) => county.refusalOf('leader', 'settleDay', { id, rows: [], done: true })
    expect(await refusal('before')).toBe('day.not_begun')
    expect(await refusal('off')).toBe('activity.called_off')
  })

  test('cut off after any of its writes and repeated, hours are there once', async () => {
    for (let kill = 1; kill <= 7; kill++) {
      const id = `cut${kill}`
      await county.residents([`c${kill}`, `d${kill}`])
      await serving(id, [`c${kill}`, `d${kill}`])
      const input = { id, rows: [word(`c${kill}`, 'came', 60), word(`d${kill}`, 'late', 45)], done: true }
      await county.call('leader', 'settleDay', input, kill).catch(() => undefined)
      await county.ask('leader', 'settleDay', input)
      const totals = [await hoursOf(`c${kill}`), await hoursOf(`d${kill}`)].map(({ total }) => total)
      expect(totals).toEqual([60, 45])
      expect((await county.one('activities', id)).settledAt).toEqual(expect.any(Number))
    }
  }, 60_000)
})

describe('who did not come', () => {
  test('without a word is remembered by it until she next comes; excused is not', async () => {
    await county.residents(['absent', 'excused'])
    const { title, startsAt } = await serving('missed', ['absent', 'excused'])
    await settle('missed', [word('absent', 'absent'), word('excused', 'excused')])
    const missedOf = async (who: string) => (await county.one('people', personIdOf(who))).missed ?? null
    expect(await missedOf('absent')).toEqual({ activityId: 'missed', title, at: startsAt })
    expect(await missedOf('excused')).toBeNull()
    await serving('next', ['absent'], { startsAt: startsAt + minute })
    await settle('next', [word('absent', 'excused')])
    expect(await missedOf('absent')).not.toBeNull()
    await settle('next', [word('absent', 'late', 30)])
    expect(await missedOf('absent')).toBeNull()
  })

  test('and was excused after all is remembered no more', async () => {
    await county.residents(['after'])
    await serving('afterAll', ['after'])
    await settle('afterAll', [word('after', 'absent')])
    await settle('afterAll', [word('after', 'excused')])
    expect((await county.one('people', personIdOf('after'))).missed).toBeNull()
  })
})

describe('forgotten check-outs', () => {
  test('half an hour after the end, whoever is still in counts as gone at the planned end', async () => {
    const { endsAt } = await serving('forgotten', ['resident', 'member', 'staff'])
    const at = county.now()
    const about = (who: string, kind: 'in' | 'out') => stepAt(at, { kind, personId: personIdOf(who) })
    const steps = [about('resident', 'in'), about('member', 'in'), { ...about('member', 'out'), at: at + minute }]
    await county.ask('leader', 'mergeDay', { id: 'forgotten', sentAt: at, steps })
    const outs = async () => {
      const { items } = await county.ask('leader', 'daySheet', { id: 'forgotten' })
      return items.map(({ outAt, outAssumed }) => [outAt, outAssumed])
    }
    await county.advance(endsAt - county.now() + 29 * minute)
    await county.round()
    expect(await outs()).toEqual([
      [null, false],
      [at + minute, false],
      [null, false],
    ])
    await county.advance(2 * minute)
    await county.round()
    await county.round()
    expect(await outs()).toEqual([
      [endsAt, true],
      [at + minute, false],
      [null, false],
    ])
    // A phone that was out of reach merges what it noted: a true out takes the place of the assumed one.
    const out = { ...about('resident', 'out'), at: at + 10 * minute }
    const late = { ...about('staff', 'in'), at }
    await county.ask('leader', 'mergeDay', { id: 'forgotten', sentAt: county.now(), steps: [out, late] })
    expect(await outs()).toEqual([
      [at + 10 * minute, false],
      [at + minute, false],
      [endsAt, true],
    ])
  })

  test('a round looks at what ended since the last one alone', async () => {
    await county.round()
    const old = await serving('old', ['resident'], {
      startsAt: county.now() - 30 * hour,
      endsAt: county.now() - 28 * hour,
    })
    await county.add('signups', [rowIn(old, 'pwithin', { ins: [1] })])
    await county.round()
    expect((await county.one('signups', 'old_pwithin')).outAssumed).toBeUndefined()
  })
})
