// What leaders' phones noted at the door, merged: each person once, the first time kept.
import type { DayStep } from '../../cloudfunctions/core/contract'
import { ids } from '../../cloudfunctions/core/ports/ids'
import { chanceFrom } from './chance'
import { County, hour, minute, personIdOf } from './county'
import { rowIn, stepAt, underWay } from './day-county'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

const about = (who: string, changes: Partial<DayStep> = {}) =>
  stepAt(county.now(), { personId: personIdOf(who), ...changes })
const walkIn = (name: string, phone = '') => stepAt(county.now(), { name, phone, via: 'walkIn' })
const merge = (id: string, steps: DayStep[], sentAt = county.now()) =>
  county.ask('leader', 'mergeDay', { id, sentAt, steps })

test('by name: in and out, and the sheet says so', async () => {
  await underWay(county, 'byName', { holders: ['resident', 'member'] })
  const at = county.now() - 10 * minute
  const wanted = [about('resident', { at }), about('resident', { kind: 'out', at: at + minute })]
  const { results } = await merge('byName', wanted)
  expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
  expect(results[0]?.row).toMatchObject({ name: 'resident', inAt: at, outAt: at + minute, state: 'in' })
  const sheet = await county.ask('leader', 'daySheet', { id: 'byName' })
  expect(sheet.items.map(({ name, inAt, outAt }) => [name, inAt, outAt])).toEqual([
    ['resident', at, at + minute],
    ['member', null, null],
  ])
})

test('a second phone’s later check-in is already there, an earlier one counts', async () => {
  await underWay(county, 'second', { holders: ['resident'] })
  const at = county.now() - 10 * minute
  await merge('second', [about('resident', { at })])
  const later = await county.ask('staff', 'mergeDay', {
    id: 'second',
    sentAt: county.now(),
    steps: [about('resident', { at: at + minute })],
  })
  expect(later.results).toMatchObject([{ outcome: 'already', row: { inAt: at } }])
  const earlier = await merge('second', [about('resident', { at: at - minute })])
  expect(earlier.results).toMatchObject([{ outcome: 'done', row: { inAt: at - minute } }])
})

