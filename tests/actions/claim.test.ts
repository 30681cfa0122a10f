// Who was entered by name asks for her record; those who run the team say yes, and seats, hours and history go over.
import { activityDoc, County, hour, personDoc, personIdOf } from './county'
import { ids } from '../../cloudfunctions/core/ports/ids'
import type { ActivityDoc, DependentDoc, SignupDoc } from '../../cloudfunctions/core/ports/documents'

const county = new County()
beforeAll(() => county.settle(), 60_000)
afterAll(() => county.end())

let made = 0
/** A neighbour with an account, and a record that the leader of the green team entered under her name and number. */
async function entered(changes: Partial<DependentDoc> = {}) {
  const openid = `q${++made}`
  const phone = `139000${String(10_000 + made)}`
  await county.add('people', [personDoc(openid, 'east', { phone })])
  const guest: DependentDoc = {
    ...{ _id: ids.guest('east', openid, phone), kind: 'guest', name: openid, phone, born: null, communityId: 'east' },
    ...{ keepers: [], consent: null, enteredBy: 'green', claimedBy: '', createdAt: 1 },
    ...changes,
  }
  await county.add('dependents', [guest])
  return { openid, me: personIdOf(openid), guest: guest._id }
}

async function activityWith(holders: string[], line: string[] = [], changes: Partial<ActivityDoc> = {}) {
  const id = `q${++made}a`
  const seats = { holders, line, taken: holders.length, waiting: line.length, seatsLeft: 3 - holders.length }
  const activity = { ...activityDoc(id, county.now()), ...seats, ...changes }
  await county.add('activities', [activity])
  const { startsAt, endsAt, teamId } = activity
  const row = (personId: string, state: SignupDoc['state'], place: number): SignupDoc => ({
    ...{ _id: ids.row(id, personId), activityId: id, personId, teamId, state, live: true, startsAt, endsAt },
    ...{ since: county.now() + place, answerBy: null, history: [{ at: county.now(), by: 'x', what: 'joined' }] },
  })
  const people = [...holders.map((each) => [each, 'in'] as const), ...line.map((each) => [each, 'waiting'] as const)]
  await county.add(
    'signups',
    people.map(([personId, state], place) => row(personId, state, place)),
  )
  return id
}
const seatsOf = async (id: string) => {
  const { holders, line, taken, waiting, seatsLeft } = await county.one('activities', id)
  return { holders, line, taken, waiting, seatsLeft }
}

/** She asks, and the leader of the green team says that it is she. */
async function confirmed(openid: string, id: string) {
  await county.ask(openid, 'claim', { id })
  return county.ask('leader', 'confirmClaim', { id, by: personIdOf(openid), accept: true })
}
const titles = async (openid: string, kind: string) =>
  (await county.find('messages', { personId: personIdOf(openid), kind })).map(({ title }) => title)
/** What the leader has of this record in her list. */
const waiting = async (id: string) => {
  const { items } = await county.ask('leader', 'claims', {})
  return items.filter((each) => each.id === id)
}

test('under one name and number she learns that there is a record, and nothing of where its person goes', async () => {
  const { openid, guest } = await entered()
  const id = await activityWith([guest])
  const { items } = await county.ask(openid, 'claimable', {})
  expect(items).toEqual([{ id: guest, name: openid, count: 1, askedAt: null }])
  expect(JSON.stringify(items)).not.toMatch(new RegExp(`扫|${id}`))
  expect((await county.ask('resident', 'claimable', {})).items).toEqual([])
  expect(await county.refusalOf('resident', 'claim', { id: guest })).toBe('family.not_claimable')
  expect(await county.refusalOf('resident', 'claim', { id: 'gnobody' })).toBe('family.not_claimable')
  const other = await entered({ phone: '13911112222' })
  expect(await county.refusalOf(other.openid, 'claim', { id: other.guest })).toBe('family.not_claimable')
})

