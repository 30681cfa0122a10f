// Hours and their corrections: a balance is the sum of its entries, always, and two people stand behind each change.
import fc from 'fast-check'
import { County, personIdOf } from './county'
import { rowIn, underWay } from './day-county'

const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
/** An activity whose day is closed, with these minutes for a helper of its own. */
async function closed(minutes: number): Promise<{ id: string; who: string; personId: string }> {
  const [id, who] = [`act${++made}`, `helper${made}`]
  await county.residents([who])
  await underWay(county, id, { holders: [who] }, { serves: true })
  const rows = [{ personId: personIdOf(who), attendance: 'came' as const, minutes }]
  await county.ask('leader', 'settleDay', { id, rows, done: true })
  return { id, who, personId: personIdOf(who) }
}

/** Every ledger's balance is the sum of its entries, and no entry is there twice. */
async function expectWhole(): Promise<void> {
  for (const { _id, minutes, entries } of await county.find('ledgers', {})) {
    expect([_id, minutes]).toEqual([_id, entries.reduce((sum, entry) => sum + entry.minutes, 0)])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  }
}

describe('a correction', () => {
  test('needs a second person, and keeps its history', async () => {
    const { id, who, personId } = await closed(120)
    const wanted = { id, personId, minutes: 90, reason: '提前走了' }
    const { correctionId } = await county.ask('leader', 'correctHours', wanted)
    expect(await county.ask('leader', 'correctHours', wanted)).toEqual({ correctionId })
    expect(await county.refusalOf('leader', 'decideCorrection', { id: correctionId, accept: true })).toBe(
      'hours.second_person',
    )
    const onDesk = async (openid: string) => (await county.ask(openid, 'desk', {})).corrections
    // Who asked is not the second person, so it is not waiting for her.
    expect([await onDesk('leader'), await onDesk('staff')]).toEqual([0, 1])
    const open = await county.ask('staff', 'corrections', { which: 'asked' })
    expect(open.items.find((each) => each.id === correctionId)).toMatchObject({ name: who, canDecide: true, from: 120 })
    const decided = await county.ask('staff', 'decideCorrection', { id: correctionId, accept: true })
    expect(decided).toMatchObject({ state: 'approved', askedBy: 'leader', decidedBy: 'staff', canDecide: false })
    expect(await onDesk('staff')).toBe(0)
    expect(await county.ask('staff', 'decideCorrection', { id: correctionId, accept: true })).toEqual(decided)
    const hours = await county.ask(who, 'myHours', {})
    expect(hours.items.map(({ minutes, kind, reason }) => [minutes, kind, reason])).toEqual([
      [-30, 'corrected', '提前走了'],
      [120, 'confirmed', ''],
    ])
    expect([hours.minutes, hours.times]).toEqual([90, 1])
    expect((await county.one('signups', `${id}_${personId}`)).minutes).toBe(90)
    expect(await county.find('messages', { personId, kind: 'corrected' })).toHaveLength(1)
    await expectWhole()
  })

  test('that is declined changes nothing, and another may be asked for', async () => {
    const { id, who, personId } = await closed(60)
    const { correctionId } = await county.ask('leader', 'correctHours', { id, personId, minutes: 0, reason: '没来' })
    const other = { id, personId, minutes: 30, reason: '来了半小时' }
    expect(await county.refusalOf('staff', 'correctHours', other)).toBe('hours.asked_already')
    await county.ask('staff', 'decideCorrection', { id: correctionId, accept: false })
    expect(await county.refusalOf('staff', 'decideCorrection', { id: correctionId, accept: true })).toBe(
      'hours.decided',
    )
    expect((await county.ask(who, 'myHours', {})).total).toBe(60)
    expect(await county.refusalOf('staff', 'correctHours', other)).toBe('')
  })

  test('to nothing takes the hours back', async () => {
    const { id, who, personId } = await closed(60)
    const { correctionId } = await county.ask('staff', 'correctHours', { id, personId, minutes: 0, reason: '没来' })
    await county.ask('leader', 'decideCorrection', { id: correctionId, accept: true })
    expect(await county.ask(who, 'myHours', {})).toMatchObject({ total: 0, times: 0 })
  })

  test('of her own hours is decided by somebody else', async () => {
    await underWay(county, 'own', { holders: ['leader'] }, { serves: true })
    const personId = personIdOf('leader')
    const rows = [{ personId, attendance: 'came' as const, minutes: 60 }]
    await county.ask('staff', 'settleDay', { id: 'own', rows, done: true })
    const wanted = { id: 'own', personId, minutes: 120, reason: '收拾到很晚' }
    const { correctionId } = await county.ask('staff', 'correctHours', wanted)
    expect(await county.refusalOf('leader', 'decideCorrection', { id: correctionId, accept: true })).toBe(
      'hours.second_person',
    )
  })

  test('is refused for hours that were not confirmed, for the same minutes, and to strangers', async () => {
    const { id, personId } = await closed(60)
    const wanted = { id, personId, minutes: 60, reason: '一样' }
    expect(await county.refusalOf('leader', 'correctHours', wanted)).toBe('hours.same')
    expect(await county.refusalOf('leader', 'correctHours', { ...wanted, personId: personIdOf('county') })).toBe(
      'hours.not_confirmed',
    )
    expect(await county.refusalOf('neighbour', 'correctHours', wanted)).toBe('access.denied')
    const { correctionId } = await county.ask('leader', 'correctHours', { ...wanted, minutes: 30 })
    for (const who of ['neighbour', 'resident', 'farStaff']) {
      expect(await county.refusalOf(who, 'decideCorrection', { id: correctionId, accept: true })).toBe('access.denied')
    }
  })

  test('begins from what stands in the ledger, and sets a row right that was left behind', async () => {
    const { id, who, personId } = await closed(120)
    await county.set('signups', `${id}_${personId}`, { minutes: 60 })
    const { correctionId } = await county.ask('leader', 'correctHours', { id, personId, minutes: 90, reason: '更正' })
    expect(await county.ask('staff', 'decideCorrection', { id: correctionId, accept: true })).toMatchObject({
      ...{ from: 120, to: 90, state: 'approved' },
    })
    expect((await county.ask(who, 'myHours', {})).total).toBe(90)
    expect((await county.one('signups', `${id}_${personId}`)).minutes).toBe(90)
  })

  test('of a guest who claimed her record meanwhile is decided for the account', async () => {
    const { id } = await closed(60)
    const guest = 'gclaimedlater'
    const entry = (await county.find('ledgers', {}))[0]?.entries[0]
    if (!entry) throw new Error('there is no entry')
    await county.residents(['owner'])
    const owner = personIdOf('owner')
    await county.add('dependents', [
      {
        ...{ _id: guest, kind: 'guest', name: 'owner', phone: '13800001234', born: null, communityId: 'east' },
        ...{ keepers: [], consent: null, enteredBy: 'green', claimedBy: '', createdAt: 1 },
      },
    ])
    const activity = await county.one('activities', id)
    await county.add('signups', [rowIn(activity, guest, { attendance: 'came', minutes: 120 })])
    const held = { ...entry, id, activityId: id, minutes: 120 }
    const year = Number(entry.day.slice(0, 4))
    await county.add('ledgers', [{ _id: `${guest}_${year}`, personId: guest, year, minutes: 120, entries: [held] }])
    const wanted = { id, personId: guest, minutes: 45, reason: '更正' }
    const { correctionId } = await county.ask('leader', 'correctHours', wanted)
    // What a claim does: the record is hers, its row and its hours go over.
    await county.set('dependents', guest, { claimedBy: owner })
    await county.set('signups', `${id}_${guest}`, { live: false, minutes: 0 })
    await county.add('signups', [rowIn(activity, owner, { attendance: 'came', minutes: 120 })])
    const moved = [{ ...held, id: `${guest}_${id}`, kind: 'moved' as const }]
    await county.add('ledgers', [{ _id: `${owner}_${year}`, personId: owner, year, minutes: 120, entries: moved }])
    expect(await county.refusalOf('staff', 'decideCorrection', { id: correctionId, accept: true })).toBe('')
    expect((await county.ask('owner', 'myHours', {})).total).toBe(45)
    expect((await county.one('signups', `${id}_${owner}`)).minutes).toBe(45)
  })

  test('cut off after any of its writes is whole after the next round of the timer', async () => {
    for (let kill = 1; kill <= 6; kill++) {
      const { id, who, personId } = await closed(120)
      const { correctionId } = await county.ask('leader', 'correctHours', { id, personId, minutes: 45, reason: '更正' })
      await county.call('staff', 'decideCorrection', { id: correctionId, accept: true }, kill).catch(() => undefined)
      await county.round()
      await expectWhole()
      expect(await county.one('corrections', correctionId)).toMatchObject({ state: 'approved', isOpen: false })
      expect((await county.one('signups', `${id}_${personId}`)).minutes).toBe(45)
      expect((await county.ask(who, 'myHours', {})).total).toBe(45)
    }
  }, 60_000)
})

