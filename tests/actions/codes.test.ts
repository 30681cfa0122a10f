// The code on the leader's screen, by the county's clock: what was forwarded, used, or belongs elsewhere is refused.
import { County, hour, minute, personIdOf } from './county'
import { rowIn, underWay } from './day-county'
import { family, wardDoc } from './families'

const second = 1000
const county = new County(['--no-fsync'])
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let keys = 0
const scan = (openid: string, text: string, key = `s${++keys}`) => county.call(openid, 'scanCode', { text, key })
const refusalOf = async (openid: string, text: string, key?: string) => {
  const reply = await scan(openid, text, key)
  if (reply.ok) return ''
  return 'refusal' in reply ? reply.refusal.refused : reply.fault.kind
}

/** The code on the screen at this moment. */
async function codeNow(id: string, kind: 'in' | 'out' = 'in'): Promise<string> {
  const { codes, now } = await county.ask('leader', 'dayCodes', { id, kind })
  const shown = codes.filter(({ from }) => from <= now).at(-1)
  if (!shown) throw new Error('no code is shown')
  return shown.text
}

describe('a rotating code', () => {
  test('checks her in, and a repeated call with the same key is harmless', async () => {
    await underWay(county, 'plain', { holders: ['resident'] })
    const text = await codeNow('plain')
    const first = await county.ask('resident', 'scanCode', { text, key: 'same' })
    await county.advance(40 * second)
    const again = await county.ask('resident', 'scanCode', { text, key: 'same' })
    expect(again).toEqual(first)
    expect(first).toMatchObject({ activityId: 'plain', kind: 'in', people: [{ id: personIdOf('resident') }] })
    expect((await county.one('signups', `plain_${personIdOf('resident')}`)).ins).toHaveLength(1)
  })

  test('forwarded after thirty seconds is refused', async () => {
    await underWay(county, 'forwarded', { holders: ['resident', 'member'] })
    const text = await codeNow('forwarded')
    expect(await refusalOf('resident', text)).toBe('')
    await county.advance(30 * second)
    expect(await refusalOf('member', text)).toBe('day.code_over')
    expect(await refusalOf('member', await codeNow('forwarded'))).toBe('')
  })

  test('of later is refused too, until its time has come', async () => {
    await underWay(county, 'later', { holders: ['resident'] })
    const { codes, now } = await county.ask('leader', 'dayCodes', { id: 'later', kind: 'in' })
    expect(codes.length).toBeGreaterThanOrEqual(40)
    const later = codes.find(({ from }) => from > now + 2 * minute)
    expect(await refusalOf('resident', later?.text ?? '')).toBe('day.code_over')
    await county.advance((later?.from ?? 0) - now + 5 * second)
    expect(await refusalOf('resident', later?.text ?? '')).toBe('')
  })

  test('is used once per person, also when both scans come at once', async () => {
    await underWay(county, 'once', { holders: ['resident', 'member'] })
    const text = await codeNow('once')
    expect(await refusalOf('resident', text)).toBe('')
    expect(await refusalOf('resident', text)).toBe('day.code_used')
    const both = await Promise.all([refusalOf('member', text), refusalOf('member', text)])
    expect(both.sort()).toEqual(['', 'day.code_used'])
  })

  test('of an older moment is no way around it', async () => {
    await underWay(county, 'older', { holders: ['resident'] })
    // A code is good for thirty seconds from the beginning of its fifteen.
    await county.advance(15 * second - (county.now() % (15 * second)))
    const older = await codeNow('older')
    await county.advance(15 * second)
    const newer = await codeNow('older')
    expect(newer).not.toBe(older)
    expect(await refusalOf('resident', newer)).toBe('')
    expect(await refusalOf('resident', older)).toBe('day.code_used')
  })

  test('of an activity she did not sign up for is refused with its title', async () => {
    await underWay(county, 'hers', { holders: ['resident'] })
    await underWay(county, 'other', { holders: ['member'], line: ['staff'] }, { title: '义诊' })
    const reply = await scan('resident', await codeNow('other'))
    expect(reply).toMatchObject({ ok: false, refusal: { refused: 'day.not_on_roster', facts: { title: '义诊' } } })
    expect(await refusalOf('staff', await codeNow('other'))).toBe('day.not_on_roster')
  })

  test('that we never made is none', async () => {
    await underWay(county, 'forged', { holders: ['resident'] })
    const text = await codeNow('forged')
    await underWay(county, 'elsewhere', { holders: ['resident'] })
    const moved = text.replace('forged', 'elsewhere')
    const wrong = [
      moved,
      text.slice(0, -1) + (text.endsWith('a') ? 'b' : 'a'),
      'https://example.com',
      '',
      text.replace(':in:', ':out:'),
    ]
    for (const each of wrong) expect(await refusalOf('resident', each)).toBe('day.code_unknown')
    const pass = (await county.ask('resident', 'myPasses', { id: 'forged' })).passes[0]?.text ?? ''
    expect(await refusalOf('resident', pass)).toBe('day.code_unknown')
  })

  test('checks out only who is in', async () => {
    await underWay(county, 'out', { holders: ['resident'] })
    expect(await refusalOf('resident', await codeNow('out', 'out'))).toBe('day.not_in_yet')
    expect(await refusalOf('resident', await codeNow('out', 'in'))).toBe('')
    await county.advance(20 * minute)
    const done = await county.ask('resident', 'scanCode', { text: await codeNow('out', 'out'), key: 'leave' })
    const row = await county.one('signups', `out_${personIdOf('resident')}`)
    expect(done.people[0]?.at).toBe(row.outs?.[0])
  })

  test('checks in those of hers who have a seat, in one scan', async () => {
    const ward = (id: string, keeper: string, name: string) => ({
      ...{ _id: id, kind: 'child' as const, name, phone: '', born: '2018-05', communityId: 'east' },
      consent: { at: 1, by: personIdOf(keeper), version: 1, asGuardian: true },
      ...{ keepers: [{ id: personIdOf(keeper), called: name, since: 1 }], enteredBy: '', claimedBy: '', createdAt: 1 },
    })
    await county.add('dependents', [
      ward('dfirst', 'member', '老大'),
      ward('dsecond', 'member', '老二'),
      ward('dforeign', 'staff', '别家的'),
    ])
    await county.set('people', personIdOf('member'), { wards: ['dfirst', 'dsecond', 'dforeign'] })
    const activity = await underWay(county, 'family', {})
    const holders = [personIdOf('member'), 'dfirst', 'dforeign']
    await county.set('activities', 'family', { holders, taken: 3, seatsLeft: 0 })
    await county.add(
      'signups',
      holders.map((each) => rowIn(activity, each)),
    )
    const done = await county.ask('member', 'scanCode', { text: await codeNow('family'), key: 'family' })
    expect(done.people.map(({ name }) => name)).toEqual(['member', '老大'])
    const { passes } = await county.ask('member', 'myPasses', { id: 'family' })
    expect(passes.map(({ name, inAt }) => [name, inAt])).toEqual(done.people.map(({ name, at }) => [name, at]))
  })

  test('that was cut off when one of hers was in checks in the others when she scans again', async () => {
    await family(county, 'daughter', [wardDoc('dmother', 'daughter'), wardDoc('dfather', 'daughter')])
    const activity = await underWay(county, 'torn', {})
    const holders = [personIdOf('daughter'), 'dmother', 'dfather']
    await county.set('activities', 'torn', { holders, taken: 3, seatsLeft: 0 })
    await county.add(
      'signups',
      holders.map((each) => rowIn(activity, each)),
    )
    const scanned = { text: await codeNow('torn'), key: 'torn' }
    await expect(county.call('daughter', 'scanCode', scanned, { killAfterWrites: 1 })).rejects.toThrow()
    const { people } = await county.ask('daughter', 'scanCode', scanned)
    expect(people.map(({ id }) => id)).toEqual(holders)
    for (const each of holders) expect((await county.one('signups', `torn_${each}`)).ins).toHaveLength(1)
  })

  test('is shown from an hour before the start until two hours after the end', async () => {
    const startsAt = county.now() + hour + minute
    await underWay(county, 'window', { holders: ['resident'] }, { startsAt, endsAt: startsAt + hour })
    const refusal = () => county.refusalOf('leader', 'dayCodes', { id: 'window', kind: 'in' })
    expect(await refusal()).toBe('day.too_early')
    await county.advance(2 * minute)
    expect(await refusal()).toBe('')
    await county.advance(4 * hour - 2 * minute)
    expect(await refusal()).toBe('')
    await county.advance(3 * minute)
    expect(await refusal()).toBe('activity.over')
  })

  test('of an activity that was called off is refused with the reason', async () => {
    await underWay(county, 'off', { holders: ['resident'] })
    const text = await codeNow('off')
    await county.set('activities', 'off', { state: 'cancelled', reason: '下雨' })
    expect(await refusalOf('resident', text)).toBe('activity.called_off')
    expect(await county.refusalOf('leader', 'dayCodes', { id: 'off', kind: 'in' })).toBe('activity.called_off')
  })
})

test('nobody without a seat has a pass, and the secrets never leave the cloud', async () => {
  await underWay(county, 'passes', { holders: ['resident'] })
  expect(await county.refusalOf('stranger', 'myPasses', { id: 'passes' })).toBe('activity.not_signed_up')
  const secrets = await county.find('secrets', {})
  expect(secrets.map(({ value }) => value.length)).toEqual(secrets.map(() => 32))
  const reply = await county.call('resident', 'myPasses', { id: 'passes' })
  for (const { value } of secrets) expect(JSON.stringify(reply)).not.toContain(value)
})