describe('who comes without a seat is let in', () => {
  test('somebody who only waits is let in beyond the seats, and her party goes on waiting', async () => {
    await underWay(county, 'beyond', {
      holders: ['leader', 'neighbour', 'county'],
      line: ['staff', 'resident', 'member'],
    })
    const bond = [personIdOf('staff'), personIdOf('resident'), personIdOf('member')].join('+')
    await county.set('activities', 'beyond', { bonds: [bond] })
    const { results } = await merge('beyond', [about('staff')])
    expect(results[0]).toMatchObject({ outcome: 'done', row: { state: 'in' } })
    const { holders, line, seatsLeft, taken, waiting, bonds } = await county.one('activities', 'beyond')
    expect([holders.length, seatsLeft, taken, waiting]).toEqual([4, -1, 4, 2])
    expect([line.length, bonds]).toEqual([2, [bond.replace(`${personIdOf('staff')}+`, '')]])
    expect(await county.one('signups', `beyond_${personIdOf('staff')}`)).toMatchObject({ state: 'in', live: true })
  })

  test('somebody who asked and got no answer, and somebody who had given her seat back', async () => {
    const activity = await underWay(county, 'asked', { pool: ['staff'] })
    await county.add('signups', [rowIn(activity, personIdOf('member'), { state: 'left', live: false })])
    const { results } = await merge('asked', [about('staff'), about('member')])
    expect(results.map(({ outcome, row }) => [outcome, row?.state])).toEqual([
      ['done', 'in'],
      ['done', 'in'],
    ])
    const { holders, pool } = await county.one('activities', 'asked')
    expect([holders.length, pool]).toEqual([2, []])
  })

  test('somebody who asked for a post and got no answer has a seat of that post, asks no more, and can leave', async () => {
    const unit = { id: 'tea', kind: 'post' as const, name: '端茶', capacity: 2, startsAt: null, endsAt: null }
    const [asking, other] = [personIdOf('staff'), personIdOf('member')]
    const bond = [asking, other, personIdOf('resident')].join('+')
    const activity = await underWay(
      county,
      'askedPost',
      { holders: [], pool: ['staff', 'member', 'resident'] },
      {
        ...{ approval: true, units: [{ ...unit, role: 'helper', skills: '' }], bonds: [bond] },
        ...{ capacity: 2, seatsLeft: 2, cancelBy: county.now() + hour },
        seats: { tea: { left: 2, waiting: 0, holders: [], line: [], pool: bond.split('+') } },
      },
    )
    const { results } = await merge(activity._id, [about('staff')])
    expect(results).toMatchObject([{ outcome: 'done', row: { state: 'in', unit: 'tea' } }])
    const after = await county.one('activities', activity._id)
    const rest = [other, personIdOf('resident')]
    expect(after).toMatchObject({ holders: [asking], pool: rest, seatsLeft: 1, bonds: [rest.join('+')] })
    expect(after.seats?.tea).toEqual({ left: 1, waiting: 0, holders: [asking], line: [], pool: rest })
    await county.ask('staff', 'leave', { id: activity._id })
    const gone = await county.one('activities', activity._id)
    expect([gone.holders, gone.seatsLeft, gone.seats?.tea?.left]).toEqual([[], 2, 2])
  })

  test('somebody who was still asked whether she comes has said yes by coming', async () => {
    const activity = await underWay(county, 'offer', {})
    const personId = personIdOf('member')
    await county.set('activities', 'offer', { holders: [personId], taken: 1, seatsLeft: 2 })
    const answerBy = county.now() + hour
    await county.add('signups', [rowIn(activity, personId, { state: 'offered', answerBy })])
    await merge('offer', [about('member')])
    expect(await county.one('signups', `offer_${personId}`)).toMatchObject({ state: 'in', answerBy: null })
  })

  test('a walk-in with a name becomes a guest with a seat; two without a number stay two', async () => {
    await underWay(county, 'walkIn', { holders: ['resident', 'member'] })
    const wanted = [walkIn('王桂兰'), walkIn('王桂兰'), walkIn('李秀', '13900001111'), walkIn('李秀', '13900001111')]
    const once = await merge('walkIn', wanted)
    const again = await merge('walkIn', wanted)
    const people = once.results.map(({ row }) => row?.personId)
    expect(new Set(people).size).toBe(3)
    expect(again.results.map(({ row }) => row?.personId)).toEqual(people)
    expect((await county.one('activities', 'walkIn')).holders).toHaveLength(5)
    expect(once.results[0]?.row).toMatchObject({ name: '王桂兰', kind: 'guest', state: 'in' })
  })

  test('a name that nobody may write is answered for that step alone; without an answer the queue waits', async () => {
    await underWay(county, 'risky', { holders: ['resident'] })
    const steps = [about('resident'), walkIn('赌博网站'), walkIn('周敏')]
    const { results } = await merge('risky', steps)
    expect(results.map(({ outcome, row }) => [outcome, row?.name])).toEqual([
      ['done', 'resident'],
      ['risky', undefined],
      ['done', '周敏'],
    ])
    expect(await county.find('dependents', { name: '赌博网站' })).toEqual([])
    await county.checks({ textDown: true })
    const waiting = { id: 'risky', sentAt: county.now(), steps: [...steps, walkIn('新来的')] }
    expect(await county.refusalOf('leader', 'mergeDay', waiting)).toBe('content.unchecked')
    await county.checks({ textDown: false })
    expect((await merge('risky', waiting.steps)).results.at(-1)).toMatchObject({ outcome: 'done' })
  })

  test('a number is kept as digits, however it was typed; what is none is left out', async () => {
    await underWay(county, 'typed', { holders: ['resident'] })
    const typed = [
      walkIn('沈阿姨', '139 0000 2222'),
      walkIn('沈阿姨', '１３９００００２２２２'),
      walkIn('沈叔', '住三楼'),
    ]
    const { results } = await merge('typed', typed)
    expect(results.map(({ row }) => row?.phone)).toEqual(['13900002222', '13900002222', ''])
    expect(results[0]?.row?.personId).toBe(results[1]?.row?.personId)
  })

  test('whoever gave her seat back is nobody to other steps: her number is not told', async () => {
    const activity = await underWay(county, 'gone', { holders: ['resident'] })
    await county.add('signups', [rowIn(activity, personIdOf('member'), { state: 'left', live: false })])
    for (const kind of ['out', 'undo'] as const) {
      expect((await merge('gone', [about('member', { kind })])).results).toMatchObject([
        { outcome: 'unknown', row: null },
      ])
    }
    expect((await merge('gone', [about('member')])).results).toMatchObject([{ outcome: 'done' }])
  })

  test('a guest who claimed her record meanwhile is the account that claimed it', async () => {
    const activity = await underWay(county, 'claimed', { holders: ['resident'] })
    const { results } = await merge('claimed', [walkIn('member', '13800001234')])
    const guest = results[0]?.row?.personId ?? ''
    expect(guest).toBe(ids.guest(activity.communityId, 'member', '13800001234'))
    await county.ask('member', 'claim', { id: guest })
    await county.ask('leader', 'confirmClaim', { id: guest, by: personIdOf('member'), accept: true })
    const out = stepAt(county.now(), { personId: guest, kind: 'out' })
    expect((await merge('claimed', [out])).results[0]?.row?.personId).toBe(personIdOf('member'))
  })

  test('a post or slot she waits for, or that the leader chose, is hers', async () => {
    const unit = (id: string) => ({
      ...{ id, kind: 'post' as const, name: id, capacity: 1, startsAt: null, endsAt: null, role: 'helper' as const },
      skills: '',
    })
    const waiting = personIdOf('staff')
    const seats = {
      tea: { left: 0, waiting: 1, holders: [personIdOf('leader')], line: [waiting] },
      door: { left: 1, waiting: 0, holders: [], line: [] },
    }
    const activity = await underWay(
      county,
      'posts',
      { holders: ['leader'], line: [] },
      { units: [unit('tea'), unit('door')], seats },
    )
    await county.set('activities', 'posts', { line: [waiting], waiting: 1 })
    await county.add('signups', [rowIn(activity, waiting, { state: 'waiting', unit: 'tea' })])
    const { results } = await merge('posts', [about('staff'), { ...walkIn('赵丽'), unit: 'door' }])
    expect(results.map(({ row }) => [row?.unit, row?.role])).toEqual([
      ['tea', 'helper'],
      ['door', 'helper'],
    ])
    const after = await county.one('activities', 'posts')
    expect(after.seats?.tea).toEqual({ left: -1, waiting: 0, holders: [personIdOf('leader'), waiting], line: [] })
    expect(after.seats?.door).toMatchObject({ left: 0, holders: [results[1]?.row?.personId] })
    expect([after.holders.length, after.line, after.waiting]).toEqual([3, [], 0])
  })
})