test('two who decide at the same moment: one decision stands', async () => {
  await county.add('people', [
    { ...(await county.one('people', personIdOf('staff'))), _id: personIdOf('staff2'), openid: 'staff2' },
  ])
  for (let n = 0; n < 5; n++) {
    const { id, who, personId } = await closed(60)
    const { correctionId } = await county.ask('leader', 'correctHours', { id, personId, minutes: 120, reason: '更正' })
    const [yes, no] = await Promise.all([
      county.call('staff', 'decideCorrection', { id: correctionId, accept: true }),
      county.call('staff2', 'decideCorrection', { id: correctionId, accept: false }),
    ])
    expect([yes.ok, no.ok].filter(Boolean)).toHaveLength(1)
    expect((await county.ask(who, 'myHours', {})).total).toBe(yes.ok ? 120 : 60)
  }
})

type Step =
  | { do: 'settle' | 'correct'; minutes: number; kill: number; twice: boolean }
  | { do: 'decide'; accept: boolean; kill: number; twice: boolean }
  | { do: 'close' | 'round'; kill: number; twice: boolean }
const kill = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 6 }))
const minutes = fc.integer({ min: 0, max: 8 }).map((quarters) => quarters * 15)
const twice = fc.boolean()
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('settle' as const, 'correct' as const), minutes, kill, twice }),
  fc.record({ do: fc.constant('decide' as const), accept: fc.boolean(), kill, twice }),
  fc.record({ do: fc.constantFrom('close' as const, 'round' as const), kill, twice }),
)