test('asking moves nothing: the leader is told once, sees a masked number, and has it on her desk', async () => {
  const { openid, me, guest } = await entered()
  const id = await activityWith([guest])
  const { claims: before } = await county.ask('leader', 'desk', {})
  const { askedAt } = await county.ask(openid, 'claim', { id: guest })
  expect(await county.ask(openid, 'claim', { id: guest })).toEqual({ askedAt })
  expect((await county.ask(openid, 'claimable', {})).items.map((each) => each.askedAt)).toEqual([askedAt])
  expect((await seatsOf(id)).holders).toEqual([guest])
  expect((await county.one('dependents', guest)).claimedBy).toBe('')
  expect((await titles('leader', 'claimAsked')).filter((title) => title.includes(openid))).toHaveLength(1)
  const [item] = await waiting(guest)
  expect(item).toMatchObject({ id: guest, by: me, name: openid, count: 1, askedAt, canDecide: true })
  expect(item?.phone).toMatch(/^139\*{4}\d{4}$/)
  expect((await county.ask('leader', 'desk', {})).claims).toBe(before + 1)
  expect((await county.ask('neighbour', 'claims', {})).items).toEqual([])
  const input = { id: guest, by: me, accept: true }
  expect(await county.refusalOf('neighbour', 'confirmClaim', input)).toBe('access.denied')
  expect(await county.refusalOf(openid, 'confirmClaim', input)).toBe('access.denied')
})

test('she may take the asking back, and then nobody can say yes to it', async () => {
  const { openid, me, guest } = await entered()
  await activityWith([guest])
  await county.ask(openid, 'claim', { id: guest })
  await county.ask(openid, 'unclaim', { id: guest })
  await county.ask(openid, 'unclaim', { id: guest })
  expect(await waiting(guest)).toEqual([])
  const input = { id: guest, by: me, accept: true }
  expect(await county.refusalOf('leader', 'confirmClaim', input)).toBe('family.claim_over')
  expect((await county.one('dependents', guest)).claimedBy).toBe('')
  expect((await county.ask(openid, 'claimable', {})).items).toHaveLength(1)
})

test('a no clears it: she is told kindly, and does not ask again for some days', async () => {
  const { openid, me, guest } = await entered()
  const id = await activityWith([guest])
  await county.ask(openid, 'claim', { id: guest })
  const no = { id: guest, by: me, accept: false }
  expect(await county.ask('staff', 'confirmClaim', no)).toEqual({ moved: 0 })
  expect(await county.ask('staff', 'confirmClaim', no)).toEqual({ moved: 0 })
  expect(await titles(openid, 'claimDeclined')).toHaveLength(1)
  expect(await county.refusalOf('leader', 'confirmClaim', { ...no, accept: true })).toBe('family.claim_over')
  expect((await seatsOf(id)).holders).toEqual([guest])
  expect((await county.ask(openid, 'claimable', {})).items).toEqual([])
  expect(await county.refusalOf(openid, 'claim', { id: guest })).toBe('family.claim_declined')
  expect(await county.refusalOf(openid, 'unclaim', { id: guest })).toBe('family.claim_over')
})

test('of two accounts of one name and number one waits, and the other is sent to the leader', async () => {
  const { openid, guest } = await entered()
  await activityWith([guest])
  const { phone } = await county.one('dependents', guest)
  await county.add('people', [personDoc(`${openid}too`, 'east', { name: openid, phone })])
  await county.ask(openid, 'claim', { id: guest })
  expect(await county.refusalOf(`${openid}too`, 'claim', { id: guest })).toBe('family.claim_waits')
  const by = personIdOf(`${openid}too`)
  expect(await county.refusalOf('leader', 'confirmClaim', { id: guest, by, accept: true })).toBe('family.claim_over')
})

test('nobody confirms herself', async () => {
  const guest = { ...(await entered()), me: personIdOf('leader') }
  await county.set('dependents', guest.guest, { name: 'leader', phone: '13800001234' })
  await activityWith([guest.guest])
  await county.ask('leader', 'claim', { id: guest.guest })
  expect((await waiting(guest.guest)).map(({ canDecide }) => canDecide)).toEqual([false])
  const input = { id: guest.guest, by: guest.me, accept: true }
  expect(await county.refusalOf('leader', 'confirmClaim', input)).toBe('family.claim_own')
  expect(await county.ask('staff', 'confirmClaim', input)).toEqual({ moved: 1 })
})