describe('what is not taken', () => {
  test('a name that is nobody’s is unknown', async () => {
    await underWay(county, 'unknown', { holders: ['resident'] })
    expect((await merge('unknown', [about('stranger')])).results).toMatchObject([{ outcome: 'unknown', row: null }])
  })

  test('a pass is hers for this activity alone', async () => {
    await underWay(county, 'pass', { holders: ['resident', 'member'] })
    await underWay(county, 'passElse', { holders: ['resident'] })
    const passOf = async (id: string) => (await county.ask('resident', 'myPasses', { id })).passes[0]?.text ?? ''
    const [pass, other] = [await passOf('pass'), await passOf('passElse')]
    const scanned = (text: string, who: string | null = null) =>
      stepAt(county.now(), { via: 'pass', pass: text, personId: who && personIdOf(who) })
    const forged = pass.replace(personIdOf('resident'), personIdOf('member'))
    const wanted = [
      scanned(pass),
      scanned(other),
      scanned(forged),
      scanned('hello'),
      scanned(pass, 'member'),
      scanned(''),
    ]
    const { results } = await merge('pass', wanted)
    const outcomes = results.map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['done', 'other', 'forged', 'forged', 'forged', 'forged'])
    expect(results[0]?.row?.name).toBe('resident')
  })

  test('before check-in opens, after it was called off, and once the day is confirmed', async () => {
    const startsAt = county.now() + 2 * hour
    await underWay(county, 'early', { holders: ['resident'] }, { startsAt, endsAt: startsAt + hour })
    await underWay(county, 'off', { holders: ['resident'] }, { state: 'cancelled', reason: '下雨' })
    await underWay(county, 'done', { holders: ['resident'] })
    const steps = [about('resident')]
    await merge('done', steps)
    await county.set('activities', 'done', { settledAt: county.now() })
    const refusal = (id: string, wanted: DayStep[]) =>
      county.refusalOf('leader', 'mergeDay', { id, sentAt: county.now(), steps: wanted })
    expect(await refusal('early', steps)).toBe('day.too_early')
    expect(await refusal('off', steps)).toBe('activity.called_off')
    expect(await refusal('done', [about('resident', { at: county.now() - minute })])).toBe('day.settled')
    // What it has already is answered again: only the answer was lost.
    expect(await refusal('done', steps)).toBe('')
  })

  test('from those who do not run the activity', async () => {
    await underWay(county, 'rights', { holders: ['resident'] })
    const input = { id: 'rights', sentAt: county.now(), steps: [about('resident')] }
    for (const who of ['resident', 'neighbour', 'county']) {
      expect(await county.refusalOf(who, 'mergeDay', input)).toBe('access.denied')
    }
  })
})