test('whatever is confirmed and corrected, cut off and repeated, a balance is the sum of its entries', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
      const [id, who] = [`model${++made}`, `served${made}`]
      const personId = personIdOf(who)
      await county.residents([who])
      await underWay(county, id, { holders: [who] }, { serves: true })
      const confirm = (wanted: number, done: boolean) => ({
        ...{ id, done, rows: [{ personId, attendance: 'came' as const, minutes: wanted }] },
      })
      const play = async (each: Step): Promise<unknown> => {
        if (each.do === 'round') return county.round()
        if (each.do === 'settle') return county.call('leader', 'settleDay', confirm(each.minutes, false), each.kill)
        if (each.do === 'close') return county.call('leader', 'settleDay', { id, rows: [], done: true }, each.kill)
        if (each.do === 'correct') {
          const wanted = { id, personId, minutes: each.minutes, reason: '更正' }
          return county.call('leader', 'correctHours', wanted, each.kill)
        }
        if (each.do !== 'decide') throw new Error('there is no other step')
        const [open] = await county.find('corrections', { activityId: id, isOpen: true })
        if (!open) return {}
        return county.call('staff', 'decideCorrection', { id: open._id, accept: each.accept }, each.kill)
      }
      for (const each of steps) {
        // A killed instance answers nothing; a fault is never an answer.
        expect(await play(each).catch(() => ({}))).not.toMatchObject({ fault: {} })
        if (each.twice) expect(await play({ ...each, kill: 0 })).not.toMatchObject({ fault: {} })
        await expectWhole()
      }
      await county.round()
      await expectWhole()
      const row = await county.one('signups', `${id}_${personId}`)
      const { settledAt } = await county.one('activities', id)
      const { total } = await county.ask(who, 'myHours', {})
      if (settledAt) expect(total).toBe(row.minutes)
    }),
    { numRuns: 12, seed: 5 },
  )
}, 240_000)

test('hours go over to who claims a record, once however often it is repeated', async () => {
  const phone = '13912345678'
  const activity = await underWay(county, 'claim', {}, { serves: true })
  const step = {
    key: 'w1',
    kind: 'in' as const,
    personId: null,
    name: '周敏',
    phone,
    at: county.now(),
    via: 'walkIn' as const,
  }
  const merged = await county.ask('leader', 'mergeDay', {
    id: 'claim',
    sentAt: county.now(),
    steps: [{ ...step, unit: null, pass: '' }],
  })
  const guest = merged.results[0]?.row?.personId ?? ''
  await county.ask('leader', 'settleDay', {
    id: 'claim',
    rows: [{ personId: guest, attendance: 'came', minutes: 105 }],
    done: true,
  })
  await county.residents(['claimer'])
  await county.set('people', personIdOf('claimer'), { name: '周敏', phone })
  await county.ask('claimer', 'claim', { id: guest })
  const yes = { id: guest, by: personIdOf('claimer'), accept: true }
  for (let n = 1; n <= 8; n++) await county.call('leader', 'confirmClaim', yes, n).catch(() => undefined)
  await county.ask('leader', 'confirmClaim', yes)
  await expectWhole()
  const hours = await county.ask('claimer', 'myHours', {})
  expect(hours).toMatchObject({ total: 105, times: 1 })
  expect(hours.items).toMatchObject([{ kind: 'moved', minutes: 105, activityId: activity._id }])
  expect((await county.find('ledgers', { personId: guest }))[0]?.minutes).toBe(0)
})

test('hours are hers, and of those she keeps, alone', async () => {
  expect(await county.refusalOf('resident', 'myHours', { personId: personIdOf('member') })).toBe('family.not_yours')
})