test('seats, places in the line and in a slot, rows and hours go over, each in its place', async () => {
  const { openid, me, guest } = await entered()
  const coming = await activityWith(['pa', guest, 'pb'], ['pc'])
  const waiting = await activityWith(['pa'], ['pc', guest, 'pd'])
  const unit = { id: 'u1', kind: 'slot', name: '一', capacity: 2, startsAt: null, endsAt: null } as const
  const slot = await activityWith(['pa', guest], [], {
    units: [{ ...unit, role: 'guest', skills: '' }],
    seats: { u1: { left: 0, waiting: 0, holders: [guest, 'pa'], line: [] } },
  })
  const past = { startsAt: county.now() - 5 * hour, endsAt: county.now() - 3 * hour, state: 'ended' } as const
  const done = await activityWith([guest], [], past)
  await county.set('signups', ids.row(done, guest), { attendance: 'here' as never, minutes: 90, ins: [7] })
  const entry = {
    ...{ id: done, activityId: done, teamId: 'green', colour: 'green' as const, title: '扫院', place: '' },
  }
  await county.add('ledgers', [
    {
      ...{ _id: `${guest}_2026`, personId: guest, year: 2026, minutes: 90 },
      entries: [
        {
          ...{ ...entry, teamName: '绿叶', day: '2026-11-22', minutes: 90, kind: 'confirmed' },
          ...{ at: 1, by: 'x', approvedBy: '', reason: '' },
        },
      ],
    },
  ])
  expect(await confirmed(openid, guest)).toEqual({ moved: 4 })
  expect((await seatsOf(coming)).holders).toEqual(['pa', me, 'pb'])
  expect((await seatsOf(waiting)).line).toEqual(['pc', me, 'pd'])
  expect((await county.one('activities', slot)).seats?.u1?.holders).toEqual([me, 'pa'])
  expect(await county.find('signups', { personId: guest })).toEqual([])
  expect(await county.one('signups', ids.row(done, me))).toMatchObject({ personId: me, minutes: 90, ins: [7] })
  expect(await county.one('ledgers', `${me}_2026`)).toMatchObject({ minutes: 90 })
  expect(await county.one('ledgers', `${guest}_2026`)).toMatchObject({ minutes: 0 })
  expect(await titles('leader', 'claimed')).toContain(`${openid}的登记归到本人名下了`)
  expect(await titles(openid, 'claimMoved')).toHaveLength(1)
  expect(await county.ask('leader', 'confirmClaim', { id: guest, by: me, accept: true })).toEqual({ moved: 0 })
  expect(await county.ask(openid, 'claim', { id: guest })).toEqual({ askedAt: null })
  expect((await county.ask(openid, 'claimable', {})).items).toEqual([])
})

test('where she is in by herself too, one seat is given back', async () => {
  const { openid, me, guest } = await entered()
  const both = await activityWith([guest, me], ['pc'], { capacity: 2, seatsLeft: 0 })
  await confirmed(openid, guest)
  expect(await seatsOf(both)).toEqual({ holders: [me, 'pc'], line: [], taken: 2, waiting: 0, seatsLeft: 0 })
})

test('where the record has a seat and she only waits, the seat is hers', async () => {
  const { openid, me, guest } = await entered()
  const both = await activityWith(['pa', guest, 'pb'], ['pc', me], { seatsLeft: 0 })
  await confirmed(openid, guest)
  expect(await seatsOf(both)).toMatchObject({ holders: ['pa', me, 'pb'], line: ['pc'], taken: 3, waiting: 1 })
  expect(await county.one('signups', ids.row(both, me))).toMatchObject({ state: 'in', live: true })
})

test.each(['under way', 'over'])('signed up twice, what was noted of both is hers: %s', async (when) => {
  const { openid, me, guest } = await entered()
  const isOver = when === 'over'
  const begun = { startsAt: county.now() - 2 * hour, endsAt: county.now() + (isOver ? -hour : hour) }
  const both = await activityWith([guest, me], [], begun)
  const [ofRecord, hers] = [ids.row(both, guest), ids.row(both, me)]
  await county.set('signups', ofRecord, { ins: [100], outs: [300], attendance: 'came', minutes: 90 })
  // Checked in a second time by her account, which the leader took back.
  await county.set('signups', hers, { ins: [150], undone: 160, answers: { why: '想学' }, attendance: 'absent' })
  await confirmed(openid, guest)
  expect(await county.find('signups', { activityId: both, personId: guest })).toEqual([])
  expect(await county.one('signups', hers)).toMatchObject({
    ...{ state: 'in', live: true, ins: [100], outs: [300], undone: 0, attendance: 'came', minutes: 90 },
    answers: { why: '想学' },
  })
  expect((await seatsOf(both)).holders).toEqual([me])
  await county.mend()
  expect(await county.find('signups', { activityId: both, personId: guest })).toEqual([])
})