test('cut off after any of its writes and sent again, it is whole', async () => {
  for (let kill = 1; kill <= 9; kill++) {
    const id = `cut${kill}`
    await underWay(county, id, { holders: ['resident', 'member', 'leader'], line: ['staff'] })
    const input = {
      id,
      sentAt: county.now(),
      steps: [about('resident'), about('staff'), walkIn('王桂兰'), about('member')],
    }
    await county.call('leader', 'mergeDay', input, kill).catch(() => undefined)
    const { results } = await county.ask('leader', 'mergeDay', input)
    expect(results.map(({ outcome, row }) => [outcome, row?.inAt !== null])).toEqual(results.map(() => ['done', true]))
    const { holders, line, taken, waiting, seatsLeft } = await county.one('activities', id)
    expect([new Set(holders).size, holders.length, line, taken, waiting, seatsLeft]).toEqual([5, 5, [], 5, 0, -2])
    const rows = await county.find('signups', { activityId: id, live: true })
    expect(rows.map(({ ins }) => ins?.length ?? 0).sort()).toEqual([0, 1, 1, 1, 1])
  }
}, 60_000)

test('five hundred people through two phones, interleaved, with lost answers: each once, the first time kept', async () => {
  const chance = chanceFrom(7)
  const openids = Array.from({ length: 500 }, (_, n) => `q${n}`)
  await county.residents(openids)
  const { startsAt } = await underWay(
    county,
    'crowd',
    { holders: openids },
    { startsAt: county.now() - 2 * hour, endsAt: county.now() },
  )
  const skew = { leader: 4 * minute, staff: -3 * minute }
  const first = new Map<string, number>()
  const queues = { leader: [] as DayStep[], staff: [] as DayStep[] }
  for (const openid of openids) {
    const phones =
      chance() < 0.4 ? (['leader', 'staff'] as const) : chance() < 0.5 ? (['leader'] as const) : (['staff'] as const)
    for (const phone of phones) {
      const at = startsAt - 20 * minute + Math.floor(chance() * 60 * minute)
      first.set(openid, Math.min(at, first.get(openid) ?? Infinity))
      queues[phone].push(about(openid, { at: at + skew[phone] }))
    }
  }
  const calls = (['leader', 'staff'] as const).flatMap((phone) => {
    const queue = queues[phone].sort(() => chance() - 0.5)
    const cut = Array.from({ length: Math.ceil(queue.length / 50) }, (_, n) => queue.slice(n * 50, n * 50 + 50))
    return cut.flatMap((steps) => (chance() < 0.3 ? [steps, steps] : [steps]).map((each) => ({ phone, steps: each })))
  })
  let requests = 0
  const send = async ({ phone, steps }: (typeof calls)[number]) => {
    const reply = await county.call(phone, 'mergeDay', { id: 'crowd', sentAt: county.now() + skew[phone], steps })
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    requests += reply.stats.requests
    return reply.stats.requests
  }
  const shuffled = calls.sort(() => chance() - 0.5)
  for (let at = 0; at < shuffled.length; at += 4) {
    const few = await Promise.all(shuffled.slice(at, at + 4).map(send))
    // A write for each person, and a handful of reads however many there are.
    for (const each of few) expect(each).toBeLessThanOrEqual(50 + 7)
  }
  const rows = await county.find('signups', { activityId: 'crowd' })
  expect(rows).toHaveLength(500)
  const wrong = openids.filter((openid) => {
    const row = rows.find(({ personId }) => personId === personIdOf(openid))
    return Math.min(...(row?.ins ?? [])) !== first.get(openid)
  })
  expect(wrong).toEqual([])
  expect(requests).toBeLessThan(shuffled.length * 57)
  const { holders, taken, seatsLeft } = await county.one('activities', 'crowd')
  expect([holders.length, taken, seatsLeft]).toEqual([500, 500, 0])
  let cursor: string | null = null
  const seen = new Set<string>()
  do {
    const page: Awaited<ReturnType<typeof sheet>> = await sheet(cursor)
    for (const { personId, inAt } of page.items) if (inAt !== null) seen.add(personId)
    cursor = page.next
  } while (cursor)
  expect(seen.size).toBe(500)
}, 120_000)

const sheet = (cursor: string | null) => county.ask('leader', 'daySheet', { id: 'crowd', cursor })
