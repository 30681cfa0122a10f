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
    expect(await settle('plain', rows)).toEqual({ settled: 2, settledAt: null, minutes: 210, asked: 0 })
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

  test('is of those who have a seat: who only waits, or asked and got no answer, has no hours', async () => {
    await underWay(
      county,
      'waits',
      { holders: ['resident'], line: ['neighbour'], pool: ['stranger'] },
      { serves: true },
    )
    const rows = [word('neighbour', 'came', 60), word('stranger', 'came', 60)]
    const before = (await hoursOf('neighbour')).total
    expect(await settle('waits', rows)).toMatchObject({ settled: 0, minutes: 0 })
    expect((await hoursOf('neighbour')).total).toBe(before)
    expect((await hoursOf('stranger')).total).toBe(0)
  })

  test('gives nobody more than the plan and an hour; more is for two people', async () => {
    await serving('most', ['member'])
    const before = (await hoursOf('member')).total
    const rows = (minutes: number) => ({ id: 'most', rows: [word('member', 'came', minutes)], done: false })
    expect(await county.refusalOf('leader', 'settleDay', rows(195))).toBe('hours.too_many')
    expect((await hoursOf('member')).total).toBe(before)
    expect(await county.ask('leader', 'settleDay', rows(180))).toMatchObject({ minutes: 180 })
  })

  test('of her own hours waits for a second person; what another confirmed for her stands at once', async () => {
    await serving('hers', ['leader', 'resident'])
    const rows = [word('leader', 'came', 120), word('resident', 'came', 60)]
    expect(await settle('hers', rows)).toMatchObject({ settled: 2, minutes: 60, asked: 120 })
    expect((await hoursOf('leader')).total).toBe(0)
    const { items } = await county.ask('leader', 'daySheet', { id: 'hers' })
    expect(items[0]).toMatchObject({ isMe: true, attendance: 'came', confirmed: 0, asked: 120 })
    const closed = await settle('hers', rows, true)
    expect(closed).toMatchObject({ asked: 120, settledAt: expect.any(Number) as number })
    expect(await settle('hers', rows, true)).toEqual(closed)
    const { items: waiting } = await county.ask('staff', 'corrections', { which: 'asked' })
    const [correction] = waiting.filter(({ activityId }) => activityId === 'hers')
    expect(correction).toMatchObject({ name: 'leader', from: 0, to: 120, canDecide: true })
    const decision = { id: correction?.id, accept: true }
    expect(await county.refusalOf('leader', 'decideCorrection', decision)).toBe('hours.second_person')
    await county.ask('staff', 'decideCorrection', decision)
    expect((await hoursOf('leader')).total).toBe(120)
    expect(await county.one('signups', `hers_${personIdOf('leader')}`)).toMatchObject({ minutes: 120, own: 0 })

    await serving('others', ['leader'])
    await settle('others', [word('leader', 'came', 120)])
    const byStaff = { id: 'others', rows: [word('leader', 'came', 90)], done: false }
    expect(await county.ask('staff', 'settleDay', byStaff)).toMatchObject({ minutes: 90, asked: 0 })
    await settle('others', [word('leader', 'came', 90)], true)
    expect((await hoursOf('leader')).total).toBe(210)
    expect(await county.find('corrections', { activityId: 'others' })).toEqual([])
  })

  test('two leaders who say different things at once: rows and ledgers say the same', async () => {
    const people = Array.from({ length: 24 }, (_, n) => `at${n}`)
    await county.residents(people)
    for (let n = 0; n < 6; n++) {
      const id = `both${n}`
      await serving(id, people)
      const say = (by: string, order: readonly string[], minutes: number) =>
        county.ask(by, 'settleDay', { id, rows: order.map((who) => word(who, 'came', minutes)), done: false })
      const turned = [...people].reverse()
      await Promise.all([say('leader', people, 60), say('staff', turned, 90), say('leader', people.slice(12), 120)])
      const ledgers = await county.find('ledgers', { 'entries.activityId': id })
      const inLedger = ledgers.map(({ personId, entries }) => [
        personId,
        entries.find(({ activityId }) => activityId === id)?.minutes,
      ])
      const rows = await county.find('signups', { activityId: id })
      expect(Object.fromEntries(inLedger)).toEqual(Object.fromEntries(rows.map((row) => [row.personId, row.minutes])))
    }
  }, 60_000)

  test('a word that comes while another closes the day is kept whole or not at all', async () => {
    for (let n = 0; n < 8; n++) {
      const id = `closing${n}`
      await county.residents([`cl${n}`])
      await serving(id, [`cl${n}`])
      await settle(id, [word(`cl${n}`, 'came', 60)])
      const later = { id, rows: [word(`cl${n}`, 'came', 90)], done: false }
      await Promise.all([settle(id, [], true), county.call('staff', 'settleDay', later)])
      const row = await county.one('signups', `${id}_${personIdOf(`cl${n}`)}`)
      expect((await hoursOf(`cl${n}`)).total).toBe(row.minutes)
    }
  }, 60_000)

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

  test('cut off between hours and their row and never repeated, the hours are what the row says', async () => {
    await county.residents(['half'])
    await serving('half', ['half'])
    await settle('half', [word('half', 'came', 30)])
    // Promised, then the hours, then the row.
    await county
      .call('leader', 'settleDay', { id: 'half', rows: [word('half', 'late', 60)], done: true }, 2)
      .catch(() => 0)
    expect((await hoursOf('half')).total).toBe(60)
    await county.mend()
    await county.mend()
    expect((await hoursOf('half')).total).toBe(30)
    expect(await settle('half', [word('half', 'late', 60)])).toMatchObject({ minutes: 60 })
    expect((await hoursOf('half')).total).toBe(60)
  })
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

  test('however many end at the same minute, everybody in them is looked after', async () => {
    await county.round()
    const startsAt = county.now() - hour
    const many = Array.from({ length: 130 }, (_, n) => `same${String(n).padStart(3, '0')}`)
    const [same] = await Promise.all(many.map((id) => serving(id, [], { startsAt, endsAt: startsAt + 2 * hour })))
    if (!same) throw new Error('there are none')
    const rows = many.map((id) => rowIn({ ...same, _id: id }, 'pthere', { ins: [startsAt] }))
    await county.add('signups', rows)
    await county.advance(hour + 31 * minute)
    for (let n = 0; n < 3; n++) await county.round()
    const left = await county.find('signups', { personId: 'pthere', outAssumed: { $ne: true } })
    expect(left.map(({ activityId }) => activityId)).toEqual([])
  }, 60_000)

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