test('hours confirmed twice for one activity are hers once, and those of another go over', async () => {
  const { openid, me, guest } = await entered()
  const past = { startsAt: county.now() - 5 * hour, endsAt: county.now() - 3 * hour, state: 'ended' } as const
  const both = await activityWith([guest, me], [], past)
  const other = await activityWith([guest], [], past)
  const entry = (id: string, minutes: number) => ({
    ...{ id, activityId: id, teamId: 'green', colour: 'green' as const, title: '扫院', place: '', teamName: '绿叶' },
    ...{ day: '2026-11-22', minutes, kind: 'confirmed' as const, at: 1, by: 'x', approvedBy: '', reason: '' },
  })
  const ledger = (personId: string, entries: ReturnType<typeof entry>[]) => ({
    ...{ _id: `${personId}_2026`, personId, year: 2026, entries },
    minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
  })
  await county.add('ledgers', [ledger(guest, [entry(both, 90), entry(other, 30)]), ledger(me, [entry(both, 60)])])
  await county.set('signups', ids.row(both, guest), { attendance: 'came', minutes: 90 })
  await county.set('signups', ids.row(both, me), { attendance: 'came', minutes: 60 })
  await county.ask(openid, 'claim', { id: guest })
  const yes = { id: guest, by: me, accept: true }
  for (let n = 1; n <= 12; n++) await county.call('leader', 'confirmClaim', yes, n).catch(() => undefined)
  await county.ask('leader', 'confirmClaim', yes)
  expect(await county.one('ledgers', `${me}_2026`)).toMatchObject({ minutes: 90 })
  expect(await county.one('ledgers', `${guest}_2026`)).toMatchObject({ minutes: 0 })
  expect(await county.one('signups', ids.row(both, me))).toMatchObject({ minutes: 60 })
})

test('asking, and a no, cut off anywhere are carried on by a repetition or by the timer', async () => {
  for (const cut of [1, 2, 3, 4, 5]) {
    const { openid, me, guest } = await entered()
    await activityWith([guest])
    await county.call(openid, 'claim', { id: guest }, cut).catch(() => null)
    if (cut === 1) await county.ask(openid, 'claim', { id: guest })
    await county.mend()
    expect([cut, (await county.one('dependents', guest)).claimAsker]).toEqual([cut, me])
    const told = (await titles('leader', 'claimAsked')).filter((title) => title.includes(`「${openid}」`))
    expect([cut, told.length]).toEqual([cut, 1])
    const no = { id: guest, by: me, accept: false }
    await county.call('leader', 'confirmClaim', no, cut).catch(() => null)
    if (cut === 1) await county.ask('leader', 'confirmClaim', no)
    await county.mend()
    expect([cut, await waiting(guest)]).toEqual([cut, []])
    expect([cut, (await titles(openid, 'claimDeclined')).length]).toEqual([cut, 1])
    expect([cut, await county.find('tasks', { activityId: guest })]).toEqual([cut, []])
  }
}, 60_000)

test('a yes cut off anywhere, repeated or left to the timer: nothing is lost and nobody is there twice', async () => {
  for (const cut of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) {
    const { openid, me, guest } = await entered()
    const coming = await activityWith(['pa', guest])
    const waiting = await activityWith(['pa'], [guest])
    await county.ask(openid, 'claim', { id: guest })
    const yes = { id: guest, by: me, accept: true }
    await county.call('leader', 'confirmClaim', yes, cut).catch(() => null)
    if (cut === 1 || cut % 2 === 0) await county.ask('leader', 'confirmClaim', yes)
    await county.mend()
    await county.mend()
    expect([cut, (await seatsOf(coming)).holders]).toEqual([cut, ['pa', me]])
    expect([cut, await county.find('signups', { personId: guest })]).toEqual([cut, []])
    const rows = await county.find('signups', { personId: me })
    expect(rows.map(({ activityId }) => activityId).sort()).toEqual([coming, waiting].sort())
    expect(rows.every(({ live }) => live)).toBe(true)
    expect(await county.find('tasks', { activityId: guest })).toEqual([])
  }
}, 90_000)
